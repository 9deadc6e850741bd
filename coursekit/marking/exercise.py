"""Mark the answers to an exercise: question by question, and all together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.marking.one import MARKING, mark
from coursekit.questions import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.questions.base import Mark, Question
    from coursekit.questions.exercises import Exercise
    from coursekit.questions.shelf import Texts


@dataclass(frozen=True)
class Marked:
    """The marks of one exercise, one for each of its questions, in its order.

    ``points`` of ``of`` are counted by machine; ``for_a_teacher`` are the points of what was written for people.
    """

    exercise: Exercise
    marks: tuple[tuple[Question, Mark], ...]
    marking: str = MARKING

    @property
    def points(self) -> float:
        """The points won so far, to two decimals."""
        return round(sum(mark.points for question, mark in self.marks if question.scores), 2)

    @property
    def of(self) -> float:
        """The points that are counted by machine."""
        return self.exercise.of

    @property
    def for_a_teacher(self) -> float:
        """The points of texts that were written and are to be read."""
        return sum(mark.of for question, mark in self.marks if question.scores and mark.state == "human")

    @property
    def summary(self) -> str:
        """What was counted here and what a teacher reads, in a sentence or two."""
        here = [mark for question, mark in self.marks if question.scores and counted(question)]
        written = [mark for question, mark in self.marks if question.scores and not counted(question)]
        right = sum(mark.state == "right" for mark in here)
        blank = sum(mark.state == "unanswered" for mark in here)
        words = f"{self.points:g} of {self.of:g} points counted here: {right} of {len(here)} parts right"
        words += f", {blank} not answered yet." if blank else "."
        if written:
            done = sum(mark.state == "human" for mark in written)
            parts = "1 part is" if len(written) == 1 else f"{len(written)} parts are"
            words += f" {parts} read by your teacher ({self.exercise.for_a_teacher:g} points); {done} written."
        return words


def mark_exercise(exercise: Exercise, answers: Mapping[str, object], texts: Texts | None = None) -> Marked:
    """Mark an exercise; pure, and never an exception whatever the answers are.

    Parameters
    ----------
    exercise
        The exercise, with its keys.
    answers
        Question id -> the JSON value that was answered. What is missing is unanswered; ids that the exercise
        does not have are passed over.
    texts
        As for `mark`.
    """
    return Marked(exercise, tuple((each, mark(each, answers.get(each.id), texts)) for each in exercise.questions))
