"""The ways in which a plain date is written, where a program can compare words but not read dates."""

from __future__ import annotations

import re

from coursekit.dates.human import read_date
from coursekit.dates.normal import MONTHS

_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(~?)", re.ASCII)
_ABOUT = ("about ", "around ", "circa ", "c. ")


def forms(edtf: str) -> tuple[str, ...]:
    """Return the usual ways to write a plain day, month or year, EDTF first; "about" of one, too.

    Each reads as that date and no other. Empty for any other date: stretches of time and days not known can be
    written in too many ways.
    """
    found = _PLAIN.fullmatch(edtf)
    if not found:
        return ()
    year, month, day, about = found.groups()
    plain = _forms(year, month, day)
    ways = [edtf, *(f"{word}{form}" for form in plain for word in _ABOUT)] if about else plain
    return tuple(way for way in dict.fromkeys(ways) if read_date(way) == edtf)


def _forms(year: str, month: str | None, day: str | None) -> list[str]:
    if month is None:
        return [year]
    name = MONTHS[int(month) - 1]
    names = dict.fromkeys((name, name[:3]))
    if day is None:
        return [f"{year}-{month}", *(f"{each} {year}" for each in names)]
    number = str(int(day))
    words = [form for each in names for form in (f"{number} {each} {year}", f"{each} {number}, {year}")]
    return [f"{year}-{month}-{day}", *words, f"{number}.{int(month)}.{year}", f"{day}.{month}.{year}"]
