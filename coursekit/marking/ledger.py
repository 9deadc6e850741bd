"""What a batch has done so far, in one SQLite file: so that it can be interrupted, and never fills the memory.

The file keeps the marks of each hand-in under the hash of its content and the basis of its key: nothing else, and
no names. The rows of a run lie in a temporary table, where SQL finds who handed in twice and whose points changed.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from dataclasses import asdict, fields
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from coursekit.errors import CourseError
from coursekit.marking.hand_in import NO_NAME
from coursekit.marking.latest_submission import CHANGES, SETTLE
from coursekit.marking.row import MARKED, UNMARKED, Marks, Row
from coursekit.marking.same_work import SAME_WORK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_OURS, _SCHEMA = 0x636B6D31, 1  # application_id ("ckm1"), user_version
_EVERY = 1.0  # seconds between commits: what a power cut costs at most
_FIELDS = tuple(field.name for field in fields(Row))
_values = attrgetter(*_FIELDS)
_TABLES = f"""
CREATE TABLE IF NOT EXISTS marks (
  content TEXT, basis TEXT, points REAL, of REAL, for_a_teacher REAL, questions TEXT, note TEXT,
  PRIMARY KEY (content, basis)) WITHOUT ROWID;
CREATE TEMP TABLE row (id INTEGER PRIMARY KEY, who TEXT, {", ".join(_FIELDS)});
CREATE INDEX temp.row_who ON row (who, exercise, status);
CREATE TEMP TABLE before (learner, exercise, person, version, points REAL, of REAL);
PRAGMA application_id = {_OURS};
PRAGMA user_version = {_SCHEMA};
"""


class Before(NamedTuple):
    """A row of marks as they were written before."""

    learner: str
    exercise: str
    person: str
    version: str
    points: float
    of: float


class Change(NamedTuple):
    """What would change for one learner; ``was`` or ``now`` is None where there was or is no mark."""

    learner: str
    exercise: str
    was: float | None
    now: float | None
    of: float
    version_was: str
    version_now: str

    @property
    def said(self) -> str:
        """What changes, in a line."""
        who = f"{self.learner or 'no name'}, {self.exercise}:"
        if self.now is None:
            return f"{who} {self.was:g} of {self.of:g} before, now no hand-in that counts"
        by = self.now - (self.was or 0)
        line = f"{who} {self.was:g} → {self.now:g} of {self.of:g} ({by:+g})"
        same = self.version_was == self.version_now
        return line if same else f"{line}, version {self.version_was or 'unknown'} → {self.version_now}"


class Ledger:
    """An open ledger; use `opened`."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._committed = time.monotonic()

    def kept(self, content: str, basis: str) -> Marks | None:
        """Return the marks that were put by, if any."""
        sql = "SELECT points, of, for_a_teacher, questions, note FROM marks WHERE content = ? AND basis = ?"
        found = self._base.execute(sql, (content, basis)).fetchone()
        return Marks(*found) if found else None

    def keep(self, content: str, basis: str, marks: Marks) -> None:
        """Put marks by; now and then what was put by is made to last."""
        values = (content, basis, *asdict(marks).values())
        self._base.execute("INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        if time.monotonic() - self._committed > _EVERY:
            self.commit()

    def commit(self) -> None:
        """Make what was put by last."""
        self._base.execute("COMMIT")
        self._base.execute("BEGIN IMMEDIATE")
        self._committed = time.monotonic()

    def add(self, row: Row) -> None:
        """Add a row of this run."""
        # Without a visible name nobody can be told apart from anybody: such hand-ins never replace each other.
        who = "" if row.learner == NO_NAME else normalize("NFKC", row.learner).casefold()
        self._base.execute(
            f"INSERT INTO row (who, {', '.join(_FIELDS)}) VALUES (?{', ?' * len(_FIELDS)})",  # noqa: S608
            (who, *_values(row)),
        )

    def settle(self) -> None:
        """Let the latest hand-in of each learner count; say so in the notes of the others, and where two are one."""
        for sql in (*SETTLE, SAME_WORK):
            self._base.execute(sql)

    def rows(self) -> Iterator[tuple[Row, str]]:
        """Yield all rows by the names of their files, each with its marks, question by question, as JSON."""
        names = ", ".join(f"row.{name}" for name in _FIELDS)
        sql = f"SELECT {names}, coalesce(questions, '[]') FROM row LEFT JOIN marks USING (content, basis)"  # noqa: S608
        for *values, questions in self._base.execute(f"{sql} ORDER BY row.file, row.id"):
            yield Row(**dict(zip(_FIELDS, values, strict=True))), questions

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """Yield all rows by the names of their files, each with its number in the order in which they were added."""
        sql = f"SELECT id, {', '.join(_FIELDS)} FROM row ORDER BY file, id"  # noqa: S608
        for number, *values in self._base.execute(sql):
            yield number - 1, Row(**dict(zip(_FIELDS, values, strict=True)))

    def unmarked(self, most: int) -> list[Row]:
        """Return some of the rows that have no marks."""
        marks = ", ".join("?" * len(UNMARKED))
        sql = f"SELECT {', '.join(_FIELDS)} FROM row WHERE status IN ({marks}) ORDER BY file, id LIMIT ?"  # noqa: S608
        return [Row(**dict(zip(_FIELDS, values, strict=True))) for values in self._base.execute(sql, (*UNMARKED, most))]

    def counts(self) -> dict[str, int]:
        """Return how many rows have each status."""
        return dict(self._base.execute("SELECT status, count(*) FROM row GROUP BY status").fetchall())

    def exercises(self) -> dict[str, tuple[int, float, float]]:
        """Return of each exercise how many hand-ins count, their mean points and of how many."""
        sql = "SELECT exercise, count(*), avg(points), max(of) FROM row WHERE status = ? GROUP BY exercise"
        return {name: (n, mean, of) for name, n, mean, of in self._base.execute(sql, (MARKED,))}

    def learners(self) -> set[str]:
        """Return the names in this run."""
        return {name for (name,) in self._base.execute("SELECT DISTINCT learner FROM row")}

    def remember(self, before: Iterable[Before]) -> None:
        """Take in the marks as they were written before, to be compared with those of this run."""
        self._base.executemany("INSERT INTO before VALUES (?, ?, ?, ?, ?, ?)", before)

    def changes(self) -> Iterator[Change]:
        """Yield who would have other points than before; who is new is no change."""
        yield from (Change(*values) for values in self._base.execute(CHANGES))

    def prune(self) -> None:
        """Forget marks that this run had no use for."""
        self._base.execute("DELETE FROM marks WHERE (content, basis) NOT IN (SELECT content, basis FROM row)")


@contextmanager
def opened(path: Path) -> Iterator[Ledger]:
    """Open the ledger at ``path``, made if need be, for this process alone; however the block ends, it is kept.

    Raises
    ------
    CourseError
        When another process has it, it is some other file, or cannot be written.
    """
    try:
        base = sqlite3.connect(path, isolation_level=None, timeout=0)
        try:
            base.execute("PRAGMA locking_mode = EXCLUSIVE")
            _prepare(base, path)
            base.execute("BEGIN IMMEDIATE")
            yield Ledger(base)
        finally:
            if base.in_transaction:
                base.execute("COMMIT")
            base.close()
    except sqlite3.Error as error:
        busy = "locked" in str(error)
        why = "another program is grading into it; wait for that" if busy else f"cannot be used ({error})"
        what = "" if busy else "; delete it, or make room, and start again: no marks are lost"
        raise CourseError(f"{path}: {why}{what}") from error


def _prepare(base: sqlite3.Connection, path: Path) -> None:
    owner = base.execute("PRAGMA application_id").fetchone()[0]
    schema = base.execute("PRAGMA user_version").fetchone()[0]
    used = base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if used and owner != _OURS:
        raise CourseError(f"{path}: a data base of something else; name another --out")
    if used and schema != _SCHEMA:
        base.execute("DROP TABLE IF EXISTS marks")  # only what can be reckoned again is in it
    base.execute("PRAGMA temp_store = FILE")
    base.executescript(_TABLES)
