"""The class as the desk has read it: looked at whole, marked bit by bit, read anew where a file has changed."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from coursekit.marking.finding import find, stamps
from coursekit.marking.keys import Keys
from coursekit.marking.ledger import opened
from coursekit.seminar import levels
from coursekit.seminar.classwork import Classwork, Pile, Work
from coursekit.seminar.desk.kept import HAND_INS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.seminar.desk.kept import Kept

AT_ONCE = 400  # hand-ins that are marked before the page is heard again: about half a second's work


class ClassRead:
    """What was handed in, as far as it is read and marked.

    Parameters
    ----------
    course
        The course.
    kept
        What lies on the desk.
    """

    def __init__(self, course: Course, kept: Kept) -> None:
        self._course = course
        self._kept = kept
        self._keys = Keys(course)
        self._pile: Pile | None = None
        self._classwork: Classwork | None = None
        self._stamps: object = None

    def forget(self) -> None:
        """Have it all read anew; marks that were given stay in the ledger."""
        self._pile = None

    def forget_if_changed(self) -> None:
        """Have it read anew where a hand-in, a level or a key has changed since."""
        if self._stamps != self._stamped():
            self.forget()

    @property
    def left(self) -> int:
        """How many hand-ins are still to be marked."""
        return self._pile.left if self._pile else 0

    @property
    def of(self) -> int:
        """How many hand-ins there are that can be marked."""
        return self._pile.of if self._pile else 0

    def mark_some(self) -> None:
        """Mark a few of those that are left. Raises CourseError where the ledger is in use."""
        self.mark(AT_ONCE)

    def mark(self, most: float = inf) -> None:
        """Mark so many of those that are left, or all. Raises CourseError where the ledger is in use."""
        pile = self._looked()
        if pile.left:
            self._kept.folder.mkdir(parents=True, exist_ok=True)
            with opened(self._kept.folder / "marks.ledger") as ledger:
                pile.mark(ledger, most)
            self._classwork = None

    def now(self) -> tuple[Classwork, Keys]:
        """Return the class as far as it is read, and with what it is marked. Raises CourseError as `Pile`."""
        pile = self._looked()
        if self._classwork is None:
            found = pile.classwork()
            self._classwork = Classwork(tuple(_called(found, self._paths())), found.joined)
        return self._classwork, self._keys

    def _looked(self) -> Pile:
        if self._pile is None:
            self._stamps = self._stamped()
            self._keys = Keys(self._course)
            pile = Pile(self._keys, levels.files(self._course.work))
            for found in find(self._paths()):
                pile.take(found)
            self._pile, self._classwork = pile, None
        return self._pile

    def _paths(self) -> list[Path]:
        return [each.path for each in self._kept.files(HAND_INS)]

    def _stamped(self) -> object:
        ours = self._course.assignments
        keys = [path for name in ours.names for path in ours.files(name)]
        return stamps(self._paths()), stamps([*levels.files(self._course.work), *keys])


def _called(found: Classwork, paths: list[Path]) -> Iterator[Work]:
    """Yield what was found, with files called from the desk on: where it stands on this machine says nothing."""
    tops = [f"{path.parent.as_posix().rstrip('/')}/" for path in paths]

    def short(words: str) -> str:
        for top in tops:
            words = words.replace(top, "")
        return words

    for work in found.works:
        yield replace(work, row=replace(work.row, file=short(work.row.file), note=short(work.row.note)))
