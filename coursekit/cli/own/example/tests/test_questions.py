"""What this course asks can be answered: blank is never wrong, and typical answers get what their author says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.marking import mark
from coursekit.questions import typical

if TYPE_CHECKING:
    from coursekit.questions import Question

COURSE = Course(Path(__file__).resolve().parent.parent)
EXERCISES = COURSE.exercises.by_id.values()
QUESTIONS = [*COURSE.questions.by_id.values(), *(each for exercise in EXERCISES for each in exercise.questions)]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_blank_is_never_wrong(question: Question) -> None:
    assert mark(question, {}, COURSE.texts).state in ("unanswered", "human")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_typical_answers_get_what_their_author_says(question: Question) -> None:
    for answer, state in typical(question):
        assert mark(question, answer, COURSE.texts).state == state, answer
