"""A class list: what a platform exports of a class, or a table that somebody typed. Only read, never written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.tables import MOST_BYTES, TableFile, read_table_file
from coursekit.marking.visible import visible
from coursekit.seminar.headings import (
    CANVAS,
    CANVAS_GRADEBOOK,
    EMAIL,
    FIRST,
    FULL,
    LAST,
    LIST,
    LOGINS,
    MOODLE,
    MOODLE_WORKSHEET,
    PARTICIPANT,
    STATUS,
    Headings,
    headings,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_LEARNERS = 20_000
MOST_CELL = 400  # characters of a name or address
_LATE = re.compile(r"\blate\b|zu spät|verspätet", re.IGNORECASE)
_TEST = frozenset({"studenttest", "teststudent"})  # whom Canvas makes for trying


@dataclass(frozen=True)
class Learner:
    """Somebody on a list.

    Parameters
    ----------
    name, email
        As the list has them, fit to be seen; first name first.
    ids
        By what platforms know them, as `Row.person` has it: ``canvas 55012``.
    logins
        Other numbers and names of theirs, in small letters.
    forms
        Their name as letters alone, with the last name first and last.
    row
        Where they stand in the table, from 0.
    late
        Whether the list itself says that their file came late, as Moodle's worksheet does.
    """

    name: str
    email: str = ""
    ids: frozenset[str] = frozenset()
    logins: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    row: int = 0
    late: bool = False


@dataclass(frozen=True)
class Roster:
    """A class list, read: who is on it, what kind of list it is, and the table itself."""

    name: str
    kind: str
    learners: tuple[Learner, ...]
    head: int  # the row of the headings
    table: TableFile = field(repr=False)

    @property
    def headings(self) -> Headings:
        """Its headings."""
        return headings(self.table.words(self.head))


def read_roster(path: Path) -> Roster:
    """Read a class list. Raises CourseError, in one line, when it cannot be read or is none."""
    name = visible(path.name)
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CourseError(f"{visible(str(path))}: cannot be opened ({error.strerror}); name the class list") from error
    return roster_of(raw, name)


def roster_of(raw: bytes, name: str) -> Roster:
    """Read a class list from its bytes; ``name`` is what messages call it. Raises CourseError."""
    table = read_table_file(raw, name)
    filled = (number for number in range(len(table.rows)) if any(word.strip() for word in table.words(number)))
    head = next(filled, None)
    if head is None:
        raise CourseError(f"{name}: empty; export or save the list again as CSV")
    found = headings(table.words(head))
    names, logins = found.columns(FIRST | LAST | FULL), found.columns(LOGINS | MOODLE | EMAIL)
    if not names and not logins:
        there = visible(", ".join(table.words(head)), 120)
        raise CourseError(
            f"{name}: row {head + 1}: no column with names; expected a heading as Name, First name, Nachname or "
            f"Student, found {there}"
        )
    learners: dict[tuple[object, ...], Learner] = {}
    for row in range(head + 1, len(table.rows)):
        learner = _learner(found, table.words(row), row)
        if learner:
            learners.setdefault((learner.name, learner.email, learner.ids, learner.logins), learner)
    if len(learners) > MOST_LEARNERS:
        raise CourseError(f"{name}: more than {MOST_LEARNERS:,} people; name the list of one class")
    return Roster(name, found.kind, tuple(learners.values()), head, table)


def forms_of(name: str) -> frozenset[str]:
    """Return the letters of a name with its words turned round in each way, and round its last comma."""
    turned = {plain(name)}
    for words in (name.rsplit(",", 1), name.split()):
        turned |= {plain("".join(words[at:] + words[:at])) for at in range(len(words))}
    return frozenset(turned - {""})


def _learner(found: Headings, words: Sequence[str], row: int) -> Learner | None:
    """Return who stands in a row; None where nobody does."""

    def cell(column: int | None) -> str:
        return words[column][:MOST_CELL].strip() if column is not None and column < len(words) else ""

    first, last, full = (cell(found.column(wanted)) for wanted in (FIRST, LAST, FULL))
    if first and not last:  # “Name, Vorname”
        last, full = full, ""
    name = " ".join(part for part in (first, last) if part) if first or last else full
    forms = forms_of(full) if not (first or last) else frozenset({plain(first + last), plain(last + first)})
    if "," in name and not (first or last) and found.kind in (CANVAS_GRADEBOOK, LIST):
        name = " ".join(part.strip() for part in reversed(name.rsplit(",", 1)))
    ids = {f"canvas {cell(column)}" for column in found.columns(CANVAS) if cell(column)}
    logins = [cell(column) for column in found.columns(LOGINS)]
    if found.kind == CANVAS_GRADEBOOK:
        number = cell(found.column(frozenset({"id"})))
        if not number.isdecimal() or plain(full or f"{last}{first}") in _TEST:
            return None
        ids.add(f"canvas {number}")
        logins.remove(number)
    if found.kind == MOODLE_WORKSHEET:
        participant = PARTICIPANT.fullmatch(cell(found.column(MOODLE)))
        ids |= {f"moodle {participant[1]}"} if participant else set()
    ids |= {f"blackboard {login}" for login in logins if login}
    email = cell(found.column(EMAIL))
    called = next(filter(None, map(cell, found.columns(LOGINS | MOODLE))), "")
    if not (name or email or called):
        return None
    return Learner(
        visible(name or email or called),
        visible(email),
        frozenset(ids),
        frozenset(login.casefold() for login in (*logins, email) if login),
        forms - {""},
        row,
        bool(_LATE.search(cell(found.column(STATUS)))),
    )
