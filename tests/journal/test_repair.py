"""Mending a journal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Journal, repair
from coursekit.journal.events import MAX_LINE

if TYPE_CHECKING:
    from pathlib import Path

HUGE = b"y" * (2 * MAX_LINE + 7)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


def spoiled(path: Path) -> list[str]:
    book = Journal(path)
    first = book.append("ran", lesson="00")
    with path.open("ab") as file:
        file.write(b"\xff\x00rubbish\r\n" + HUGE + b"\n")
    second = book.append("ran", lesson="01")
    with path.open("ab") as file:
        file.write(b'{"v": 1, "id": "tor')
    return [first.id, second.id]


def test_foreign_lines_are_moved_byte_for_byte_and_the_others_stay(path: Path) -> None:
    ids = spoiled(path)
    lines = [line for line in path.read_bytes().split(b"\n") if b'"ran"' in line]
    done = repair(path)
    assert (done.kept, done.moved, done.set_aside) == (2, 3, path.parent / "journal.set-aside.jsonl")
    assert path.read_bytes() == b"".join(line + b"\n" for line in lines)
    assert done.set_aside.read_bytes() == b"\xff\x00rubbish\r\n" + HUGE + b'\n{"v": 1, "id": "tor\n'
    reading = Journal(path).read()
    assert [event.id for event in reading.events] == ids
    assert reading.set_aside == ()


def test_a_second_repair_does_nothing(path: Path) -> None:
    spoiled(path)
    repair(path)
    before = (path.read_bytes(), (path.parent / "journal.set-aside.jsonl").read_bytes())
    assert repair(path).moved == 0
    assert before == (path.read_bytes(), (path.parent / "journal.set-aside.jsonl").read_bytes())


def test_a_line_of_a_later_version_is_no_damage(path: Path) -> None:
    Journal(path).append("ran", lesson="00")
    later = path.read_bytes().replace(b'"v": 1', b'"v": 2')
    path.write_bytes(path.read_bytes() + later + b"rubbish\n")
    assert repair(path).moved == 1
    assert path.read_bytes().endswith(later)


def test_a_lost_newline_is_put_back(path: Path) -> None:
    Journal(path).append("ran", lesson="00")
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert repair(path) == (repair(path))
    assert path.read_bytes() == whole


def test_no_journal_needs_no_repair(path: Path) -> None:
    assert repair(path).kept == 0
    assert not path.exists()


def test_a_repair_that_fails_leaves_the_journal_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoiled(path)
    before, syncs = path.read_bytes(), []

    def fail(handle: int) -> None:
        syncs.append(handle)
        if len(syncs) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CourseError, match="not mended"):
        repair(path)
    assert path.read_bytes() == before
    assert not path.with_suffix(".mending").exists()


def test_a_kernel_that_has_the_journal_open_writes_into_the_mended_one(path: Path) -> None:
    spoiled(path)
    open_ = Journal(path)
    open_.refresh()
    repair(path)
    added = open_.append("ran", lesson="02")
    assert open_.refresh() == [added]
    assert len(open_.read().events) == 3
    assert open_.read().set_aside == ()
