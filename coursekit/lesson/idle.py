"""Do something once nothing else is to be done: what is drawn for a saved notebook need not be drawn at every key."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

REST = 1.0  # seconds without another wish


class Idle:
    """Does one thing, at once or after a rest; in a process that has no loop to wait in, always at once."""

    def __init__(self, do: Callable[[], None]) -> None:
        self._do = do
        self._waiting: asyncio.TimerHandle | None = None

    def soon(self) -> None:
        """Do it after a rest; whoever wishes for it meanwhile begins the rest anew."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self.now()
            return
        self.drop()
        self._waiting = loop.call_later(REST, self.now)

    def now(self) -> None:
        """Do it now."""
        self.drop()
        with suppress(Exception):  # what cannot be drawn now (its file was broken meanwhile) stays as it was
            self._do()

    def drop(self) -> None:
        """Do it no more."""
        if self._waiting:
            self._waiting.cancel()
            self._waiting = None
