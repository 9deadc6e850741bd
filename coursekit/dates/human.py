"""Read a date as people write it, and say how it was read; never guess which of two it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coursekit.dates.normal import LONGEST, MONTHS, SEASONS, TIME, backwards, normal, without_midnight
from coursekit.dates.signs import settled

UNREAD = "That was not read as a date; write it as 1789-07-14, 14 July 1789, July 1789 or 1789."
TIME_OF_DAY = "There is a time of day in that; write the day only, as 1789-07-14."
VAGUE = "That can be read in more than one way; write the months or days that you mean, as 1789-11/1789-12."
OPEN = (
    "For a day not known, up to one that is known, write [..1789-07-14], for one after it [1789-07-14..]; "
    "for all the time from it on 1789-07-14/.., up to it ../1789-07-14."
)
BACKWARDS = "The second of these dates is before the first; write them the other way round."
_WORD = re.compile(r"[A-Za-z]{3}")
_MONTH = {name.casefold(): f"{n:02}" for n, name in enumerate(MONTHS, start=1)}
_MONTH |= {name[:3]: number for name, number in _MONTH.items()} | {"sept": "09"}
_SEASON = {name: number for number, name in SEASONS.items()} | {"fall": "23"}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_SEASONS = "|".join(_SEASON)
_DAY = re.compile(rf"(?P<d>\d\d?) (?P<m>{_NAMES}) (?P<y>\d{{4}})")
_DAY_US = re.compile(rf"(?P<m>{_NAMES}) (?P<d>\d\d?) (?P<y>\d{{4}})")
_DAY_ISO = re.compile(rf"(?P<y>\d{{4}}) (?P<m>{_NAMES}) (?P<d>\d\d?)")
_MONTH_ONLY = re.compile(rf"(?P<m>{_NAMES}) (?P<y>\d{{4}})")
_SEASON_ONLY = re.compile(rf"(?P<s>{_SEASONS}) (?P<y>\d{{4}})")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_DAY_ROMAN = re.compile(rf"(?P<d>\d\d?)[. /-]+(?P<m>{'|'.join(_ROMAN)})[. /-]+(?P<y>\d{{4}})")
_EAST = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(?:(\d{1,2}) ?日)?")
_LONG_DASHES = re.compile(r"(\d{4}) ?[–—] ?(\d\d?) ?[–—] ?(\d\d?)|(\d\d?) ?[–—] ?(\d\d?) ?[–—] ?(\d{4})")
_YEARS = re.compile(r"(\d\d)(\d\d) ?[-–—] ?(\d\d)")
_VAGUE = re.compile(r"(?:very )?(?:end|close|beginning|start|middle|mid|early|late|first|second|last)\b")
_OPEN = re.compile(
    r"(?:before|by|until|till|up to|after|since|from|(?:not|no) (?:before|after|earlier|later))\b"
    r"|.*\b(?:before|after|earlier|later)$"
)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})|(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT_YEAR = re.compile(rf"\d{{1,2}}[./ -](?:\d{{1,2}}|{_NAMES})[./ -]\d{{2}}")
_DECADE = re.compile(r"(\d{3})0s")
_ABOUT = re.compile(r"(?:about|around|circa|ca|c|approximately)\.? ?(?=\S)")
_BETWEEN = re.compile(r"(?:some(?:time| day)? |one day )?between (?P<a>.+) and (?P<b>.+)")
_OR = re.compile(r"(?:either )?(?P<a>.+) or (?P<b>.+)")
_RANGE = re.compile(r"(?:from )?(?P<a>.+?) ?(?:\bto\b|\buntil\b|\btill\b|–|—| - ) ?(?P<b>.+)")
_DAYS = re.compile(rf"(?P<a>\d\d?) ?- ?(?P<b>\d\d? (?:{_NAMES}) \d{{4}})")


@dataclass(frozen=True)
class Unread:
    """No one date could be read; ``why`` says what to write instead."""

    why: str


def read_date(text: str) -> str | Unread:
    """Return the date in a text as EDTF in normal form.

    Understands EDTF itself; 3 May 1893, May 3, 1893; May 1893; summer 1894; 3.5.1893; 13/5/1893 where
    only one reading is possible; 3 V 1893; 1890s; about 1893; 1 to 3 May 1893 and 1889–93 (all of it),
    between 1 and 3 May 1893, 1 or 3 May 1893 (one of them). Of the signs only the meaning counts.
    """
    given = without_midnight(settled(text))
    if len(given) > LONGEST:
        return Unread(f"That is too long for a date. {UNREAD}")
    if TIME.search(given):
        return Unread(TIME_OF_DAY)
    if dashes := _LONG_DASHES.fullmatch(given):
        given = "-".join(part for part in dashes.groups() if part)
    if backwards(given):
        return Unread(BACKWARDS)
    cleaned = _cleaned(given)
    # Words are no EDTF, and asking the parser about them takes time.
    read = (None if _WORD.search(given) else normal(given)) or _read_group(cleaned) or _read_one(cleaned)
    if read == Unread(UNREAD) and re.search(r"\d", cleaned):  # something better than that may be said
        return Unread(VAGUE) if _VAGUE.match(cleaned) else Unread(OPEN) if _OPEN.match(cleaned) else read
    return read


def _read_one(text: str) -> str | Unread:
    if about := _ABOUT.match(text):
        inner = _read_one(text[about.end() :])
        return inner if isinstance(inner, Unread) else normal(f"{inner}~") or Unread(UNREAD)
    return _read_digits(text) or _read_words(text) or normal(text.upper()) or Unread(UNREAD)


def _read_digits(text: str) -> str | Unread | None:
    if numbers := _NUMBERS.fullmatch(text):
        return _read_numbers(numbers)
    if first := _YEAR_FIRST.fullmatch(text):
        year, month, day = (part for part in first.groups() if part)
        return _checked(year, month, day)
    return Unread("Write the year in four digits.") if _SHORT_YEAR.fullmatch(text) else None


def _read_words(text: str) -> str | Unread | None:
    for pattern in (_DAY, _DAY_US, _DAY_ISO, _MONTH_ONLY):
        if found := pattern.fullmatch(text):
            parts = found.groupdict()
            return _checked(parts["y"], _MONTH[parts["m"]], parts.get("d"))
    if season := _SEASON_ONLY.fullmatch(text):
        return f"{season['y']}-{_SEASON[season['s']]}"
    if found := _DAY_ROMAN.fullmatch(text):
        return _checked(found["y"], str(1 + _ROMAN.index(found["m"])), found["d"])
    decade = _DECADE.fullmatch(text)
    return f"{decade[1]}X" if decade else None


def _read_numbers(found: re.Match[str]) -> str | Unread:
    """Read 3.5.1893, with points the day first; with strokes only what cannot be two days."""
    one, two, year = int(found[1]), int(found[3]), found[4]
    day_first, month_first = _checked(year, str(two), str(one)), _checked(year, str(one), str(two))
    if found[2] == "." or one == two or isinstance(month_first, Unread):
        return day_first
    if isinstance(day_first, Unread):
        return month_first
    names = f"{one} {MONTHS[two - 1]} or {two} {MONTHS[one - 1]} {year}"
    return Unread(f"That may be {names}; write the month in letters, or {day_first}, or {month_first}.")


def _read_group(text: str) -> str | Unread | None:
    """Read two dates joined by a word; None if there is no such word."""
    if (years := _YEARS.fullmatch(text)) and int(years[3]) > max(int(years[2]), len(MONTHS)):
        return f"{years[1]}{years[2]}/{years[1]}{years[3]}"
    shapes = ((_BETWEEN, "[{}..{}]"), (_OR, "[{},{}]"), (_DAYS, "{}/{}"), (_RANGE, "{}/{}"))
    for pattern, shape in shapes:
        if not (found := pattern.fullmatch(text)):
            continue
        last = _read_one(found["b"].strip())
        if isinstance(last, Unread):
            return last
        first = _lend(found["a"].strip(), found["b"].strip())
        if isinstance(first, Unread):
            return first
        return normal(shape.format(first, last)) or Unread(BACKWARDS)
    return None


def _lend(first: str, last: str) -> str | Unread:
    """Read the first of two dates, which may leave its year, or month and year, to the second."""
    words = last.split()
    tries = [first, *(f"{first} {' '.join(words[-n:])}" for n in (1, 2))]
    reads = [_read_one(words) for words in tries if re.search(r"\d{4}", words)]
    return next((read for read in reads if not isinstance(read, Unread)), Unread(UNREAD))


def _checked(year: str, month: str, day: str | None) -> str | Unread:
    text = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    exists = 1 <= int(month) <= len(MONTHS) and normal(text)
    return text if exists else Unread("There is no such day; check day and month.")


def _cleaned(text: str) -> str:
    """Return a text in small letters, without commas, ordinal endings and little words."""
    text = text.casefold().replace("’", "'").rstrip(".")
    text = _EAST.sub(r"\1-\2-\3", text).rstrip("-")
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text)
    text = re.sub(rf"\b({_NAMES})\.", r"\1 ", text)
    text = re.sub(rf"(?<=\d)[. /-]+(?=(?:{_NAMES})\b)|(?<=[a-z])[/-](?=\d)", " ", text)
    return " ".join(re.sub(r"[,]|\b(?:of|the|on|in)\b", " ", text).split())
