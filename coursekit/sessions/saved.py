"""What the journal holds of a question: the answer, its mark, and whether the question has changed since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coursekit import journal
from coursekit.marking import mark
from coursekit.questions import Mark, Note, Question
from coursekit.sessions.passages import passages
from coursekit.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursekit.journal import Event
    from coursekit.lesson.course import Course

_COMPARE = "compare:"  # notes that belong beside the text, after reading


@dataclass(frozen=True)
class Saved:
    """An answer as it stands: what was given, its mark if it was checked, when (UTC), and what the mark links to."""

    answer: dict[str, Any]
    mark: Mark | None
    at: str
    passages: dict[str, Any]
    hints: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return what the question's widget takes; nothing where nothing was answered."""
        taken: dict[str, Any] = {"hints": list(self.hints)} if self.hints else {}
        if not self.at:
            return taken
        told = self.mark.to_json() if self.mark else None
        return {"answer": self.answer, "mark": told, "at": self.at, "passages": self.passages, **taken}


NOTHING = Saved({}, None, "", {})


def saved(course: Course, question: Question) -> Saved:
    """Return what was answered to a question.

    An answer to an earlier version is kept and shown, but not marked: it answered another question. The
    learner is told so in a sentence. Raises CourseError when the journal cannot be read.
    """
    events = course.journal.read().events
    hints = question.hints[: journal.hints(events).get(question.id, 0)]
    return replace(_answered(course, question, events), hints=hints)


def _answered(course: Course, question: Question, events: Sequence[Event]) -> Saved:
    last = journal.answers(events).get(question.id)
    if last is None:
        return NOTHING
    if last.version != question.version:
        return _outdated(question, last)
    if last.checked or (question.kind == "text" and _handed_in(events, question.id, question.version)):
        marked = marked_for(course, question, last.answer)
        return Saved(last.answer, marked, last.at, passages(course, question, marked))
    return Saved(last.answer, None, last.at, {})


def marked_for(course: Course, question: Question, answer: object) -> Mark:
    """Return the mark of an answer as the learner may see it now.

    What a prediction is to be compared with waits until the text has been read.
    """
    found = mark(question, answer, course.shelf)
    if question.purpose != "prediction":
        return found if found.state == "right" else _held_back(course, question, answer, found)
    return replace(found, feedback=tuple(note for note in found.feedback if not note.part.startswith(_COMPARE)))


def _held_back(course: Course, question: Question, answer: object, found: Mark) -> Mark:
    """Leave out of an exercise's mark what would be the answer, as long as its solution was not opened."""
    exercise = course.exercises.of_question(question.id)
    if exercise is None or exercise.id in journal.solutions(course.journal.read().events):
        return found
    given = answer if isinstance(answer, dict) else {}
    own = {given.get("choice"), *(given.get("choices") or ())}
    kept = [note for note in found.feedback if note.tone != "right" or ":" in note.part or note.part in own]
    return replace(found, feedback=tuple(kept))


def points_to_compare(course: Course, question: Question, answer: object) -> list[Note]:
    """Return what a prediction is laid beside."""
    given = answer if isinstance(answer, dict) and answer.get("text") else {"text": "…"}
    return [note for note in mark(question, given, course.shelf).feedback if note.part.startswith(_COMPARE)]


def given(question: Question, last: journal.Answered | None) -> bool:
    """Tell whether a question was answered, in whichever version, with anything at all."""
    return last is not None and (last.version != question.version or mark(question, last.answer).state != "unanswered")


def is_open(course: Course, siglum: str, after: str) -> bool:
    """Tell whether a text may be read: its prediction was handed in, or the learner chose to read without."""
    events = course.journal.read().events
    if (siglum, after) in journal.opened(events):
        return True
    question = course.question(after)
    return any(mark(question, answer).state != "unanswered" for answer in _handed_in(events, after))


def _handed_in(events: Iterable[Event], question_id: str, version: int | None = None) -> list[dict[str, Any]]:
    """Return the answers to a question that were checked, of one version or of any."""
    found = [e.data for e in events if e.event == "answer" and e.data["checked"] and e.data["question"] == question_id]
    return [data["answer"] for data in found if version in (None, data["version"])]


def _outdated(question: Question, last: journal.Answered) -> Saved:
    if not any(value for key, value in last.answer.items() if key != "confidence"):
        return NOTHING
    fits = mark(question, last.answer).state != "unanswered"
    told = "Your answer is shown as you gave it" if fits else "Your answer does not fit it any more, but is kept"
    words = f"This question has changed since you answered it {day(last.at)}. {told}; look at it again, then check it."
    told_so = Mark("unanswered", 0.0, question.points, (Note("whole", "note", words),))
    return Saved(last.answer if fits else {}, told_so, last.at, {})
