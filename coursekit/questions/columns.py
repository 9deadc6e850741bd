"""Columns of a table to be filled in, and how a cell of each type is read and judged.

A cell is always text, as it was typed, chosen or pasted. Reading it never guesses: what cannot be read is told
so and counts as not filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coursekit.dates.human import Unread, read_date
from coursekit.dates.normal import normal
from coursekit.dates.numerals import read_number
from coursekit.dates.signs import settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursekit.questions.base import Choice

TYPES = ("choice", "choices", "date", "number", "places", "text", "given")
NOWHERE = "none"
LONGEST = 2_000  # characters in a cell
_SHORT, _MOST_KNOWN = 80, 500
_WIDEST = 60  # paragraphs in one range
_APART = re.compile(r"\s*[,;]\s*|\s+and\s+|\n+")
_PLACE = re.compile(
    r"(?:([A-Za-z][A-Za-z0-9]{1,9})[ :-]+)?([a-z]{1,3})(\d{1,4})(\.[a-z])?(?:\s*[-–]\s*([a-z]{0,3})(\d{1,4}))?"
)
_AS_PLACES = "write the text’s siglum, then p and the number of the paragraph; p7-p9 for several; or none."
_ABOUT = re.compile(r"(?P<value>\S+)\s*(?:±|\+-)\s*(?P<tolerance>\S+)")


@dataclass(frozen=True)
class Column:
    """One column.

    Parameters
    ----------
    id, name
        What cells and messages call it; what its head says.
    type
        ``choice`` one of a list, ``choices`` several of it, ``date`` EDTF or in words, ``number``,
        ``places`` paragraphs or “none”, ``text`` for a reader, ``given`` to be read only.
    choices
        The closed list of the first two.
    help
        What is asked for, in a sentence.
    unit
        Of numbers.
    wrong
        What is told of a wrong cell that nobody foresaw.
    own
        Whether one fills it in for oneself: it is asked in every row, has no key, and nobody marks it.
    """

    id: str
    name: str
    type: str
    choices: tuple[Choice, ...] = ()
    help: str = ""
    unit: str = ""
    wrong: str = ""
    own: bool = False

    @property
    def free(self) -> bool:
        """Whether one writes what one likes in it, for people to read."""
        return self.type == "text"

    @property
    def keyed(self) -> bool:
        """Whether a row may have a key in it; without one there, the cell is not asked."""
        return not self.own and self.type not in ("text", "given")

    @cached_property
    def known(self) -> dict[str, str | Unread]:
        """What has been read of short cells: a class fills a column with the same few entries, over and over."""
        return {}

    @cached_property
    def called(self) -> Mapping[str, str]:
        """What a choice may be called, its id or its words, in small letters -> its id; the first of a name counts."""
        found: dict[str, str] = {}
        for choice in self.choices:
            for name in (choice.id, " ".join(settled(choice.text).split())):
                found.setdefault(name.casefold(), choice.id)
        return found

    def view(self) -> dict[str, Any]:
        """Return what a learner may see."""
        seen = {"id": self.id, "name": self.name, "type": self.type, "help": self.help, "unit": self.unit}
        return seen | {"choices": [choice.view() for choice in self.choices]}


@dataclass(frozen=True)
class Wanted:
    """What is accepted in a cell: ``any`` of these; for ``choices`` all of ``any``, and ``may`` does no harm."""

    any: tuple[str, ...]
    may: tuple[str, ...] = ()


def read_cell(column: Column, raw: str) -> str | Unread:
    """Return what a cell says in the form keys are written in; "" for a blank one."""
    if len(raw) > _SHORT:
        return _read_cell(column, raw)
    known = column.known
    if raw not in known:
        if len(known) >= _MOST_KNOWN:  # somebody makes them up
            known.clear()
        known[raw] = _read_cell(column, raw)
    return known[raw]


def _read_cell(column: Column, raw: str) -> str | Unread:
    text = raw.strip() if column.type == "text" else " ".join(settled(raw).split())
    if not text or column.type in ("text", "given"):
        return text
    if column.type == "date":
        return read_date(text)
    if column.type == "number":
        read = read_number(text)
        return Unread(read) if isinstance(read, str) else "|".join(f"{value:f}" for value in read.values)
    if column.type == "places":
        return _read_places(text)
    named = [_choice(column, part) for part in (_APART.split(text) if column.type == "choices" else [text]) if part]
    if any(isinstance(each, Unread) for each in named):
        return next(each for each in named if isinstance(each, Unread))
    return ",".join(dict.fromkeys(str(each) for each in named))


def share(column: Column, wanted: Wanted, read: str) -> float:
    """Return how much of a cell is right, 0 to 1; ``read`` is what `read_cell` gave."""
    if column.type == "choices":
        chosen = set(read.split(","))
        right, extra = chosen & set(wanted.any), chosen - set(wanted.any) - set(wanted.may)
        return max(0.0, (len(right) - len(extra)) / len(wanted.any))
    if column.type == "number":
        return float(any(_near(Decimal(value), each) for value in read.split("|") for each in wanted.any))
    if column.type == "places":
        accepted = {place for each in wanted.any for place in str(_read_places(each)).split(",")}
        return float(bool(read) and set(read.split(",")) <= accepted)
    return float(read in wanted.any)


def in_form(column: Column, value: str) -> str | None:
    """Return an author's value for a cell in normal form, or None where the column cannot hold it."""
    if column.type == "number":
        about = _ABOUT.fullmatch(value)
        numbers = [about["value"], about["tolerance"]] if about else [value]
        return value if all(_decimal(number) is not None for number in numbers) else None
    if column.type == "date":
        return normal(value)
    read = read_cell(column, value)
    return None if isinstance(read, Unread) else read


