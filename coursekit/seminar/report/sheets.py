"""The hand-ins that count, exercise by exercise, with all marks at hand by the question's id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.marking.hand_in import HandIn
    from coursekit.marking.keys import Keys
    from coursekit.questions import Question
    from coursekit.questions.exercises import Exercise
    from coursekit.seminar.report.people import People, Who

SCORED = ("right", "partly", "wrong")


@dataclass(frozen=True)
class Sheet:
    """One hand-in.

    Parameters
    ----------
    learner
        What they are called.
    who
        Whose it is: over several exercises one ``who`` is one person (`coursekit.seminar.report.people`).
    given
        What was handed in.
    marks
        Question id -> its mark, as `marks.details.jsonl` has it.
    """

    learner: str
    who: Who
    given: HandIn
    marks: Mapping[str, Mapping[str, Any]]

    def answered(self, question_id: str) -> bool:
        """Tell whether a question has an answer that could be read."""
        return bool(self.marks.get(question_id, {}).get("state", "unanswered") != "unanswered")

    def share(self, question_id: str) -> float | None:
        """Return the share of its points that an answer has; None for a blank one, or one that nobody has read."""
        mark = self.marks.get(question_id, {})
        scored = mark.get("state") in SCORED or (mark.get("state") == "human" and "read" in mark)
        return mark["points"] / mark["of"] if scored and mark["of"] else None


@dataclass(frozen=True)
class Sheets:
    """An exercise, or a lesson handed in as one, and its hand-ins."""

    exercise: Exercise
    sheets: tuple[Sheet, ...]

    @property
    def asked(self) -> tuple[Question, ...]:
        """Its questions, but those that only ask what somebody expects."""
        return tuple(each for each in self.exercise.questions if each.purpose != "prediction")


def sheets(class_: People, keys: Keys) -> tuple[Sheets, ...]:
    """Return the hand-ins that are in the figures, by exercise.

    Raises
    ------
    CourseError
        When an exercise of the course cannot be read.
    """
    piles: dict[str, list[Sheet]] = {}
    for each in class_.owned:
        if each.work.given:
            marks = {mark["id"]: mark for mark in each.work.marks}
            piles.setdefault(each.work.row.exercise, []).append(Sheet(each.learner, each.who, each.work.given, marks))
    found = [(keys.get(name), own) for name, own in sorted(piles.items())]
    return tuple(Sheets(key.exercise, tuple(own)) for key, own in found if key)
