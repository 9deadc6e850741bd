"""A closed question of the course, put to a room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from coursekit.errors import CourseError
from coursekit.marking.one import mark
from coursekit.questions import anchors, counted, decisions, feedback, kind_named, problem, view
from coursekit.questions.ground import ground_of
from coursekit.questions.pointing import MOST_SPANS
from coursekit.questions.target import target_text
from coursekit.room.items import fields
from coursekit.room.items.base import Item, Reason
from coursekit.room.items.passages import Expert, read_spans
from coursekit.room.refused import RefusedError
from coursekit.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursekit.course import Course
    from coursekit.questions import Decision, Question
    from coursekit.questions.target import Target
    from coursekit.sources import Edition, Paragraph

# What a phone gets of a question; whatever a kind may add to its view later has to be let in here. Which paragraphs a
# question rests on is for after the vote.
SHOWN = frozenset(
    [
        "id",
        "kind",
        "version",
        "prompt",
        "points",
        "purpose",
        "method",
        "confidence",
        "card",
        "options",
        "cards",
        "classes",
        "left",
        "right",
        "items",
        "rows",
        "rows_name",
        "columns",
        "unit",
        "decimals",
        "hint",
        "siglum",
        "edition",
        "source",
        "ids",
        "ground",
    ]
)
_LATER = {"rests_on": [], "hints": 0}


@dataclass(frozen=True)
class _AskedQuestion(Item):
    """Asks what a card of the course asks; it is marked as the card is."""

    question: Question
    course: Course

    kind: ClassVar[str] = "question"

    @cached_property
    def target(self) -> Target | None:
        """What it lets one point at: as its answer, or as the ground of it."""
        return next((each for _, each in anchors(self.question)), None)

    def spec(self) -> dict[str, Any]:
        return {"kind": self.kind, "question": self.question.id, "version": self.question.version}

    def shown(self) -> dict[str, Any]:
        whole = view(self.question, self.course.shelf)
        card = {key: value for key, value in whole.items() if key in SHOWN} | _LATER
        texts = target_text(self.target, self.course.shelf) if self.target else []
        return {"kind": self.kind, "prompt": self.question.prompt, "card": card, "paragraphs": texts}

    def read(self, answer: dict[str, Any]) -> dict[str, Any]:
        trouble = problem(self.question, answer)
        if trouble:
            raise RefusedError(trouble)
        given = self._pointed(answer)
        if self.target and given:
            read_spans(self._edition(), [each.id for each in self.paragraphs()], given, MOST_SPANS)
        marked = mark(self.question, answer, self.course.texts)
        if marked.state == "unanswered":
            raise RefusedError(marked.feedback[0].text if marked.feedback else "Answer the question first")
        own = {key: value for key, value in answer.items() if key != fields.SURE}
        return own | fields.rider(answer, asked=self.question.confidence)

    def decisions(self, answer: dict[str, Any]) -> Mapping[str, Decision]:
        return decisions(self.question, answer)

    def spans(self, answer: dict[str, Any]) -> Sequence[Span]:
        return [Span.from_json(each) for each in self._pointed(answer)]

    def share(self, answer: dict[str, Any]) -> float | None:
        marked = mark(self.question, answer, self.course.texts)
        return marked.points / marked.of if marked.state in ("right", "partly", "wrong") and marked.of else None

    def offered(self) -> Mapping[str, str]:
        return {each.id: each.text for each in kind_named(self.question.kind).offered(self.question)}

    def reasons(self) -> Sequence[Reason]:
        offered = kind_named(self.question.kind).offered(self.question)
        if offered:
            return [Reason(each.text, each.feedback, each.right) for each in offered]
        return [Reason("", words) for _, words in feedback(self.question) if words]

    def paragraphs(self) -> Sequence[Paragraph]:
        return self._edition().select(self.target.paragraphs) if self.target else ()

    def source(self) -> str:
        return self.target.source if self.target else ""

    def expert(self) -> Sequence[Expert]:
        accepted = self.target.accept if self.target else ()
        return [Expert(each.paragraph, each.quote, each.feedback) for each in accepted]

    def _pointed(self, answer: dict[str, Any]) -> Sequence[Any]:
        if self.target is None:
            return ()
        where = ground_of(answer) if self.question.ground is self.target else answer
        return where.get("spans") or ()

    def _edition(self) -> Edition:
        if self.target is None:
            raise RefusedError(f"{self.question.id}: there is no text to point into")
        source = self.course.library.source(self.target.source)
        edition = source.guide if self.target.edition == "guide" else source.text
        if edition is None:
            raise RefusedError(f"{self.question.id}: it asks about the full text, which is not on this machine")
        found: Edition = edition
        return found


def load_question(spec: Mapping[str, Any], course: Course) -> Item:
    """Find one.

    Parameters
    ----------
    spec
        ``question``, its id; ``version``, where only that one is meant: answers to another can't be marked by it.
    course
        Where it is looked for.

    Raises
    ------
    RefusedError
        When the course has none of this id and version, or a teacher has to read its answers.
    """
    try:
        found = course.question(fields.words(spec, "question", fields.LONGEST_UNIT * 2))
    except CourseError as error:
        raise RefusedError(str(error)) from error
    if spec.get("version", found.version) != found.version:
        raise RefusedError(f"{found.id}: it is another than the one that was asked, since the course has changed")
    if not counted(found) or kind_named(found.kind).open_ended:
        raise RefusedError(f"{found.id}: its answers are read by people; ask it out loud")
    return _AskedQuestion(found, course)
