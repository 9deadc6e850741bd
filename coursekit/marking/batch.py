"""Mark every hand-in that is found, into a ledger, and from there into files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.marking.judging import judge
from coursekit.marking.row import UNMARKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coursekit.marking.found import Candidate
    from coursekit.marking.keys import Keys
    from coursekit.marking.ledger import Ledger
    from coursekit.marking.row import Row

MOST_TOLD = 10


@dataclass
class Outcome:
    """What a batch came to.

    Parameters
    ----------
    counts
        Status to number of rows.
    exercises
        Exercise to number of hand-ins that count, their mean points, and of how many.
    unmarked
        Some of the rows without marks.
    """

    counts: dict[str, int] = field(default_factory=dict)
    exercises: dict[str, tuple[int, float, float]] = field(default_factory=dict)
    unmarked: list[Row] = field(default_factory=list)

    @property
    def found(self) -> int:
        """How many files there were."""
        return sum(self.counts.values())

    @property
    def failed(self) -> int:
        """How many of them have no marks."""
        return sum(self.counts.get(status, 0) for status in UNMARKED)


def mark_all(
    files: Iterable[Candidate],
    keys: Keys,
    ledger: Ledger,
    progress: Callable[[Row], None] = lambda _row: None,
    join: Callable[[Row], Row] = lambda row: row,
) -> Outcome:
    """Mark files into the ledger, one at a time; nothing else is written.

    Parameters
    ----------
    files
        What was found.
    keys
        The exercises.
    ledger
        An open ledger.
    progress
        Told of every row, once it is there.
    join
        Adds to a row what people gave, before it is there.

    Raises
    ------
    CourseError
        When there is nothing at all, or an exercise of the course cannot be read.
    """
    for found in files:
        row = join(judge(found, keys, ledger.kept, ledger.keep))
        ledger.add(row)
        progress(row)
    ledger.settle()
    outcome = Outcome(ledger.counts(), ledger.exercises(), ledger.unmarked(MOST_TOLD))
    if not outcome.found:
        raise CourseError("grade: nothing was found there that could be a hand-in; name the folder or zip they are in")
    return outcome
