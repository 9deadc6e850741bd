"""Amounts to be drawn as bars: ``lessons/pictures/NN-name.toml``, kind bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.reading import read_table
from coursekit.pictures.entries import check_entries, passages

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from coursekit.authoring.problems import Problem
    from coursekit.authoring.table import Table

LOOKS = ("full", "half", "ring")
MOST_SERIES, MOST_BARS = 6, 12
_LABEL, _NAME, _NOTE = 24, 80, 160  # characters: a picture's words are few


@dataclass(frozen=True)
class Amount:
    """One bar: what it is of, how much, and a word on it. ``value`` is None where no figure is known."""

    label: str
    value: Decimal | None
    note: str


@dataclass(frozen=True)
class Series:
    """Amounts of one thing, in the author's order, and whose they are.

    Parameters
    ----------
    name
        What is counted.
    look
        full, half or ring: how its bars are filled, so that colour is never the only sign.
    whose
        The paragraphs that have the figures, as ``BOOK p15``.
    says
        Who counted or computed them, in words.
    """

    name: str
    look: str
    whose: tuple[str, ...]
    says: str
    amounts: tuple[Amount, ...]


@dataclass(frozen=True)
class Bars:
    """A title, what there is to see, the unit of every bar, and the series."""

    title: str
    summary: str
    unit: str
    series: tuple[Series, ...]


def load_bars(path: Path, name: str = "") -> Bars:
    """Read a picture of bars; ``name`` is what messages call the file.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    table = read_table(path, name)
    table.one_of("kind", ("bars",))
    entries = table.tables("series", least=1)
    if len(entries) > MOST_SERIES:
        raise table.error("series", f"expected at most {MOST_SERIES} series, found {len(entries)}; make two pictures")
    series = tuple(_series(entry) for entry in entries)
    found = Bars(table.text("title"), table.text("summary"), table.text("unit", most=_NAME), series)
    table.done()
    return found


def check_bars(path: Path, name: str = "") -> list[Problem]:
    """Return the first fault of each series, and of the file's head."""
    return check_entries(path, name, "series", _series, load_bars)


def _series(entry: Table) -> Series:
    whose, says = passages(entry, "whose"), entry.text("says", "", most=_NOTE)
    if not whose and not says:
        raise entry.error("whose", "expected the paragraphs that have the figures, or says = who else counted")
    bars = entry.tables("bar", least=1)
    if len(bars) > MOST_BARS:
        raise entry.error("bar", f"expected at most {MOST_BARS} bars, found {len(bars)}; make two pictures")
    amounts = tuple(_amount(each) for each in bars)
    if all(amount.value is None for amount in amounts):
        raise entry.error("bar", "expected at least one bar with a value")
    found = Series(entry.text("name", most=_NAME), entry.one_of("look", LOOKS, "full"), whose, says, amounts)
    entry.done()
    return found


def _amount(entry: Table) -> Amount:
    value = entry.number("value", least=0) if entry.has("value") else None
    note = entry.text("note", "", most=_NOTE)
    if value is None and not note:
        raise entry.error("note", "expected a value, or a note that says why there is none")
    found = Amount(entry.text("label", most=_LABEL), value, note)
    entry.done()
    return found
