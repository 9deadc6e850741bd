"""Errors that people read: one line, what and where and what to do now."""

from __future__ import annotations


class CourseError(Exception):
    """Something a learner, an instructor or an author can put right.

    The message is one line of plain words. Whoever talks to a person (the command line,
    a lesson's cell) shows the line and nothing else: no traceback.
    """

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))
