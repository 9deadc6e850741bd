"""What sync services leave beside a journal is found by its events, and put in: nothing lost, nothing twice."""

from __future__ import annotations

import errno
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Journal, events
from coursekit.journal.beside import Beside, others, placeholders, put_together

NAMES = (
    "journal (conflicted copy 2026-11-29).jsonl",
    "journal-LAPTOP.jsonl",
    "journal 2.jsonl",
    "journal (1).jsonl",
    "journal.sync-conflict-20261129-113000-ABCDEFG.jsonl",
    "Journal.Conflict.jsonl",
)


def split(tmp_path: Path, name: str) -> tuple[Journal, Path]:
    """Return a journal with two events and a copy of it with one of them and one of its own."""
    own = Journal(tmp_path / "journal.jsonl")
    own.append("ran", lesson="00")
    copy = tmp_path / name
    copy.write_bytes(own.path.read_bytes())
    began = Journal(copy).append("ran", lesson="01").at
    while datetime.now(UTC).isoformat(timespec="milliseconds") <= began.replace("Z", "+00:00"):
        time.sleep(0.001)  # of two machines in one thousandth of a second none was first
    copy.with_suffix(".lock").unlink(missing_ok=True)
    own.append("ran", lesson="02")
    return own, copy


def lessons(journal: Journal) -> list[str]:
    return [str(event.data["lesson"]) for event in journal.read().events]


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_found_under_whatever_name_and_put_in_once(tmp_path: Path, name: str) -> None:
    own, copy = split(tmp_path, name)
    assert others(own.path) == [Beside(copy, 1)]
    before, copied = own.path.read_bytes(), copy.read_bytes()
    kept = put_together(own.path, [copy], tmp_path / "set-aside")
    assert lessons(own) == ["00", "01", "02"]
    assert [path.read_bytes() for path in kept] == [before, copied]
    assert not copy.exists()
    assert others(own.path) == []


def test_what_a_running_kernel_writes_afterwards_follows(tmp_path: Path) -> None:
    own, copy = split(tmp_path, NAMES[0])
    assert lessons(own) == ["00", "02"]
    put_together(own.path, [copy], tmp_path / "set-aside")
    own.append("ran", lesson="03")
    assert lessons(own) == ["00", "01", "02", "03"]


def test_a_copy_that_holds_nothing_more_is_not_told(tmp_path: Path) -> None:
    own = Journal(tmp_path / "journal.jsonl")
    own.append("ran", lesson="00")
    (tmp_path / "journal-old.jsonl").write_bytes(own.path.read_bytes())
    (tmp_path / "journal notes.txt").write_text("buy oil for the lamp\n", encoding="utf-8")
    (tmp_path / "journal.set-aside.jsonl").write_text("<<<<<<< mine\n", encoding="utf-8")
    assert others(own.path) == []


def test_an_emptied_journal_gets_everything_back(tmp_path: Path) -> None:
    own, copy = split(tmp_path, NAMES[1])
    own.path.write_bytes(b"")
    put_together(own.path, [copy], tmp_path / "set-aside")
    assert lessons(Journal(own.path)) == ["00", "01"]


def test_lines_of_a_later_version_stay_and_foreign_ones_are_kept(tmp_path: Path) -> None:
    own, copy = split(tmp_path, NAMES[0])
    later = events.line(own.read().events[0]).replace(b'"v":1', b'"v":9').replace(b'"v": 1', b'"v": 9')
    own.path.write_bytes(own.path.read_bytes() + later + b"<<<<<<< mine\n")
    kept = put_together(own.path, [copy], tmp_path / "set-aside")
    assert own.path.read_bytes().count(later) == 1
    assert b"<<<<<<< mine" in kept[0].read_bytes()


def test_a_crash_in_between_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, copy = split(tmp_path, NAMES[0])
    move = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self == copy:
            raise OSError(errno.EIO, "Input/output error", str(self))
        return move(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CourseError, match="not put together"):
        put_together(own.path, [copy], tmp_path / "set-aside")
    assert lessons(own) == ["00", "01", "02"]
    assert copy.exists()
    assert others(own.path) == [], "all of it is in, so nobody is asked again"


@pytest.mark.parametrize("empty", [False, True], ids=["nothing there", "an empty file there"])
def test_no_journal_is_begun_beside_the_placeholder_of_one(tmp_path: Path, *, empty: bool) -> None:
    own = Journal(tmp_path / "journal.jsonl")
    sign = tmp_path / ".journal.jsonl.icloud"
    sign.write_bytes(b"bplist")
    if empty:
        own.path.write_bytes(b"")
    assert placeholders(own.path) == [sign]
    with pytest.raises(CourseError, match=r"not saved: iCloud has taken your journal off this disk; have it fetched"):
        own.append("ran", lesson="00")
    assert own.path.exists() == empty
    sign.rename(tmp_path / "lost")
    own.append("ran", lesson="00")
    assert lessons(own) == ["00"]
