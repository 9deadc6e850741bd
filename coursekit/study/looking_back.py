"""All that a page or a command for whoever looks back asks of the journal, in one pass, kept beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.journal.summary import folded
from coursekit.practice.sittings import SittingsFold
from coursekit.study.doings import DoingsFold
from coursekit.study.path import units
from coursekit.study.review.attempts import AttemptsFold
from coursekit.study.verdicts import VerdictsFold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.course import Course
    from coursekit.journal import Event
    from coursekit.journal.summary import Fold
    from coursekit.study.path import Unit


class LookingBack:
    """What was done, the first verdicts, what was tried, and the practice test.

    Parameters
    ----------
    path
        The way through the course.
    """

    def __init__(self, path: Sequence[Unit]) -> None:
        self.path = tuple(path)
        self.doings = DoingsFold(self.path)
        self.verdicts = VerdictsFold()
        self.attempts = AttemptsFold()
        self.practice = SittingsFold()
        self._parts: tuple[Fold, ...] = (self.doings, self.verdicts, self.attempts, self.practice)

    @property
    def stamp(self) -> str:
        """Return what the parts depend on besides the events."""
        return " ".join(part.stamp for part in self._parts)

    def hear(self, event: Event) -> None:
        """Take an event in."""
        for part in self._parts:
            part.hear(event)

    def kept(self) -> Any:
        """Return what it came to so far, as plain data."""
        return [part.kept() for part in self._parts]

    def take(self, kept: Any) -> None:
        """Go on from what `kept` returned."""
        for part, own in zip(self._parts, kept, strict=True):
            part.take(own)


def look_back(course: Course) -> LookingBack:
    """Return what a learner's journal comes to. Raises CourseError where the course or the journal can't be read."""
    path = units(course)
    return folded(course.journal.path, lambda: LookingBack(path))
