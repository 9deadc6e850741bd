"""How far long work has come, on a terminal and nowhere else."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_EVERY = 0.1  # seconds
_WIDE = 60


class Progress:
    """One line on standard error that is written over, and gone at the end.

    Parameters
    ----------
    done
        What is being done to each, as ``marked``.
    total
        Gives the number to be done, or about that; asked only where it is shown.
    """

    def __init__(self, done: str, total: Callable[[], int]) -> None:
        self._shown = sys.stderr.isatty()
        self._done = done
        self._total = total() if self._shown else 0
        self._count = self._failed = 0
        self._last = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write(f"\r{'':{_WIDE}}\r")
            sys.stderr.flush()

    def step(self, *, failed: bool = False) -> None:
        """Count one more."""
        self._count += 1
        self._failed += failed
        now = time.monotonic()
        if not self._shown or now - self._last < _EVERY:
            return
        self._last = now
        words = f"{self._count:,} of {max(self._total, self._count):,} {self._done}"
        words += f", {self._failed:,} not" if self._failed else ""
        sys.stderr.write(f"\r{words:{_WIDE}}")
        sys.stderr.flush()
