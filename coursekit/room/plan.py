"""What can be asked in a room at one press: the votes of the lesson's teaching notes in order, then its questions."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.room.items import load_item
from coursekit.room.notes import votes

if TYPE_CHECKING:
    from coursekit.course import Course

NOTES, LESSON = "notes", "lesson"


def plan(course: Course, lesson: str) -> list[dict[str, Any]]:
    """Return what can be asked: ``from`` (notes or lesson), ``prompt``, ``item`` as `load_item` takes it, and advice.

    Parameters
    ----------
    course
        The instructor's course.
    lesson
        The lesson's number; "" where the session belongs to none.

    Raises
    ------
    CourseError
        When the lesson is not there.
    """
    if not lesson:
        return []
    questions = course.lesson(lesson)[0]
    found = []
    for each in votes(course.folders.teaching, lesson):
        with suppress(CourseError):  # check tells of it, with file and line
            prompt = load_item(each.spec, course).shown()["prompt"]
            advice = {"expected": each.expected, "cases": list(each.cases)}
            found.append({"from": NOTES, "prompt": prompt, "item": dict(each.spec), **advice})
    for question in questions:
        with suppress(CourseError):
            item = load_item({"kind": "question", "question": question.id}, course)
            found.append({"from": LESSON, "prompt": question.prompt, "item": item.spec()})
    return found
