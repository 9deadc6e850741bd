"""What is wrong with an author's file, with the line it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in an author's file.

    ``line`` counts from 1; ``unreadable`` is a file of which nothing can be read, so that more may be wrong with it.
    """

    file: str
    line: int
    message: str
    unreadable: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, order=True)
class Where:
    """A line of an author's file; of what no file holds, the file is "" and the line 0."""

    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    def problem(self, message: str) -> Problem:
        """Return a fault at this line."""
        return Problem(self.file, self.line, message)

    def error(self, message: str) -> FaultError:
        """Return the error for a fault at this line."""
        return FaultError(self.problem(message))


class FaultError(CourseError):
    """A fault in an author's file: ``problem``, of which the message is the words; ``more`` may follow them."""

    def __init__(self, problem: Problem, more: str = "") -> None:
        super().__init__(f"{problem}{more}")
        self.problem = problem


def refuse(problems: Iterable[Problem]) -> None:
    """Raise the first problem, if there is one, and say how many more wait behind it.

    Raises
    ------
    FaultError
        ``file:line: key: what was expected``.
    """
    found = sorted(problems)
    if found:
        more = f" (and {len(found) - 1} more; `python3 course.py check` lists them)" if len(found) > 1 else ""
        raise FaultError(found[0], more)


def problem_of(error: CourseError) -> Problem:
    """Return what an error says of an author's file; one that names no place is about the course as a whole."""
    return error.problem if isinstance(error, FaultError) else Problem("", 0, str(error))
