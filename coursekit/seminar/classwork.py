"""What a class has handed in, read and marked once: for tables, feedback, reports and whatever else looks at it."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.marking.finding import find
from coursekit.marking.judging import marked
from coursekit.marking.ledger import opened
from coursekit.marking.looking import Seen, look
from coursekit.marking.row import MARKED
from coursekit.seminar.joining import Joined

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from coursekit.marking.found import Candidate
    from coursekit.marking.hand_in import HandIn
    from coursekit.marking.keys import Keys
    from coursekit.marking.ledger import Ledger
    from coursekit.marking.row import Marks, Row

FOUND = 0.15  # of marking: what it costs to find the marks of a file put by


@dataclass(frozen=True)
class Work:
    """One file of a class.

    Parameters
    ----------
    row
        What became of it, as in the marks.
    given
        What it holds; None where it is no hand-in that could be marked.
    marks
        Its marks, question by question, as `marks.details.jsonl` has them; with ``read`` where people gave levels.
    """

    row: Row
    given: HandIn | None = None
    marks: tuple[dict[str, Any], ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is the one of its learner's hand-ins that counts."""
        return self.row.status == MARKED

    @property
    def waits(self) -> bool:
        """Whether it is still to be marked."""
        return self.given is not None and not self.row.basis


@dataclass(frozen=True)
class Classwork:
    """All files of a class, by their names, and the levels that were joined to their marks."""

    works: tuple[Work, ...]
    joined: Joined

    def counting(self, exercise: str = "") -> tuple[Work, ...]:
        """Return the hand-ins that count, of one exercise or of all."""
        return tuple(each for each in self.works if each.counts and exercise in ("", each.row.exercise))

    @property
    def exercises(self) -> tuple[str, ...]:
        """The exercises of which something counts, in the order of their names."""
        return tuple(sorted({each.row.exercise for each in self.works if each.counts}))


class Pile:
    """Files of a class, looked at as they come, and marked bit by bit; nothing in a file is run.

    Parameters
    ----------
    keys
        The exercises of the course.
    levels
        Files of the levels that markers gave.

    Raises
    ------
    CourseError
        When a file of levels cannot be read.
    """

    def __init__(self, keys: Keys, levels: list[Path] | None = None) -> None:
        self._keys = keys
        self._joined = Joined(levels or [], keys)
        self._works: list[Work] = []
        self._given: dict[str, HandIn] = {}  # what two handed in alike is held once
        self._to_mark: deque[int] = deque()

    def take(self, found: Candidate) -> None:
        """Look at a file. Raises CourseError when an exercise of the course cannot be read."""
        row, given = look(found, self._keys)
        if given:
            given = self._given.setdefault(row.content, given)
            self._to_mark.append(len(self._works))
        self._works.append(Work(row, given))

    @property
    def last(self) -> Row:
        """The row of the file that was taken last."""
        return self._works[-1].row

    @property
    def left(self) -> int:
        """How many are still to be marked."""
        return len(self._to_mark)

    @property
    def of(self) -> int:
        """How many there are that are marked, or to be."""
        return sum(work.given is not None for work in self._works)

    def mark(self, ledger: Ledger, most: float = inf) -> None:
        """Mark so many of those that are left; what the ledger has of a file and its key is not marked anew.

        Looking that up counts as little as it costs beside marking.
        """
        spent = 0.0
        while self._to_mark and spent < most:
            at = self._to_mark[0]
            self._works[at], anew = self._marked(self._works[at], ledger)
            self._to_mark.popleft()  # not before: where the ledger fails, it is still to be marked
            spent += 1 if anew else FOUND

    def classwork(self) -> Classwork:
        """Return the class's files as far as they are marked: which of each learner's counts is known in any case."""
        with opened(Path(":memory:")) as settling:
            for work in self._works:
                settling.add(work.row)
            settling.settle()
            rows = list(settling.numbered())
        self._joined.counting(row.content for _, row in rows if row.status == MARKED)
        return Classwork(tuple(replace(self._works[number], row=row) for number, row in rows), self._joined)

    def _marked(self, work: Work, ledger: Ledger) -> tuple[Work, bool]:
        """Return a file with its marks, and whether it had to be marked."""
        put_by: list[str] = []

        def keep(content: str, basis: str, marks: Marks) -> None:
            put_by.append(content)
            ledger.keep(content, basis, marks)

        row = marked(Seen(work.row, work.given), self._keys, ledger.kept, keep)
        marks = ledger.kept(row.content, row.basis) if row.status == MARKED else None
        if marks is None:
            return Work(row), True
        ((_, questions),) = self._joined.details([(row, marks.questions)])
        done = Work(self._joined.row(row, marks.questions), work.given, tuple(json.loads(questions)))
        return done, bool(put_by)


def gather(  # noqa: PLR0913 - what is read, and how it is told
    paths: list[Path],
    keys: Keys,
    levels: list[Path] | None = None,
    ledger: Path | None = None,
    *,
    progress: Callable[[Row], None] = lambda _row: None,
    leave: Collection[Path] = (),
) -> Classwork:
    """Read and mark every file of a class; nothing in a file is run, and none keeps another from its row.

    Parameters
    ----------
    paths
        Folders, archives, files.
    keys
        The exercises of the course.
    levels
        Files of the levels that markers gave.
    ledger
        Where marks are kept from one time to the next; by default nowhere.
    progress
        Told of every row, once it is there.
    leave
        Files that are no hand-ins, with resolved paths: what is made of the class, where it lies among them.

    Raises
    ------
    CourseError
        When an exercise of the course, or a file of levels, cannot be read, or the ledger is in use.
    """
    pile = Pile(keys, levels)
    with opened(ledger or Path(":memory:")) as kept:
        for found in find(paths, leave):
            pile.take(found)
            pile.mark(kept)
            progress(pile.last)
    return pile.classwork()
