"""A lesson's first box says what a sync service left beside the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import Course
from coursekit.journal import Journal
from coursekit.lesson import beginning
from coursekit.sources import Library

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_conflict_copy_is_named_in_the_lessons_first_box(course: Path, work: Path) -> None:
    here = Course(course, work, Library(course))
    Journal(work / "journal.jsonl").append("ran", lesson="00")
    assert "Beside your journal" not in str(beginning.state(here, "00", [], []))
    Journal(work / "journal (conflicted copy).jsonl").append("ran", lesson="01")
    said = str(beginning.state(here, "00", [], []))
    assert "Beside your journal lies “journal (conflicted copy).jsonl”" in said
    assert "course.py doctor --merge" in said


def test_a_lesson_does_not_begin_a_journal_beside_a_placeholder(
    course: Path, work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(beginning, "course", lambda: Course(course, work, Library(course)))
    (work / ".journal.jsonl.icloud").write_bytes(b"bplist")
    beginning.begin("00")
    assert "iCloud has taken your journal off this disk" in capsys.readouterr().out
    assert not (work / "journal.jsonl").exists()
