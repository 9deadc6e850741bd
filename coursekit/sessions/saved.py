"""What the journal holds of a question: the answer, its mark, and whether the question has changed since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coursekit.marking import mark
from coursekit.marking.held_back import without_key
from coursekit.questions import Mark, Note, Question, kind_named
from coursekit.questions.confidence import sure
from coursekit.sessions.told_enough import told_enough
from coursekit.words import day

if TYPE_CHECKING:
    from coursekit import journal
    from coursekit.sessions import protocol
    from coursekit.sessions.learner_state import LearnerState
    from coursekit.sessions.store import Store

_COMPARE = "compare:"  # notes that belong beside the text, after reading


@dataclass(frozen=True)
class Saved:
    """An answer as it stands: what was given, its mark if it was checked, when (UTC), and what the mark links to.

    ``judged``: a verdict on the question was shown, and ``sure`` is how sure the learner was then.
    """

    answer: dict[str, Any]
    mark: Mark | None
    at: str
    passages: dict[str, Any]
    hints: tuple[str, ...] = ()
    judged: bool = False
    sure: float | None = None

    def to_json(self) -> protocol.Saved:
        """Return what a card takes; nothing where nothing was answered."""
        told: protocol.Saved = {}
        if self.at:
            mark_: Any = self.mark.to_json() if self.mark else None
            told = {"answer": self.answer, "mark": mark_, "at": self.at, "passages": self.passages}
        if self.hints:
            told["hints"] = list(self.hints)
        if self.judged:
            told["sure"] = self.sure
        return told


NOTHING = Saved({}, None, "", {})


def saved(store: Store, question: Question) -> Saved:
    """Return what was answered to a question.

    An answer to an earlier version is kept and shown, but not marked: it answered another question. The
    learner is told so in a sentence. Raises CourseError when the journal cannot be read.
    """
    state = store.state
    judged = state.judgements.made(question.id, question.version)
    said = sure(state.judgements.settled(question.id, question.version, {})) if judged else None
    found = _answered(store, state, question)
    return replace(found, hints=question.hints[: state.hints[question.id]], judged=judged, sure=said)


def _answered(store: Store, state: LearnerState, question: Question) -> Saved:
    last = state.answers.get(question.id)
    if last is None:
        return NOTHING
    if last.version != question.version:
        return _outdated(question, last)
    if last.checked or (kind_named(question.kind).open_ended and state.handed_in(question.id, question.version)):
        return marked(store, question, last)
    return Saved(last.answer, None, last.at, {})


def marked(store: Store, question: Question, answered: journal.Answered) -> Saved:
    """Return an answer with its mark as the learner may see it now, and what that links to."""
    found = visible_mark(store, question, answered)
    return Saved(answered.answer, found, answered.at, store.passages(question, found))


def visible_mark(store: Store, question: Question, answered: journal.Answered) -> Mark:
    """Return the mark of an answer as the learner may see it now.

    What a prediction is to be compared with waits until the text has been read.
    """
    found = store.mark(question, answered)
    if question.purpose != "prediction":
        if not _may_try_again(store, question):
            return found
        checked = [each.answer for each in store.state.handed_in(question.id, question.version)]
        return told_enough(question, without_key(found), answered.answer, checked)
    return replace(found, feedback=tuple(note for note in found.feedback if not note.part.startswith(_COMPARE)))


def _may_try_again(store: Store, question: Question) -> bool:
    """Tell whether a question belongs to an exercise whose solution was not opened yet."""
    exercise = store.course.exercises.of_question(question.id)
    return exercise is not None and exercise.id not in store.state.solutions


def points_to_compare(store: Store, question: Question, answer: dict[str, Any]) -> list[Note]:
    """Return what a prediction is laid beside."""
    given = answer if answer.get("text") else {"text": "…"}
    return [note for note in mark(question, given, store.course.shelf).feedback if note.part.startswith(_COMPARE)]


def given(store: Store, question: Question, last: journal.Answered | None) -> bool:
    """Tell whether a question was answered, in whichever version, with anything at all."""
    if last is None or last.version != question.version:
        return last is not None
    return store.mark(question, last).state != "unanswered"


def _outdated(question: Question, last: journal.Answered) -> Saved:
    if not any(value for key, value in last.answer.items() if key != "confidence"):
        return NOTHING
    fits = mark(question, last.answer).state != "unanswered"
    told = "Your answer is shown as you gave it" if fits else "Your answer does not fit it any more, but is kept"
    words = f"This question has changed since you answered it {day(last.at)}. {told}; look at it again, then check it."
    told_so = Mark("unanswered", 0.0, question.points, (Note("whole", "note", words),))
    return Saved(last.answer if fits else {}, told_so, last.at, {})
