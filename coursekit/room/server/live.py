"""A room that is being held: decides, keeps, and only then tells."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from random import SystemRandom
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.room import casting
from coursekit.room.as_asked import as_asked
from coursekit.room.reducer import step
from coursekit.room.results import results
from coursekit.room.server.clocks import RoundClock
from coursekit.room.server.console_presses import decide
from coursekit.room.store.committing import Committing
from coursekit.room.store.log import Log, restore, stamped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.room.items import Item
    from coursekit.room.reducer import Event
    from coursekit.room.state import Vote

MOST_PEOPLE = 1_000
AGAIN = 1.0  # seconds until a clock tries again that the disk has refused


class LiveRoom:
    """One session, its log and its clock.

    What is decided is decided on ``room``, which runs ahead of the disk by the events being written. What anybody is
    shown is ``kept``, how the room stands by what is on the disk; where that refuses, ``room`` goes back to it.

    Parameters
    ----------
    path
        The session's log.
    course
        Where questions and texts are.
    told
        Called with the events that are kept; with none when everybody should look again.
    """

    def __init__(self, path: Path, course: Course, told: Callable[[Sequence[Event]], None]) -> None:
        self.path, self.course = path, course
        self.kept = self.room = restore(path).room
        self._told = told
        self._items: dict[str, tuple[Mapping[str, Any], Item]] = {}
        self._results: dict[str, tuple[Vote, dict[str, Any]]] = {}
        self._committing = Committing(Log(path), self._go_back)
        self._closings: set[asyncio.Task[None]] = set()
        self._clock = RoundClock(self._time_is_up)
        self._clock.set_by(self.room)

    async def join(self, who: str, name: object) -> None:
        """Let somebody in. Raises CourseError when the room is full or over, or the disk refuses."""
        await self._happen(casting.join(self.room, who, name, MOST_PEOPLE))

    async def cast(self, who: str, message: dict[str, Any]) -> None:
        """Count a vote; return once it is on the disk. Raises CourseError when it does not count."""
        vote = casting.taking(self.room, message.get("vote"), message.get("round"), time.time())
        await self._happen(casting.cast(self.room, who, message, self.item(vote), time.time()))

    async def press(self, message: dict[str, Any]) -> None:
        """Do what an instructor has pressed. Raises CourseError when that is not possible now."""
        await self._happen(decide(self.room, message, self.course, self.item, SystemRandom()))

    def item(self, vote: Vote) -> Item:
        """Return what is asked in a vote. Raises CourseError when the course has it no longer."""
        known = self._items.get(vote.id)
        # One that the disk refused leaves its id to the next.
        if known is None or known[0] is not vote.item:
            known = self._items[vote.id] = (vote.item, as_asked(vote, self.course))
        return known[1]

    def results_of(self, vote: Vote) -> dict[str, Any]:
        """Return what came of a vote so far; counted once for each state of it."""
        known = self._results.get(vote.id)
        if known is None or known[0] is not vote:
            try:
                found = results(vote, self.item(vote))
            except CourseError as error:  # the course has changed since: the question is gone
                found = {"rounds": [], "shift": None, "reasons": [], "expert": None, "why": str(error)}
            known = self._results[vote.id] = (vote, found)
        return known[1]

    async def close(self) -> None:
        """Write what waits, and let go of the log."""
        self._clock.stop()
        await asyncio.gather(*self._closings, return_exceptions=True)
        await self._committing.close()

    async def _happen(self, events: Sequence[Event]) -> None:
        made = [stamped(event) for event in events]
        for event in made:
            self.room = step(self.room, event)
        decided = self.room
        if made:
            await self._committing.keep(made)
            self.kept = decided  # what was decided before it was kept before it
            self._clock.set_by(self.room)
            self._told(made)
        else:
            await self._committing.settled()

    def _go_back(self) -> None:
        self.room = self.kept
        self._clock.set_by(self.room, AGAIN)
        self._told([])

    def _time_is_up(self) -> None:
        vote = self.room.vote
        if vote and vote.taking:
            task = asyncio.ensure_future(self._close(vote.id))
            self._closings.add(task)
            task.add_done_callback(self._closings.discard)

    async def _close(self, vote: str) -> None:
        """Close a round whose time is up. Where the disk refuses, the clock has been set again."""
        with suppress(CourseError):  # or somebody has just closed it
            await self.press({"press": "close", "vote": vote})
