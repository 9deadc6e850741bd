"""Read until when something is due, as people write it: a day, with or without a time of day."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from coursekit.dates.human import Unread, read_date
from coursekit.dates.normal import LONGEST, MONTHS
from coursekit.dates.signs import settled

if TYPE_CHECKING:
    from datetime import tzinfo

EXPECTED = "write it as 2026-02-01 12:00, or 1 February 2026, 12:00; without a time of day the whole day counts"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_END = time(23, 59, 59)
_LAST = ((24, 0), (23, 59))  # who writes one of these means the day's end
_NOON, _HALF = 12, 12  # o'clock, and hours in half a day
_WEEKDAY = re.compile(rf"\b({'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in _DAYS)})\b[.,]?", re.IGNORECASE)
_TIME = re.compile(
    r"(?:[T,]|\bat\b|\bat\s|\s|^)\s*(?:(?P<word>noon|midnight)|(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))(?::(?P<s>\d\d))?"
    r"\s*(?:(?P<half>[ap])\.?\s?m\b\.?|uhr\b)?|(?P<hour>\d{1,2})\s*(?:(?P<halves>[ap])\.?\s?m\b\.?|uhr\b))$",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_moment(text: str, zone: tzinfo | None = None) -> datetime | Unread:
    """Return the moment after which something is late; a day alone lasts to its end.

    Parameters
    ----------
    text
        As ``2026-02-01T12:00+01:00``, ``1 February 2026, 12:00``, ``Sunday, February 1, 2026 at 11:59 PM``,
        ``1.2.2026 12 Uhr``, ``2026-02-01``.
    zone
        Where the clock hangs, if the text does not say; by default this machine's.
    """
    given = " ".join(settled(text[: 4 * LONGEST]).split())
    if len(text) > LONGEST:
        return Unread(f"that is too long for a date; {EXPECTED}")
    if not _DAY.fullmatch(given):
        with suppress(ValueError):
            found = datetime.fromisoformat(given)
            found = found.replace(second=_END.second) if (found.hour, found.minute) in _LAST else found
            return _placed(found, zone) if re.search(r"[-\d][ T]\d\d:", given) else Unread(_not(given))
    read = _in_words(given)
    return read if isinstance(read, Unread) else _placed(read, zone)


def _in_words(given: str) -> datetime | Unread:
    at = _TIME.search(given)
    clock = _clock(at) if at else _END
    if clock is None:
        return Unread(f"“{given}”: there is no such time of day; {EXPECTED}")
    rest = given[: at.start()] if at else given
    weekday = _WEEKDAY.match(rest)
    words = (rest[weekday.end() :] if weekday else rest).strip(" ,")
    read = read_date(words)
    if isinstance(read, Unread):
        return Unread(f"“{given}”: {_tail(read)}")
    if not _DAY.fullmatch(read):
        return Unread(f"“{given}”: that is no one day; {EXPECTED}")
    day = date.fromisoformat(read)
    if weekday and not _DAYS[day.weekday()].casefold().startswith(weekday[1].casefold()[:3]):
        said = f"{day.day} {MONTHS[day.month - 1]} {day.year} is a {_DAYS[day.weekday()]}"
        return Unread(f"“{given}”: {said}; see which is meant")
    return datetime.combine(day, clock)


def say_moment(moment: datetime) -> str:
    """Return a moment in words, by the clock of its own zone; the end of a day is said as that."""
    day = f"{_DAYS[moment.weekday()]}, {moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    return f"the end of {day}" if moment.time() == _END else f"{day}, {moment:%H:%M}"


def _placed(moment: datetime, zone: tzinfo | None) -> datetime | Unread:
    try:
        return moment if moment.tzinfo else moment.astimezone() if zone is None else moment.replace(tzinfo=zone)
    except (OverflowError, OSError, ValueError):  # a year that no clock has
        return Unread(f"that is no time that can be; {EXPECTED}")


def _clock(found: re.Match[str]) -> time | None:
    """Return the time of day; midnight ends its day. None where there is no such time."""
    if found["word"]:
        return time(_NOON) if found["word"].casefold() == "noon" else _END
    hour, minute = int(found["h"] or found["hour"]), int(found["m"] or 0)
    half = (found["half"] or found["halves"] or "").casefold()
    if half:
        if not 0 < hour <= _HALF:
            return None
        hour = hour % _HALF + (_HALF if half == "p" else 0)
    if (hour, minute) in _LAST and not found["s"]:
        return _END
    try:
        return time(hour, minute, int(found["s"] or 0))
    except ValueError:
        return None


def _not(given: str) -> str:
    return f"“{given}”: not read as a date; {EXPECTED}"


def _tail(unread: Unread) -> str:
    """Return why a date was not read; where nothing better is known, what is expected here."""
    why = unread.why.rstrip(".")
    known = why.startswith(("That may be", "Write the year"))
    return f"{why[0].lower()}{why[1:]}" if known else f"not read as a date; {EXPECTED}"
