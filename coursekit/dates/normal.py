"""EDTF dates as text: put into one form, compared, and said in words.

EDTF is ISO 8601-2: 1893-05-03, 1893-05, 1894-22 (a season), 1893~, ../1893, 1893-10-31/1893-11-21 (all of
that time), [1893-10-31..1893-11-21] (one day of it, not known which).
"""

from __future__ import annotations

import re
from functools import lru_cache

from coursekit.dates.forms import exists, is_edtf
from coursekit.dates.signs import settled

LONGEST = 80
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_OPEN_END = re.compile(r"(\d{4}(?:-\d\d)?)(?:-XX)+", re.ASCII)
_SET = re.compile(r"([\[{])(.+)([\]}])")
TIME = re.compile(r"\d:\d")
# What spreadsheets and Python add to a day when they write it out; midnight is no time that anybody meant.
_CLOCK = r"(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?"
_MIDNIGHT = re.compile(rf"(?<=\d)(?:T| +){_CLOCK}(?= *(?:$|/|,|\.\.|[\]}}]))", re.IGNORECASE | re.ASCII)


@lru_cache(maxsize=512)
def normal(text: str) -> str | None:
    """Return an EDTF date in the form in which two that say the same are alike; None if it is not EDTF.

    The members of a set are sorted, a set or an interval of one is that one, ``1893-05-XX`` is ``1893-05``, a day
    at midnight the day. A set and an interval stay different: the one means a time not known, the other a time that
    lasted. A time of day has no normal form here: days are as exact as questions ask.
    """
    text = "".join(without_midnight(settled(text)).split())
    if not text or len(text) > LONGEST or TIME.search(text):
        return None
    if plain := _PLAIN.fullmatch(text):
        return text if _exists(*plain.groups()) else None
    if open_end := _OPEN_END.fullmatch(text):
        return normal(open_end[1])
    if group := _SET.fullmatch(text):
        return _normal_set(*group.groups())
    start, slash, end = text.partition("/")
    if slash and start == end:
        return normal(start)
    text = text.replace("?~", "%").replace("~?", "%")
    return text if is_edtf(text) and not backwards(text) else None


def _normal_set(opening: str, inner: str, closing: str) -> str | None:
    members = {normal(member) or member if ".." not in member else member for member in inner.split(",")}
    if len(members) == 1 and ".." not in inner:
        return normal(inner.partition(",")[0])
    return f"{opening}{','.join(sorted(members))}{closing}" if is_edtf(f"{opening}{inner}{closing}") else None


def without_midnight(text: str) -> str:
    """Return a text without the midnight that is written after a day."""
    return _MIDNIGHT.sub("", text)


def same(one: str, other: str) -> bool:
    """Say whether two EDTF dates say the same."""
    return normal(one) is not None and normal(one) == normal(other)


def say(text: str) -> str:
    """Return a date in words, or nothing where the words would be no plainer than the date."""
    if "/" in text:
        start, end = text.split("/", 1)
        return f"all the time from {say(start)} to {say(end)}" if say(start) and say(end) else ""
    if group := _SET.fullmatch(text):
        start, dots, end = group[2].partition("..")
        if dots and say(start) and say(end) and group[1] == "[":
            return f"some time, not known when, between {say(start)} and {say(end)}"
        if dots and group[1] == "[" and not (start and end):
            known = say(start or end)
            return known and f"{known} or {'before' if end else 'after'}, not known when"
        members = [say(member) for member in group[2].split(",")]
        return (" or " if group[1] == "[" else " and ").join(members) if all(members) else ""
    mark = {"~": "about ", "?": "perhaps "}.get(text[-1:], "")
    plain = _PLAIN.fullmatch(text[:-1] if mark else text)
    return mark + _say_plain(*plain.groups()) if plain else ""


def backwards(text: str) -> bool:
    """Say whether an interval of two plain dates ends before it begins."""
    start, slash, end = text.partition("/")
    return bool(slash) and all(map(_PLAIN.fullmatch, (start, end))) and start[: len(end)] > end[: len(start)]


def _say_plain(year: str, month: str | None, day: str | None) -> str:
    if month is None:
        return year
    name = SEASONS.get(month) or MONTHS[int(month) - 1]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def _exists(year: str, month: str | None, day: str | None) -> bool:
    if day is None:
        return month is None or month in SEASONS or 1 <= int(month) <= len(MONTHS)
    return exists(year, month, day)
