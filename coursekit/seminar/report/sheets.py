"""The hand-ins that count, exercise by exercise, with all marks at hand by the question's id."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.marking.hand_in import HandIn
    from coursekit.marking.keys import Keys
    from coursekit.questions import Question
    from coursekit.questions.exercises import Exercise
    from coursekit.seminar.classwork import Classwork

SCORED = ("right", "partly", "wrong")


@dataclass(frozen=True)
class Sheet:
    """One hand-in.

    Parameters
    ----------
    learner
        The name on it.
    who
        That name and a number: of several people with one name in an exercise, each has another. Over several
        exercises one ``who`` is taken for one person.
    given
        What was handed in.
    marks
        Question id -> its mark, as `marks.details.jsonl` has it.
    """

    learner: str
    who: tuple[str, int]
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


def sheets(classwork: Classwork, keys: Keys) -> tuple[Sheets, ...]:
    """Return the hand-ins that count, by exercise.

    Raises
    ------
    CourseError
        When an exercise of the course cannot be read.
    """
    found = []
    for name in classwork.exercises:
        key = keys.get(name)
        seen: Counter[str] = Counter()
        own = []
        for work in classwork.counting(name):
            if work.given is None:
                continue
            learner = work.row.learner
            seen[learner.casefold()] += 1
            marks = {mark["id"]: mark for mark in work.marks}
            own.append(Sheet(learner, (learner.casefold(), seen[learner.casefold()]), work.given, marks))
        if key and own:
            found.append(Sheets(key.exercise, tuple(own)))
    return tuple(found)
