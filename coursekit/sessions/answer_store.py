"""Keeps the answers to one question in the journal, and gives back what the learner may see of them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from coursekit.errors import CourseError
from coursekit.journal import VERDICTS, Answered
from coursekit.questions import anchors
from coursekit.questions.confidence import sure
from coursekit.questions.misconceptions import codes
from coursekit.questions.target import target_text
from coursekit.sessions.gates import LOCKED
from coursekit.sessions.passages import look_up
from coursekit.sessions.saved import marked, saved

if TYPE_CHECKING:
    from coursekit.questions import Mark, Question
    from coursekit.sessions.protocol import ParagraphJson, Passage, Saved
    from coursekit.sessions.store import Store


MOST_CODES = 20


class AnswerStore:
    """Implements `coursekit.sessions.question.Answers` for one question of a course."""

    def __init__(self, store: Store, question: Question) -> None:
        self.store = store
        self.question = question

    def keep(self, answer: dict[str, Any], *, check: bool, origin: object = None) -> Saved:
        """Keep an answer; mark it where that is asked for. Raises CourseError when it was not kept."""
        store, question = self.store, self.question
        with suppress(CourseError):  # what cannot be read now is settled when it can be
            answer = store.state.judgements.settled(question.id, question.version, answer)
        of = {"question": question.id, "version": question.version}
        at = store.write("answer", **of, answer=answer, checked=check).at
        told: Saved = {"answer": answer, "mark": None, "at": at, "passages": {}}
        if check:
            found = marked(store, question, Answered(answer, question.version, at, check))
            told = found.to_json()
            # The answer is safe; that its mark was seen is worth noting, and no reason to refuse it.
            if found.mark:
                with suppress(CourseError):
                    store.write("mark-shown", **of, **worth_noting(found.mark))
                if found.mark.state in VERDICTS:
                    told["sure"] = sure(answer)
        store.notify_views(origin)
        return told

    def saved(self) -> Saved:
        """Return what was answered, to the question as it is now. Raises CourseError when it cannot be read."""
        return saved(self.store, self.store.course.question(self.question.id)).to_json()

    def hint(self, step: int) -> tuple[str, list[str]]:
        """Note that a hint was taken, and return when, and all that are out."""
        question = self.question
        if not 0 < step <= len(question.hints):
            raise CourseError(f"{question.id}: there is no hint {step}; there are {len(question.hints)}")
        return self.store.write("hint", question=question.id, step=step).at, list(question.hints[:step])

    def text(self) -> tuple[list[ParagraphJson], str]:
        """Return the paragraphs that the question points into, or none and why they are not open yet.

        A warm-up asks of what an earlier lesson has opened: it stands before the prediction, and no gate shuts it.
        """
        course = self.store.course
        early = self.question.purpose == "warm-up"
        for _, target in anchors(course.question(self.question.id)):
            shown = target_text(target, course.shelf)
            if not early and self.store.waits_for(target.source, [each["id"] for each in shown]):
                return [], LOCKED
            return cast("list[ParagraphJson]", shown), ""
        return [], ""

    def passages(self, refs: list[str]) -> dict[str, Passage]:
        """Return what these references name, but for what waits for a prediction; a warm-up is shut by no gate."""
        found: dict[str, Passage] = look_up(self.store.course, refs)
        if self.question.purpose == "warm-up":
            return found
        return {name: each for name, each in found.items() if not self.store.waits_for(*_place(name))}


def _place(name: str) -> tuple[str, list[str]]:
    siglum, _, paragraph = name.partition(" ")
    return siglum, [paragraph]


def worth_noting(mark: Mark) -> dict[str, Any]:
    """Return what is noted of a mark that was shown: its state, its points, and the misconceptions it told of."""
    told = tuple(note for note in mark.feedback if note.tone in ("wrong", "partly"))
    shown = sorted(set(codes(told)))[:MOST_CODES] if mark.state != "right" else []
    return {"state": mark.state, "points": mark.points} | ({"misconceptions": shown} if shown else {})
