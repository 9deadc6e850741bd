"""Votes of the teaching notes that a room could not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem
from coursekit.errors import CourseError
from coursekit.room.items import load_item
from coursekit.room.notes import read_votes

if TYPE_CHECKING:
    from coursekit.course import Course

HOW = (
    "expected a question in emphasis with options (a) … (b) …, or with “Point into LOG p1-p5, at one place.” below it,"
    " or the id of a question between backticks"
)


def check_votes(course: Course) -> list[Problem]:
    """Return the sections on a vote that cannot be read, or that ask what the course has not."""
    found = []
    for path in sorted(course.folders.teaching.glob("[0-9]*.md")):
        name = course.folders.name(path)
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue  # told with the lesson
        for vote in read_votes(text):
            try:
                if vote.spec:
                    load_item(vote.spec, course)
                else:
                    found.append(Problem(name, vote.line, f"The vote: {HOW}"))
            except CourseError as error:
                found.append(Problem(name, vote.line, f"The vote: {error}"))
    return found
