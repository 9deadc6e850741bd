"""Dates in EDTF, the form that can say "about" and "not later than".

The edtf package knows all of it. To import it takes a tenth of a second and to read one date with it 20 ms,
too much where a lesson's cell waits, so the few forms in which most dates are written are known here.
"""

from __future__ import annotations

import re
from datetime import date

from coursekit.dates import package

MOST_SIGNS = 100
_ONE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_SET = re.compile(r"\[(.+)\]|\{(.+)\}")


def is_edtf(value: str) -> bool:
    """Say whether a text is a date in the Extended Date/Time Format (Library of Congress, 2019)."""
    if not value or len(value) > MOST_SIGNS:
        return False
    return is_common(value) or package.parse(value) is not None


def is_common(value: str) -> bool:
    """Say whether a text is EDTF of a common form: other texts may be EDTF, too.

    One date, exact, about (``~``) or perhaps (``?``); an interval of two, or open at one end; a set of dates,
    or of all from one to the other, or open at one end.
    """
    if group := _SET.fullmatch(value):
        inner = group[1] or group[2]
        members = inner.split(",")
        return all(map(_is_one, members)) if len(members) > 1 else _is_range(*inner.partition(".."))
    start, slash, end = value.partition("/")
    if not slash:
        return _is_one(value[:-1] if value[-1:] in ("~", "?") else value)
    return (_is_one(start) or start == "..") and (_is_one(end) or end == "..") and start != end


def exists(year: str, month: str | None = None, day: str | None = None) -> bool:
    """Say whether there is such a day, month or year; the calendar begins with the year 1."""
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def _is_one(text: str) -> bool:
    found = _ONE.fullmatch(text)
    return found is not None and exists(*found.groups())


def _is_range(start: str, dots: str, end: str) -> bool:
    """Say whether all from one to the other is meant; both must be as exact, for so the standard has it."""
    if not dots or not (start or end):
        return False
    return all(_is_one(part) for part in (start, end) if part) and (len(start) == len(end) or not (start and end))
