"""Many votes, one fsync: what comes while the disk is busy goes with the next write, and is told kept after it."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.room.store.log import line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coursekit.room.reducer import Event
    from coursekit.room.store.log import Log


class Committing:
    """Appends events in the order they are given, and says of each when it is on the disk.

    Parameters
    ----------
    log
        Where to.
    refused
        Called when the disk refuses: none of what waits is kept then, for it was decided on what is not there now.
    """

    def __init__(self, log: Log, refused: Callable[[], None] = lambda: None) -> None:
        self._log, self._refused = log, refused
        self._waiting: list[tuple[list[bytes], asyncio.Future[None]]] = []
        self._worker = ThreadPoolExecutor(1, "room-log")
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    async def keep(self, events: Sequence[Event]) -> None:
        """Return once the events are on the disk.

        Raises
        ------
        CourseError
            When they are not, with what to do.
        """
        if self._closed:
            raise CourseError("the room is being closed; this was not kept")
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(([line(event) for event in events], kept))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._write())
        await kept

    async def settled(self) -> None:
        """Return once what was given before is on the disk. Raises CourseError when it is not."""
        if self._waiting or (self._task and not self._task.done()):
            await self.keep([])

    async def close(self) -> None:
        """Write what waits, and let go; what comes now is not kept."""
        self._closed = True
        if self._task:
            await self._task
        self._worker.shutdown()
        self._log.close()

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await loop.run_in_executor(self._worker, self._log.append, [raw for lines, _ in batch for raw in lines])
            except OSError as error:
                batch, self._waiting = [*batch, *self._waiting], []
                self._refused()
                trouble = CourseError(f"not kept {told(error)}")
                for _, kept in batch:
                    if not kept.done():
                        kept.set_exception(trouble)
            else:
                for _, kept in batch:
                    if not kept.done():
                        kept.set_result(None)
