"""The journal: append, read, refresh.

What a learner says or marks is one line here before they are told "saved". The file is only ever
appended to, so that a crash can cost at most the line being written, which nobody was told is saved.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, NoReturn
from uuid import uuid4

from coursekit.errors import CourseError
from coursekit.files.disks import sync, told
from coursekit.files.locks import held
from coursekit.journal.beside import refuse_evicted
from coursekit.journal.events import Event, line, new
from coursekit.journal.reading import Place, Reading, SetAside, read

if TYPE_CHECKING:
    from pathlib import Path

NAME = "journal.jsonl"
_SEAM = 64  # bytes before the place read up to: another file in its stead shows here


class _Known(NamedTuple):
    place: Place = Place()
    seam: bytes = b""


class Journal:
    """One journal file, which other kernels may write too.

    The path need not exist yet. Objects are cheap, but a process should share one (`at`), so that the
    file is read once.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.session = uuid4().hex[:12]
        self._one_by_one = Lock()  # a kernel hears its widgets in a thread of their own, while cells run
        self._known = _Known()
        self._events: dict[str, Event] = {}
        self._aside: list[SetAside] = []
        self._tail: SetAside | Event | None = None
        self._fresh: list[Event] = []
        self._met: set[str] = set()

    def append(self, event: str, **data: Any) -> Event:
        """Write one event and return it once it is safely on the disk.

        Raises
        ------
        CourseError
            When it could not be saved: full disk, no permission, wrong data, a placeholder in the journal's
            place. Then nothing is written.
        """
        made = new(event, self.session, data)
        raw = line(made)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with held(self.path.with_suffix(".lock")):
                refuse_evicted(self.path)
                handle = _append(self.path, raw)
            try:
                sync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise CourseError(f"{error.filename or self.path}: not saved {told(error)}") from error
        return made

    def read(self) -> Reading:
        """Return everything the journal holds now.

        Raises
        ------
        CourseError
            When the file is there and cannot be read.
        """
        with self._one_by_one:
            self._catch_up()
            events, aside = tuple(self._events.values()), tuple(self._aside)
            if isinstance(self._tail, SetAside):
                aside = (*aside, self._tail)
            elif self._tail and self._tail.id not in self._events:
                events = (*events, self._tail)
            return Reading(events, aside)

    def refresh(self) -> list[Event]:
        """Return the events that no earlier call of this method returned, own and other kernels'."""
        with self._one_by_one:
            self._catch_up()
            fresh, self._fresh = self._fresh, []
            return fresh

    def _catch_up(self) -> None:
        try:
            with self.path.open("rb") as file:
                if _seam(file, self._known.place.offset) != self._known.seam:
                    self._forget()  # cut, repaired or put in from elsewhere: from the start again
                events, aside, self._tail, place = read(file, self._known.place)
                self._known = _Known(place, _seam(file, place.offset))
        except FileNotFoundError:
            self._forget()
            return
        except OSError as error:
            why = f"cannot be read ({error.strerror or 'not possible'})"
            raise CourseError(f"{self.path}: {why}; mend it with: course.py doctor") from error
        self._aside += aside
        for event in events:
            self._events.setdefault(event.id, event)
            if event.id not in self._met:
                self._met.add(event.id)
                self._fresh.append(event)

    def _forget(self) -> None:
        self._known, self._tail, self._events, self._aside = _Known(), None, {}, []


def _seam(file: BinaryIO, offset: int) -> bytes:
    file.seek(max(0, offset - _SEAM))
    return file.read(min(offset, _SEAM))


def _append(path: Path, raw: bytes) -> int:
    """Write one line at the end of the file and return the open handle."""
    fresh = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
    try:
        size = os.fstat(handle).st_size
        if size and os.lseek(handle, -1, os.SEEK_END) >= 0 and os.read(handle, 1) != b"\n":
            raw = b"\n" + raw  # somebody died in mid-line: theirs stays torn, ours stays whole
        written = os.write(handle, raw)
        if written < len(raw):
            _undo(handle, size)
        if fresh:
            _keep_name(path.parent)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _undo(handle: int, size: int) -> NoReturn:
    with suppress(OSError):
        os.ftruncate(handle, size)
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _keep_name(folder: Path) -> None:
    """Have the file's name, too, survive a power cut."""
    with suppress(OSError):  # Windows and browsers open no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_SHARED: dict[Path, Journal] = {}


def at(work: Path) -> Journal:
    """Return this process's one journal in a work folder."""
    path = work.resolve() / NAME
    return _SHARED.setdefault(path, Journal(path))