def plain(column: Column, value: str) -> str:
    """Return an author's value as a learner would put it into the cell."""
    about = _ABOUT.fullmatch(value) if column.type == "number" else None
    return about["value"] if about else value


def in_words(column: Column, read: str) -> str:
    """Return what `read_cell` gave in the words of the column's list, else in its normal form."""
    words = {choice.id: choice.text for choice in column.choices}
    return "; ".join(words.get(each, each) for each in read.split(",")) if words else read.replace(",", ", ")


def places(read: str) -> list[str]:
    """Return the paragraphs that a cell of places names, as ``LOG p7``; nowhere is none."""
    return [place for place in read.split(",") if place and place != NOWHERE]


def _choice(column: Column, words: str) -> str | Unread:
    found = column.called.get(words.strip().casefold())
    if found:
        return found
    offered = ", ".join(choice.id for choice in column.choices)
    return Unread(f"“{words.strip()[:40]}” is not in the list of this column: {offered}.")


def _read_places(text: str) -> str | Unread:
    if text.casefold() in (NOWHERE, "nowhere", "no", "-", "–", "—"):
        return NOWHERE
    found: list[str] = []
    siglum = ""
    for part in (part for part in _APART.split(text) if part):
        match = _PLACE.fullmatch(part)
        siglum = (match[1] or siglum).upper() if match else siglum
        if not match or not siglum:
            return Unread(f"“{part[:40]}” was not read as a paragraph; {_AS_PLACES}")
        paragraphs = list(_range(match))
        if not paragraphs:
            return Unread(f"“{part[:40]}” is no range of paragraphs that can be counted; name them one by one.")
        found += [f"{siglum} {each}" for each in paragraphs]
    return ",".join(dict.fromkeys(found))


def _range(match: re.Match[str]) -> Iterator[str]:
    _, letters, first, part, others, last = match.groups()
    if last is None:
        yield f"{letters}{int(first)}{part or ''}"
    elif not part and others in ("", letters) and 0 <= int(last) - int(first) <= _WIDEST:
        yield from (f"{letters}{number}" for number in range(int(first), int(last) + 1))


def _near(value: Decimal, wanted: str) -> bool:
    about = _ABOUT.fullmatch(wanted)
    target, tolerance = (about["value"], about["tolerance"]) if about else (wanted, "0")
    return abs(value - (_decimal(target) or Decimal(0))) <= (_decimal(tolerance) or Decimal(0))


def _decimal(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
