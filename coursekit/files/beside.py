"""Files that are written beside the one that somebody named."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def refuse_others(out: Path, beside: Iterable[Path]) -> None:
    """Refuse to write over files that nobody named.

    Parameters
    ----------
    out
        The file that was named. Where it is there already, what lies beside it is taken to come from it.
    beside
        What would be written with it.

    Raises
    ------
    CourseError
        When one of them is there already.
    """
    there = [] if os.path.lexists(out) else [path for path in beside if os.path.lexists(path)]
    if there:
        raise CourseError(f"{there[0]}: is there already, and would be written over; choose another name for --out")
