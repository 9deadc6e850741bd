"""What a class has handed in, read and marked once: for tables, feedback, reports and whatever else looks at it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.marking.finding import find
from coursekit.marking.judging import judge
from coursekit.marking.ledger import opened
from coursekit.marking.row import EARLIER, MARKED
from coursekit.seminar.joining import Joined

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from coursekit.marking.hand_in import HandIn
    from coursekit.marking.keys import Keys
    from coursekit.marking.row import Row


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
    joined = Joined(levels or [], keys)
    given: dict[str, HandIn] = {}
    with opened(ledger or Path(":memory:")) as kept:
        for found in find(paths, leave):
            row = judge(found, keys, kept.kept, kept.keep, given.setdefault)
            marks = kept.kept(row.content, row.basis) if levels and row.content else None
            row = joined.row(row, marks.questions) if marks else row
            kept.add(row)
            progress(row)
        kept.settle()
        joined.counting(row.content for row, _ in kept.rows() if row.status == MARKED)
        works = tuple(_work(row, questions, given) for row, questions in joined.details(kept.rows()))
    return Classwork(works, joined)


def _work(row: Row, questions: str, given: dict[str, HandIn]) -> Work:
    marked = row.status in (MARKED, EARLIER)
    return Work(row, given.get(row.content) if marked else None, tuple(json.loads(questions)) if marked else ())
