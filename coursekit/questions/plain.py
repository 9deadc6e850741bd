"""Answers as people write them in Python, or keep them in a spreadsheet, turned into the JSON a question takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coursekit.questions.kinds import kind_named

if TYPE_CHECKING:
    from coursekit.questions.base import Answer, Question


def as_answer(question: Question, value: object) -> Answer:
    """Return the answer that a plain value means.

    Parameters
    ----------
    question
        Any question.
    value
        An answer as it is; or a number, date or text; an option's id or several; ``{"row": {"column": value}}``,
        a list of rows each with its ``row``, or the path of a CSV file with a column ``row``, for a table.

    Raises
    ------
    CourseError
        When the value cannot be an answer to this question.
    """
    kind = kind_named(question.kind)
    key = kind.plain_key
    if isinstance(value, Mapping) and (key in value or not key or not value):
        return dict(value)
    return kind.plain(question, value)
