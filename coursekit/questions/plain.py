"""Answers as people write them in Python, or keep them in a spreadsheet, turned into the JSON a question takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.dates.signs import settled
from coursekit.errors import CourseError
from coursekit.questions.block import rows_of
from coursekit.questions.grid import Grid
from coursekit.questions.kinds import kind_named

if TYPE_CHECKING:
    from coursekit.questions.base import Answer, Question

MOST_BYTES = 500_000
# What the answer of a kind is called; a kind with ``plain`` says so itself.
KEYS = {
    "single": "choice",
    "multiple": "choices",
    "order": "order",
    "match": "pairs",
    "classify": "classes",
    "number": "text",
    "date": "text",
    "text": "text",
}
_ROW = ("row", "id")


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
    key = getattr(kind_named(question.kind), "plain", "") or KEYS.get(question.kind, "")
    if isinstance(value, Mapping) and (key in value or not key or not value):
        return dict(value)
    if isinstance(question, Grid):
        return {"cells": _cells(question, value)}
    if not key:
        raise CourseError(f"{question.id}: a question of the kind {question.kind} is answered on its card")
    if key == "text":
        return {key: value if isinstance(value, str) else str(value)}
    if isinstance(value, list | tuple | set):
        return {key: [str(each) for each in value]}
    return {key: dict(value) if isinstance(value, Mapping) else value}


def _cells(question: Grid, value: object) -> dict[str, dict[str, str]]:
    if isinstance(value, str | Path):
        rows: Iterable[object] = _csv(question, Path(value))
    elif isinstance(value, Mapping):
        rows = [{"row": row, **(line if isinstance(line, Mapping) else {"": line})} for row, line in value.items()]
    elif isinstance(value, Iterable):
        rows = value
    else:
        raise CourseError(f"{question.id}: expected rows, or the path of a CSV file; found {type(value).__name__}")
    columns = {_name(name): each.id for each in question.columns for name in (each.id, each.name)}
    names = {_name(name): row.id for row in question.rows for name in (row.id, row.text)}
    found: dict[str, dict[str, str]] = {}
    for line in rows:
        if not isinstance(line, Mapping):
            raise CourseError(f"{question.id}: expected each row as {{column: value}}; found {type(line).__name__}")
        row = next((_name(line[key]) for key in _ROW if key in line), "")
        if row not in names:
            known = ", ".join(each.id for each in question.rows)
            raise CourseError(f"{question.id}: no row “{row[:60]}”; there is {known}")
        found[names[row]] = {columns[_name(c)]: _cell(v) for c, v in line.items() if _name(c) in columns and _cell(v)}
    return found


def _name(value: object) -> str:
    """Return what a row or column is called, whatever signs a spreadsheet put into it."""
    return " ".join(settled(str(value)).split())


def _cell(value: object) -> str:
    if value is None or value != value:  # noqa: PLR0124 - a spreadsheet's empty cell is often NaN
        return ""
    if isinstance(value, list | tuple | set):
        return ", ".join(str(each) for each in value)
    return str(value).strip()


def _csv(question: Grid, path: Path) -> list[dict[str, Any]]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CourseError(f"{path}: larger than {MOST_BYTES // 1000} kB; keep the table only")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: cannot be read as CSV ({error}); save it as CSV, UTF-8") from error
    first = text.partition("\n")[0]
    head, *lines = rows_of(text, max(",;\t", key=first.count))
    head = list(map(_name, head))
    rows = [dict(zip(head, line, strict=False)) for line in lines if any(line)]
    if not rows or not set(_ROW) & set(rows[0]):
        raise CourseError(f"{path}: expected a first line with “row” and columns, as {question.columns[0].id}")
    return [{key: value for key, value in row.items() if key} for row in rows]
