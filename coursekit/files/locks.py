"""One lock for all who may write at once, each a process of its own: kernels, and two starts of set-up.

Standard library only: set-up comes before everything else.
"""

from __future__ import annotations

import errno
import os
import time
from contextlib import contextmanager, suppress
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType

fcntl: ModuleType | None
msvcrt: ModuleType | None
try:
    import fcntl
except ImportError:
    fcntl = None
try:
    import msvcrt
except ImportError:
    msvcrt = None

PATIENCE = 10.0  # seconds; an append takes milliseconds, so whoever holds on this long is stuck
_THREADS = Lock()


class _System(NamedTuple):
    take: Callable[[], object]
    free: Callable[[], object]
    busy: frozenset[int]  # what `take` says when another process has the lock


@contextmanager
def held(path: Path, patience: float = PATIENCE, busy: str = "") -> Iterator[None]:
    """Hold the lock file at ``path`` while the block runs.

    It is a file of its own beside what is written: that may be replaced while somebody waits, and on
    Windows a lock on it would keep readers out. The system frees the lock when its holder dies. Where there
    are no such locks (a browser, many network drives) the block runs unlocked: there is one writer, or an
    append that is whole by itself.

    Parameters
    ----------
    path
        The lock file; made if need be.
    patience
        Seconds to wait while another process holds it.
    busy
        What to say when it still does.

    Raises
    ------
    CourseError
        When the lock is not free within ``patience`` seconds.
    OSError
        When the lock file cannot be made. Freeing the lock raises nothing: what was done is done.
    """
    words = busy or f"{path}: another program has held this for {patience:g} s; close it, try again"
    with _THREADS, _locked(path, patience, words):
        yield


@contextmanager
def claimed(path: Path, busy: str) -> Iterator[None]:
    """Hold the lock file at ``path`` for as long as a server runs, beside other locks of this process.

    Parameters
    ----------
    path
        The lock file; made if need be.
    busy
        What to say when another process holds it.

    Raises
    ------
    CourseError
        When it does.
    OSError
        When the lock file cannot be made.
    """
    with _locked(path, 0, busy):
        yield


@contextmanager
def _locked(path: Path, patience: float, busy: str) -> Iterator[None]:
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
    try:
        system = _system(handle)
        deadline, pause = time.monotonic() + patience, 0.0005
        while not _taken(system):
            if time.monotonic() >= deadline:
                raise CourseError(busy)
            time.sleep(pause)
            pause = min(pause * 1.5, 0.02)
        try:
            yield
        finally:
            with suppress(OSError):
                system.free()
    finally:
        with suppress(OSError):  # the file holds nothing that could be lost
            os.close(handle)


def _system(handle: int) -> _System:
    if fcntl is not None and hasattr(fcntl, "flock"):  # a notebook in a browser has an empty module of that name
        module, one = fcntl, fcntl.LOCK_EX | fcntl.LOCK_NB
        return _System(
            lambda: module.flock(handle, one),
            lambda: module.flock(handle, module.LOCK_UN),
            frozenset({errno.EAGAIN, errno.EWOULDBLOCK}),
        )
    if msvcrt is not None:
        windows = msvcrt

        def free() -> None:
            os.lseek(handle, 0, os.SEEK_SET)
            windows.locking(handle, windows.LK_UNLCK, 1)

        return _System(
            lambda: windows.locking(handle, windows.LK_NBLCK, 1), free, frozenset({errno.EACCES, errno.EDEADLK})
        )
    return _System(lambda: None, lambda: None, frozenset())


def _taken(system: _System) -> bool:
    try:
        system.take()
    except OSError as error:
        # Anything but "somebody has it" means that this disk knows no locks, or will not say.
        return error.errno not in system.busy
    return True
