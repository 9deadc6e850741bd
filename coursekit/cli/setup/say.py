"""Progress in plain words, on standard error: standard output belongs to the answer."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def say(words: str) -> None:
    """Write one line."""
    print(words, file=sys.stderr, flush=True)


class Counter:
    """Follows an installer's output and tells how far it is.

    Parameters
    ----------
    total
        How many packages there are, about: a list also names those of other systems.
    """

    _FETCHED = re.compile(r"^\s*(?:Collecting|Processing|Requirement already satisfied:|Ignoring) (\S+)")
    _UNPACKING = re.compile(r"^\s*(?:Installing collected packages|Prepared \d+ packages?)")

    def __init__(self, total: int) -> None:
        self._total = total
        self._seen: set[str] = set()
        self._told = 0
        self._live = sys.stderr.isatty()

    def line(self, line: str) -> None:
        """Take one line of output."""
        if found := self._FETCHED.match(line):
            self._seen.add(found[1])
            self._tell(min(len(self._seen), self._total))
        elif self._UNPACKING.match(line):
            self.done()
            say("  unpacking …")

    def _tell(self, count: int) -> None:
        if self._live:
            print(f"\r  fetched {count} of {self._total} packages", end="", file=sys.stderr, flush=True)
            self._told = count
        elif count >= self._told + 25:
            say(f"  fetched {count} of {self._total} packages")
            self._told = count

    def done(self) -> None:
        """End the line that is being rewritten."""
        if self._live and self._told:
            print(file=sys.stderr, flush=True)
            self._told = 0


def count_packages(lists: tuple[Path, ...]) -> int:
    """Return how many packages some lists name, each once."""
    names = set()
    for path in lists:
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"\s*([A-Za-z0-9._-]+)==", line):
                names.add(found[1].lower())
    return len(names)
