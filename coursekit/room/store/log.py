"""A room's log: JSON Lines, each event whole or not there."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.files.disks import sync, told
from coursekit.room.reducer import EVENTS, Event, step
from coursekit.room.state import Room

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORMAT = 1


@dataclass(frozen=True)
class Restored:
    """What a log leads to, and how many of its lines could not be read."""

    room: Room
    unread: int


def restore(path: Path) -> Restored:
    """Return how a room stands by its log.

    A line that a crash tore, or that somebody changed by hand into something else, is passed over and counted: it was
    never told to be counted, or cannot be known.

    Raises
    ------
    CourseError
        When the file cannot be read, or does not begin as a room does.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise CourseError(f"{path}: this room cannot be read {told(error)}") from error
    room, unread = Room(), 0
    for raw in filter(None, lines):
        event = _event(raw)
        try:
            room = step(room, event) if event else room
        except (LookupError, TypeError, ValueError):
            event = None
        unread += event is None
    if not room.code:
        raise CourseError(f"{path}: this is no room’s log; move it away, or begin another with --new")
    return Restored(room, unread)


def stamped(event: Event) -> Event:
    """Return an event with the format's version and the time."""
    return {"v": FORMAT, "at": datetime.now(UTC).isoformat(timespec="milliseconds"), **event}


def line(event: Event) -> bytes:
    """Return an event as a line of the log."""
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Log:
    """The log, open for appending. One process at a time has it: see `coursekit.files.locks.claimed`."""

    def __init__(self, path: Path) -> None:
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            # Somebody may have died in mid-line: theirs stays torn, what follows stays whole.
            size = os.lseek(self._handle, 0, os.SEEK_END)
            self._torn = (
                bool(size) and os.lseek(self._handle, -1, os.SEEK_END) >= 0 and os.read(self._handle, 1) != b"\n"
            )
        except OSError as error:
            raise CourseError(f"{path}: this room cannot be kept {told(error)}") from error
        self._keep_name(path.parent)

    def append(self, lines: Sequence[bytes]) -> None:
        """Have some lines on the disk before returning. Raises OSError; then none of them counts."""
        torn = self._torn
        raw = b"\n" * torn + b"".join(lines)
        size = os.fstat(self._handle).st_size
        try:
            while raw:
                raw = raw[os.write(self._handle, raw) :]
            sync(self._handle)
        except OSError:
            self._torn = True  # until what is there of them is gone
            with suppress(OSError):
                os.ftruncate(self._handle, size)
                self._torn = torn
            raise
        self._torn = False

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)

    @staticmethod
    def _keep_name(folder: Path) -> None:
        """Have the file's name, too, survive a power cut."""
        with suppress(OSError):  # Windows opens no folders
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _event(raw: bytes) -> Event | None:
    """Return an event; None for what is none."""
    try:
        found: Any = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    known = isinstance(found, dict) and isinstance(found.get("event"), str) and isinstance(found.get("at"), str)
    return found if known and found["event"] in EVENTS else None
