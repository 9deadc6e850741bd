"""Clocks that close rounds."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.room.state import Room

AFTER = 0.05  # seconds; a vote in the very last moment comes first


class RoundClock:
    """Calls when the open round's time is up; set again whenever the room has changed."""

    def __init__(self, run_out: Callable[[], None]) -> None:
        self._run_out = run_out
        self._handle: asyncio.TimerHandle | None = None

    def set_by(self, room: Room, after: float = AFTER) -> None:
        """Wait for the end of the round that is open, if it has one.

        Parameters
        ----------
        room
            As it stands.
        after
            Seconds to wait beyond it.
        """
        self.stop()
        vote = room.vote
        if vote and vote.taking and vote.until is not None:
            wait = max(0.0, vote.until - time.time()) + after
            self._handle = asyncio.get_running_loop().call_later(wait, self._run_out)

    def stop(self) -> None:
        """Wait for nothing."""
        if self._handle:
            self._handle.cancel()
        self._handle = None
