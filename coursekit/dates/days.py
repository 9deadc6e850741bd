"""From EDTF to days that can be drawn, and to words that can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from coursekit.dates import package
from coursekit.dates.normal import backwards, say
from coursekit.errors import CourseError

_PAIR = re.compile(r"\[([^,.\]]+)(?:,|\.\.)([^,.\]]+)\]")
_UNSURE = re.compile(r"[~?%\[]")
_TWO_DAYS = re.compile(r"\[\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d\]")


@dataclass(frozen=True)
class Range:
    """The days a date can be: from ``first`` up to, not including, ``end``, as proleptic Gregorian ordinals.

    None is an open end. ``unsure`` says that the source or we only think so (``~``, ``?``, one of several);
    ``either`` that it is the first or the last of these days and none between; ``lasts`` that it is a time
    from one day to another, rather than one moment not better known.
    """

    first: int | None
    end: int | None
    unsure: bool
    either: bool = False
    lasts: bool = False

    @property
    def day(self) -> bool:
        """Say whether it is one certain day."""
        return not self.unsure and self.first is not None and self.end == self.first + 1

    @property
    def anchor(self) -> int:
        """Return the day at which it stands in a row of dates.

        A moment not better known stands in the middle of what it can be, so that no edge is taken for its
        date; a time that lasted, at its beginning.
        """
        if self.first is None or self.end is None:
            return self.first or self.end or 0
        return self.first if self.lasts or self.either else self.first + (self.end - self.first) // 2


def range_of(edtf: str) -> Range:
    """Return the days of an EDTF date.

    Raises
    ------
    CourseError
        When it is none, is open on both sides, ends before it begins, or leaves the years 1 to 9998.
    """
    text = "".join(edtf.split())
    start, _, stop = text.partition("/")
    try:
        parsed = package.parse(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        first = None if text.startswith(("../", "/", "[..")) else date(*lower[:3]).toordinal() - _leeway(start)
        end = None if text.endswith(("/..", "/", "..]")) else date(*upper[:3]).toordinal() + 1 + _leeway(stop or start)
    except Exception as error:  # the parser lets through errors of its own parts; any of them means no
        raise CourseError(f"“{edtf}”") from error
    if (first is None and end is None) or (first is not None and end is not None and end <= first) or backwards(text):
        raise CourseError(f"“{edtf}”, which has no length")
    if max(first or 1, end or 1) > date(9998, 12, 31).toordinal():
        raise CourseError(f"“{edtf}”, which is after the year 9998")
    return Range(first, end, bool(_UNSURE.search(text)), bool(_TWO_DAYS.fullmatch(text)), "/" in text)


def words(edtf: str) -> str:
    """Return a date as people write it; EDTF itself where there is no plainer way."""
    text = "".join(edtf.split())
    start, slash, end = text.partition("/")
    if slash and start in ("", ".."):
        return f"until {say(end)}" if say(end) else text
    if slash and end in ("", ".."):
        return f"{say(start)} or later" if say(start) else text
    if slash:
        return _joined(start, "to", end) or text
    if pair := _PAIR.fullmatch(text):
        return (
            _joined(pair[1], "or" if "," in text else "to", pair[2], "some time from " if ".." in text else "") or text
        )
    return say(text) or text


def _joined(first: str, link: str, last: str, opening: str = "") -> str:
    """Join two dates and say a year or month that they share only once."""
    one, other = say(first), say(last)
    if not one or not other:
        return ""
    shared = 0
    if first[:4] == last[:4] and len(first) == len(last):
        shared = 2 if first[:7] == last[:7] and one[0].isdigit() and len(first) > len("1893-05") else 1
    short = " ".join(one.split()[:-shared]) if shared else one
    return f"{opening}{short or one} {link} {other}"


def _leeway(text: str) -> int:
    """Return how many days “about” gives on each side: one day, month or year, as exact as the date is."""
    if not _UNSURE.search(text) or "[" in text:
        return 0
    return (365, 30, 1)[min(2, text.count("-"))]
