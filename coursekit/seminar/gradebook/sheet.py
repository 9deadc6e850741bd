"""A gradebook as a platform exported it: which columns can be filled in, and what may not be written over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.marking.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.seminar.roster import Learner, Roster

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
EMPTY = ("", "-")  # what stands where nothing was marked yet
_MOST_TOLD = 12  # columns that a message lists


@dataclass(frozen=True)
class Column:
    """A column that could hold an assignment's marks.

    Parameters
    ----------
    number
        Which of the table's, from 0.
    heading, short
        Its whole heading, and the assignment's name in it.
    refusal
        Why nothing may be written into it; "" where it may.
    of
        The points it has at most; None where the export does not say.
    """

    number: int
    heading: str
    short: str
    refusal: str = ""
    of: float | None = None


@dataclass(frozen=True)
class Sheet:
    """A gradebook.

    Parameters
    ----------
    roster
        Who stands in it, and where.
    columns
        Those that hold marks, or look so.
    decimal
        The sign before decimals.
    locked
        Rows in which nothing may be changed, with the reason.
    """

    roster: Roster
    columns: tuple[Column, ...]
    decimal: str = "."
    locked: Mapping[int, str] = field(default_factory=dict)

    def column(self, wanted: str = "") -> Column:
        """Return the column that is meant by its heading or the assignment's name in it.

        Raises
        ------
        CourseError
            When none is, or more than one, or nothing may be written into it.
        """
        found = self._meant(wanted)
        if len(found) != 1:
            there = [f"“{visible(each.heading, 80)}”" for each in self.columns if not each.refusal]
            more = f" and {len(there) - _MOST_TOLD} more" if len(there) > _MOST_TOLD else ""
            what = f"“{visible(wanted, 80)}”: {'several columns are' if found else 'no column is'} called so"
            raise CourseError(
                f"{self.roster.name}: {what if wanted else 'which column is it?'}; name it with --column, as one of "
                f"{', '.join(there[:_MOST_TOLD]) or 'none'}{more}"
            )
        if found[0].refusal:
            raise CourseError(f"{self.roster.name}: “{visible(found[0].heading, 80)}”: {found[0].refusal}")
        return found[0]

    def kept(self, learner: Learner, column: Column) -> str:
        """Return why a learner's cell is left as it is, whatever the marks are; "" where it may be filled in."""
        if learner.row in self.locked:
            return self.locked[learner.row]
        words = self.words(learner.row, column)
        if words is None:
            return "the row is too short"
        return "" if words in EMPTY or number(words) is not None else f"“{visible(words, 40)}” stands there"

    def words(self, row: int, column: Column) -> str | None:
        """Return what stands in a column; None where the row does not reach so far."""
        words = self.roster.table.words(row)
        return words[column.number].strip() if column.number < len(words) else None

    def written(self, value: float) -> str:
        """Return a number as the gradebook writes it, with two decimals."""
        return f"{value:.2f}".replace(".", self.decimal)

    def _meant(self, wanted: str) -> list[Column]:
        free = [each for each in self.columns if not each.refusal]
        if not wanted:
            return free
        exact = [each for each in self.columns if _plain(each.heading) == _plain(wanted)]
        return exact or [each for each in free if _plain(each.short) == _plain(wanted)]


def number(words: str) -> float | None:
    """Return the number that stands in a cell, with a point or a comma; None where none does."""
    found = _NUMBER.fullmatch(words.strip())
    return float(words.strip().replace(",", ".")) if found else None


def decimal_sign(cells: Iterable[str], otherwise: str) -> str:
    """Return the sign before decimals in the numbers of some cells, or another where none has any."""
    for words in cells:
        if number(words) is not None and not words.strip().lstrip("-").isdecimal():
            return "," if "," in words else "."
    return otherwise


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
