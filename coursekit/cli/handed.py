"""What every verb on a class does first: see that it may, that the files are there, and read them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coursekit.cli.counting import Progress
from coursekit.errors import CourseError
from coursekit.marking.finding import count
from coursekit.marking.row import UNMARKED
from coursekit.marking.visible import visible
from coursekit.places import CLASS_COPY, course_root
from coursekit.seminar.classwork import gather

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from coursekit.marking.keys import Keys
    from coursekit.marking.row import Row
    from coursekit.seminar.classwork import Classwork


def instructors_course(verb: str, what: str) -> Path:
    """Return the course's folder. Raises CourseError in a class copy; ``what`` goes on with "in the instructor's"."""
    root = course_root()
    if (root / CLASS_COPY).exists():
        raise CourseError(f"{verb}: this is a class copy; {what} in the instructor's course")
    return root


def absent(paths: Iterable[Path]) -> str:
    """Say which of some paths is not there; "" where all are."""
    # os.path gives False also for what no path can be, where Path raises.
    gone = next((path for path in paths if not os.path.exists(path)), None)  # noqa: PTH110
    return "" if gone is None else f"{visible(str(gone))}: no such file or folder"


def read_class(paths: list[Path], keys: Keys, levels: Sequence[Path] = (), leave: Sequence[Path] = ()) -> Classwork:
    """Read and mark what a class handed in, and show how far that has come; parameters as of `gather`."""
    own = list(leave)
    with Progress("read", lambda: count(paths, own)) as progress:

        def tell(row: Row) -> None:
            progress.step(failed=row.status in UNMARKED)

        return gather(paths, keys, list(levels), progress=tell, leave=own)
