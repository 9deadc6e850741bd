"""One writer at a time."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.journal import lock

if TYPE_CHECKING:
    from pathlib import Path

SPAWN = multiprocessing.get_context("spawn")


def hold(path: Path, seconds: float) -> None:
    with lock.held(path):
        path.with_suffix(".held").touch()
        time.sleep(seconds)


def holder(path: Path) -> multiprocessing.Process:
    process = SPAWN.Process(target=hold, args=(path, 60))
    process.start()
    deadline = time.monotonic() + 30
    while not path.with_suffix(".held").exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return process


def test_while_one_process_holds_it_another_gives_up_after_its_patience(tmp_path: Path) -> None:
    process = holder(tmp_path / "a.lock")
    try:
        with pytest.raises(CourseError, match="another program"), lock.held(tmp_path / "a.lock", patience=0.05):
            pass
    finally:
        process.kill()
        process.join()


def test_the_lock_of_a_killed_holder_is_free(tmp_path: Path) -> None:
    process = holder(tmp_path / "a.lock")
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with lock.held(tmp_path / "a.lock", patience=0.5):
        pass


def test_an_error_inside_frees_it(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), lock.held(tmp_path / "a.lock"):
        _ = 1 / 0
    with lock.held(tmp_path / "a.lock", patience=0):
        pass


def test_a_runtime_without_locks_runs_unlocked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "fcntl", None)
    monkeypatch.setattr(lock, "msvcrt", None)
    with lock.held(tmp_path / "a.lock", patience=0):
        pass


def test_a_drive_without_locks_runs_unlocked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(lock, "_system", lambda _handle: (refuse, lambda: None))
    with lock.held(tmp_path / "a.lock", patience=0):
        pass


class Windows:
    """As much of msvcrt as the lock uses."""

    LK_NBLCK, LK_UNLCK = 2, 0

    def __init__(self) -> None:
        self.calls: list[tuple[int, int]] = []
        self.busy = 2

    def locking(self, _handle: int, mode: int, count: int) -> None:
        self.calls.append((mode, count))
        if mode == self.LK_NBLCK and self.busy:
            self.busy -= 1
            raise OSError(errno.EACCES, "permission denied")


def test_on_windows_it_waits_takes_and_frees_one_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows()
    monkeypatch.setattr(lock, "fcntl", None)
    monkeypatch.setattr(lock, "msvcrt", windows)
    with lock.held(tmp_path / "a.lock"):
        assert windows.calls == [(2, 1)] * 3
    assert windows.calls[-1] == (0, 1)
