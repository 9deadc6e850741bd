"""A lock that several kernels share, each a process of its own."""

from __future__ import annotations

import errno
import os
import time
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

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
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_THREADS = Lock()


@contextmanager
def held(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file at ``path`` while the block runs.

    It is a file of its own beside the journal: the journal may be replaced (by a repair) while somebody
    waits, and on Windows a lock on the journal would keep readers out. The system frees the lock when its
    holder dies. Where the system knows no such locks (a browser, some network drives) there is one writer
    or an append that is whole by itself, and the block runs unlocked.

    Raises
    ------
    CourseError
        When the lock is not free within ``patience`` seconds.
    OSError
        When the lock file cannot be made.
    """
    with _THREADS:
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
        try:
            take, free = _system(handle)
            deadline, pause = time.monotonic() + patience, 0.0005
            while not _taken(take):
                if time.monotonic() > deadline:
                    raise CourseError(f"{path}: another program has held this for {patience:g} s; close it, try again")
                time.sleep(pause)
                pause = min(pause * 1.5, 0.02)
            try:
                yield
            finally:
                free()
        finally:
            os.close(handle)


def _system(handle: int) -> tuple[Callable[[], object], Callable[[], object]]:
    if fcntl is not None:
        module, one = fcntl, fcntl.LOCK_EX | fcntl.LOCK_NB
        return lambda: module.flock(handle, one), lambda: module.flock(handle, module.LOCK_UN)
    if msvcrt is not None:
        windows = msvcrt

        def free() -> None:
            os.lseek(handle, 0, os.SEEK_SET)
            windows.locking(handle, windows.LK_UNLCK, 1)

        return lambda: windows.locking(handle, windows.LK_NBLCK, 1), free
    return lambda: None, lambda: None


def _taken(take: Callable[[], object]) -> bool:
    try:
        take()
    except OSError as error:
        # Anything but "somebody has it" means that this file system knows no locks.
        return error.errno not in _BUSY
    return True
