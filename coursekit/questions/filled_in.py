"""Cells of a table as people write them in Python, or keep them in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.dates.signs import settled
from coursekit.errors import CourseError
from coursekit.questions.block import rows_of

if TYPE_CHECKING:
    from coursekit.questions.grid import Grid

MOST_BYTES = 500_000
_ROW = ("row", "id")


def filled_in(question: Grid, value: object) -> dict[str, dict[str, str]]:
    """Return the cells that rows, or the CSV file at a path, fill in. Raises CourseError for what is neither."""
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
