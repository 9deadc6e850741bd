"""Append, read, refresh."""

from __future__ import annotations

import errno
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Journal, at, journal


@pytest.fixture
def book(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "work" / "journal.jsonl")


def lessons(events: Any) -> list[str]:
    return [event.data["lesson"] for event in events]


def test_what_is_appended_is_read(book: Journal) -> None:
    first, second = book.append("ran", lesson="00"), book.append("ran", lesson="01")
    assert book.read().events == (first, second)
    assert Journal(book.path).read().events == (first, second)


def test_no_journal_yet_is_an_empty_one(book: Journal) -> None:
    assert book.read().events == ()
    assert book.refresh() == []
    assert not book.path.exists()


def test_it_is_on_the_disk_before_append_returns(book: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    real = os.fsync

    def note(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").resolve().name)
        real(handle)

    monkeypatch.setattr(os, "fsync", note)
    book.append("ran", lesson="00")
    assert synced == ["work", "journal.jsonl"]


def test_refresh_gives_each_event_once_also_those_of_others(book: Journal) -> None:
    other = Journal(book.path)
    book.append("ran", lesson="00")
    other.append("ran", lesson="01")
    assert lessons(book.refresh()) == ["00", "01"]
    assert book.refresh() == []
    other.append("ran", lesson="02")
    book.read()
    assert lessons(book.refresh()) == ["02"]


def test_refresh_reads_only_what_is_new(book: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        book.append("ran", lesson=str(number))
    book.refresh()
    book.append("ran", lesson="new")
    starts: list[int] = []
    real = journal.read
    monkeypatch.setattr(journal, "read", lambda file, start: (starts.append(start.lines), real(file, start))[1])
    assert lessons(book.refresh()) == ["new"]
    assert starts == [20]


def test_a_line_being_written_waits_until_it_is_whole(book: Journal) -> None:
    book.append("ran", lesson="00")
    book.refresh()
    other = Journal(book.path.parent / "other.jsonl")
    other.append("ran", lesson="01")
    whole = other.path.read_bytes()
    with book.path.open("ab") as file:
        file.write(whole[:30])
        file.flush()
        assert book.refresh() == []
        assert [aside.reason for aside in book.read().set_aside] == ["not JSON, or cut short"]
        file.write(whole[30:])
    assert lessons(book.refresh()) == ["01"]
    assert book.read().set_aside == ()


def test_a_torn_last_line_costs_only_itself(book: Journal) -> None:
    book.append("ran", lesson="00")
    book.append("ran", lesson="torn")
    book.path.write_bytes(book.path.read_bytes()[:-20])
    assert lessons(book.read().events) == ["00"]
    book.append("ran", lesson="02")
    reading = book.read()
    assert lessons(reading.events) == ["00", "02"]
    assert [(aside.line, aside.reason) for aside in reading.set_aside] == [(2, "not JSON, or cut short")]
    assert lessons(Journal(book.path).read().events) == ["00", "02"]


def test_a_last_line_that_lost_only_its_newline_is_read_and_counted_once(book: Journal) -> None:
    book.append("ran", lesson="00")
    book.path.write_bytes(book.path.read_bytes()[:-1])
    assert lessons(book.read().events) == ["00"]
    book.append("ran", lesson="01")
    assert lessons(book.read().events) == ["00", "01"]
    assert lessons(book.refresh()) == ["00", "01"]


def test_foreign_lines_are_set_aside_and_the_rest_is_read(book: Journal) -> None:
    book.append("ran", lesson="00")
    with book.path.open("ab") as file:
        file.write(b"\x00\xff\xfe rubbish\n\n   \r\n" + b"y" * 3_000_000 + b"\n<script>alert(1)</script>\n")
    book.append("ran", lesson="01")
    reading = book.read()
    assert lessons(reading.events) == ["00", "01"]
    assert [(aside.line, aside.reason) for aside in reading.set_aside] == [
        (2, "not text"),
        (5, "longer than 1,000,000 bytes"),
        (6, "not JSON, or cut short"),
    ]
    assert all(len(aside.begins) <= 80 and aside.begins.isprintable() for aside in reading.set_aside)


def test_the_same_event_twice_counts_once(book: Journal) -> None:
    book.append("ran", lesson="00")
    book.path.write_bytes(book.path.read_bytes() * 2)
    assert lessons(book.read().events) == ["00"]


def test_a_replaced_journal_is_read_from_its_start(book: Journal, tmp_path: Path) -> None:
    for number in range(3):
        book.append("ran", lesson=str(number))
    book.refresh()
    other = Journal(tmp_path / "other.jsonl")
    for number in range(10, 15):
        other.append("ran", lesson=str(number))
    shutil.copy(other.path, book.path)  # the same inode, other bytes, longer
    assert lessons(book.read().events) == ["10", "11", "12", "13", "14"]
    other.path.replace(book.path)  # another inode
    assert lessons(book.read().events) == ["10", "11", "12", "13", "14"]
    assert lessons(book.refresh()) == ["10", "11", "12", "13", "14"]


def test_a_cut_journal_is_read_again_and_news_come_once(book: Journal) -> None:
    book.append("ran", lesson="00")
    kept = book.path.read_bytes()
    book.append("ran", lesson="01")
    book.refresh()
    book.path.write_bytes(kept)
    assert lessons(book.read().events) == ["00"]
    assert book.refresh() == []
    book.path.unlink()
    assert book.read().events == ()
    book.append("ran", lesson="02")
    assert lessons(book.refresh()) == ["02"]


def full(_handle: int, _raw: bytes) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_one_line_that_says_not_saved(book: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    book.append("ran", lesson="00")
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(CourseError, match=r"journal\.jsonl: not saved \(No space left on device\); m") as raised:
        book.append("ran", lesson="01")
    assert "\n" not in str(raised.value)
    monkeypatch.undo()
    assert lessons(book.read().events) == ["00"]
    book.append("ran", lesson="02")
    assert lessons(book.read().events) == ["00", "02"]


def test_a_disk_that_fills_in_mid_line_leaves_no_torn_line(book: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    book.append("ran", lesson="00")
    before = book.path.read_bytes()
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, raw: real(handle, raw[:25]))
    with pytest.raises(CourseError, match="not saved"):
        book.append("ran", lesson="01")
    assert book.path.read_bytes() == before


def test_a_disk_that_fails_to_sync_says_not_saved(book: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    book.append("ran", lesson="00")

    def fail(_handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CourseError, match=r"not saved \(Input/output error\)"):
        book.append("ran", lesson="01")


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.EACCES, errno.ESTALE])
def test_a_drive_that_knows_no_locks_keeps_and_says_so(
    number: int, book: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)
    monkeypatch.setattr(os, "fsync", lambda _handle: refuse() if number in (errno.ENOSYS, errno.EOPNOTSUPP) else None)
    for number_ in range(3):
        book.append("ran", lesson=str(number_))
    assert lessons(Journal(book.path).read().events) == ["0", "1", "2"]


def test_what_cannot_be_made_is_named(book: Journal) -> None:
    book.path.with_suffix(".lock").mkdir(parents=True)
    with pytest.raises(CourseError, match=r"journal\.lock: not saved .* rename that folder"):
        book.append("ran", lesson="00")


def test_a_folder_in_the_journals_place_is_one_line(book: Journal) -> None:
    book.path.mkdir(parents=True)
    with pytest.raises(CourseError, match="not saved"):
        book.append("ran", lesson="00")
    with pytest.raises(CourseError, match="cannot be read"):
        book.read()


def test_a_file_in_the_work_folders_place_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "work").touch()
    with pytest.raises(CourseError, match="not saved"):
        Journal(tmp_path / "work" / "journal.jsonl").append("ran", lesson="00")


def test_no_permission_is_one_line(book: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    book.append("ran", lesson="00")
    monkeypatch.setattr(os, "open", refuse)  # root, as which tests may run, is refused nothing
    with pytest.raises(CourseError, match=r"not saved \(Permission denied\)"):
        book.append("ran", lesson="01")


def test_a_process_has_one_journal_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert at(tmp_path) is at(Path())
    assert at(tmp_path) is not at(tmp_path / "other")


def test_two_threads_that_look_at_once_are_each_told_the_truth(book: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    for lesson in ("00", "01"):
        book.append("ran", lesson=lesson)
    book.path.write_bytes(book.path.read_bytes() + b"not a line\n")
    real, both = journal.read, Barrier(2, timeout=0.3)

    def slow(*what: Any) -> Any:
        found = real(*what)
        with suppress(BrokenBarrierError):
            both.wait()  # until the other thread has read the same lines, if it may
        return found

    monkeypatch.setattr(journal, "read", slow)
    with ThreadPoolExecutor(2) as threads:
        news = [event for each in threads.map(lambda _: book.refresh(), range(2)) for event in each]
    assert lessons(news) == ["00", "01"]
    assert len(book.read().set_aside) == 1
