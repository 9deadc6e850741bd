"""One writer at a time."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import time
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.files import locks

if TYPE_CHECKING:
    from pathlib import Path

SPAWN = multiprocessing.get_context("spawn")


def hold(path: Path, seconds: float) -> None:
    with locks.held(path):
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
        with pytest.raises(CourseError, match="another program"), locks.held(tmp_path / "a.lock", patience=0.05):
            pass
    finally:
        process.kill()
        process.join()


def test_the_lock_of_a_killed_holder_is_free(tmp_path: Path) -> None:
    process = holder(tmp_path / "a.lock")
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with locks.held(tmp_path / "a.lock", patience=0.5):
        pass


def test_an_error_inside_frees_it(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locks.held(tmp_path / "a.lock"):
        _ = 1 / 0
    with locks.held(tmp_path / "a.lock", patience=0):
        pass


@pytest.mark.parametrize("stand_in", [None, ModuleType("fcntl")])
def test_a_runtime_without_locks_runs_unlocked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stand_in: ModuleType | None
) -> None:
    monkeypatch.setattr(locks, "fcntl", stand_in)
    monkeypatch.setattr(locks, "msvcrt", None)
    with locks.held(tmp_path / "a.lock", patience=0):
        pass


class Drive:
    """As much of fcntl as the lock uses, on a disk that answers every call with one error."""

    LOCK_EX, LOCK_NB, LOCK_UN = 2, 4, 8

    def __init__(self, number: int, *, frees: bool) -> None:
        self.number, self.frees = number, frees

    def flock(self, _handle: int, mode: int) -> None:
        if self.frees or mode != self.LOCK_UN:
            raise OSError(self.number, os.strerror(self.number))


WITHOUT = [
    errno.ENOSYS,
    errno.ENOLCK,
    errno.EOPNOTSUPP,
    errno.EACCES,
    errno.EPERM,
    errno.ESTALE,
    errno.EIO,
    errno.EBADF,
]


@pytest.mark.parametrize("number", WITHOUT, ids=[errno.errorcode[number] for number in WITHOUT])
@pytest.mark.parametrize("frees", [True, False])
def test_a_drive_without_locks_runs_unlocked_and_raises_nothing(
    number: int, *, frees: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "fcntl", Drive(number, frees=frees))
    with locks.held(tmp_path / "a.lock", patience=0):
        pass


def test_a_lock_that_cannot_be_freed_takes_nothing_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drive = Drive(errno.ENOLCK, frees=True)
    monkeypatch.setattr(drive, "flock", lambda _handle, mode: _refuse(mode == drive.LOCK_UN))
    monkeypatch.setattr(locks, "fcntl", drive)
    done = []
    with locks.held(tmp_path / "a.lock", patience=0):
        done.append("written")
    assert done


def _refuse(now: bool) -> None:  # noqa: FBT001
    if now:
        raise OSError(errno.EIO, "refused")


def test_who_waits_in_vain_is_told_in_the_words_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "fcntl", Drive(errno.EAGAIN, frees=False))
    with pytest.raises(CourseError, match="the kettle is on"), locks.held(tmp_path / "a", 0, "the kettle is on"):
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
    monkeypatch.setattr(locks, "fcntl", None)
    monkeypatch.setattr(locks, "msvcrt", windows)
    with locks.held(tmp_path / "a.lock"):
        assert windows.calls == [(2, 1)] * 3
    assert windows.calls[-1] == (0, 1)
