"""Marks and pointed places as a flat table: a row for every passage. For spreadsheets, and for reading back.

UTF-8 with the mark at its beginning that spreadsheets look for. What would be taken for a formula begins with an
apostrophe, which reading takes away again. Positions count code points, half-open, as everywhere here.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.formats.annotations.noted import Noted
from coursekit.marking.visible import bare, cell
from coursekit.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEAD = ("id", "passage", "learner", "task", "question", "tag", "comment")
_PLACE = ("source", "edition", "paragraph", "start", "end", "quote", "prefix", "suffix")
_TIMES = ("created", "modified")
COLUMNS = (*_HEAD, *_PLACE, *_TIMES)
_OWN = (*_HEAD[2:], *_TIMES)  # columns that are fields of what was noted
_NUMBERS = ("start", "end")
_WHOLE = re.compile(r"[0-9]{1,9}")


def write(noted: Iterable[Noted]) -> bytes:
    """Return the table as a file's bytes."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows(row for each in noted for row in _rows(each))
    return text.getvalue().encode("utf-8-sig")


def read(raw: bytes) -> list[Noted]:
    """Read such a table.

    Raises
    ------
    CourseError
        When it is none, or a row names no passage: which line.
    """
    try:
        table = csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True)
        if tuple(table.fieldnames or ()) != COLUMNS:
            raise CourseError(f"not a table of marks (expected the columns {', '.join(COLUMNS)}); export it again")
        found: dict[str, Noted] = {}
        for row in table:
            where = f"line {table.line_num}"
            if None in row or None in row.values():
                raise CourseError(f"{where}: expected {len(COLUMNS)} cells; export the table again")
            cells = {key: bare(value) for key, value in row.items()}
            span = Span.from_json({key: _value(cells, key, where) for key in _PLACE}, where)
            first = found.get(cells["id"]) or Noted(cells["id"], (), **{key: cells[key] for key in _OWN})
            found[cells["id"]] = replace(first, spans=(*first.spans, span))
    except (UnicodeDecodeError, csv.Error) as error:
        raise CourseError(f"not a table that can be read ({error}); export it again") from error
    return list(found.values())


def _rows(noted: Noted) -> Iterator[list[str | int]]:
    for number, span in enumerate(noted.spans, 1):
        own = {key: getattr(noted, key) for key in _OWN} | span.to_json()
        values = own | {"id": noted.id, "passage": number}
        yield [cell(value) if isinstance(value := values[key], str) else value for key in COLUMNS]


def _value(cells: dict[str, str], key: str, where: str) -> str | int:
    if key not in _NUMBERS:
        return cells[key]
    if not _WHOLE.fullmatch(cells[key]):
        raise CourseError(f"{where}: {key}: expected a whole number")
    return int(cells[key])
