"""Ask an author, at a terminal, what was not given as an option; nowhere else is anything asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Callable


def can_ask() -> bool:
    """Tell whether somebody sits there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(prompt: str, usual: str, read: Callable[[str], str]) -> str:
    """Return an answer that can be used; ask again as long as there is something wrong with it.

    Parameters
    ----------
    prompt
        What is asked.
    usual
        What an empty answer, or the end of input, means.
    read
        Returns the answer as it is used, or raises CourseError with what is wrong.
    """
    shown = f"{prompt} [{usual}]: " if usual else f"{prompt}: "
    while True:
        try:
            given = input(shown).strip()
        except EOFError:
            print()
            return usual
        if not given:
            return usual
        try:
            return read(given)
        except CourseError as error:
            print(error)
