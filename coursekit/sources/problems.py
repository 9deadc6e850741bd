"""What a check found wrong, with the line it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in an author's file; ``line`` counts from 1."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def refuse(problems: Iterable[Problem]) -> None:
    """Raise the first problem, if there is one, and say how many more wait behind it.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``.
    """
    found = sorted(problems)
    if found:
        more = f" (and {len(found) - 1} more; `python3 course.py check` lists them)" if len(found) > 1 else ""
        raise CourseError(f"{found[0]}{more}")
