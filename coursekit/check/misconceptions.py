"""Codes of misconceptions that the course's list does not have, so that nobody could say what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem, problem_of
from coursekit.errors import CourseError
from coursekit.questions.misconceptions import codes
from coursekit.words import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.course import Course
    from coursekit.questions import Question


def check_misconceptions(course: Course, questions: Iterable[Question]) -> list[Problem]:
    """Return what is wrong with the list, or the questions that carry a code it has not.

    A course without a list may use codes as it likes.
    """
    try:
        known = course.misconceptions
    except CourseError as error:
        return [problem_of(error)]
    if not known:
        return []
    return [
        Problem(each.where.file, each.where.line, f"{each.id}: {nearest(code, known, 'misconception')}")
        for each in questions
        for code in dict.fromkeys(codes(each))
        if code not in known
    ]
