"""Debriefs on the disk, and the verb that makes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import main
from coursekit.course import Course
from coursekit.places import CLASS_COPY
from coursekit.room.debrief.kept import past_sessions
from coursekit.room.debrief.reading import read_debrief
from tests.room.debrief.seminar import held, written
from tests.room.table import Table

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def log(course: Path, work: Path) -> Path:
    return written(held(Course(course, work), names=True), work)


@pytest.fixture
def at_the_log(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> pytest.CaptureFixture[str]:
    """What is said where the log is, and some file that is none."""
    monkeypatch.chdir(log.parent)
    (log.parent / "README.md").write_text("# Notes\n", encoding="utf-8")
    return capsys


def debrief(*arguments: object) -> int:
    return main.main(["debrief", *map(str, arguments)])


def test_page_and_data_lie_beside_the_log_and_the_data_have_no_names(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert debrief() == 0
    said = capsys.readouterr().out
    assert f"{log.with_suffix('.html')}: 4 votes, 12 joined; for you" in said
    assert "Person 11" in log.with_suffix(".html").read_text(encoding="utf-8")
    assert "Person" not in log.with_suffix(".json").read_text(encoding="utf-8")
    assert read_debrief(log.with_suffix(".json"))["joined"] == 12


def test_another_class_is_laid_beside_it_and_no_data_are_written(log: Path, work: Path, course: Path) -> None:
    assert debrief() == 0
    other = written(held(Course(course, work), people=7), work, "2026-02-01-100000-00-cd34")
    assert debrief(other, "--with", log.with_suffix(".json"), "--out", work / "both.html") == 0
    assert "The other class, first vote (12 votes)" in (work / "both.html").read_text(encoding="utf-8")
    assert not (work / "both.json").exists()


def test_that_notes_are_in_the_data_is_said_and_they_can_be_left_out(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, page = log.with_suffix(".json"), log.with_suffix(".html")
    assert debrief() == 0
    assert "The data have your 1 note, which may name people; debrief --without-notes" in capsys.readouterr().out
    assert "Lively" in data.read_text(encoding="utf-8")
    assert debrief("--without-notes") == 0
    assert "may name people" not in capsys.readouterr().out
    assert "Lively" not in data.read_text(encoding="utf-8")
    assert read_debrief(data)["joined"] == 12
    assert "Lively" in page.read_text(encoding="utf-8")


def test_data_that_nobody_named_are_not_written_over(log: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, data = work / "mine.html", work / "mine.json"
    data.write_text("mine", encoding="utf-8")
    assert debrief("--out", page) == 1
    told = capsys.readouterr().err
    assert f"{data}: is there already" in told
    assert told.count("\n") == 1
    assert (page.exists(), data.read_text(encoding="utf-8")) == (False, "mine")
    data.unlink()
    assert debrief("--out", page) == 0
    assert debrief("--out", page) == 0  # both are its own by now


def test_sessions_are_listed_the_latest_first_and_what_is_none_is_passed_over(
    log: Path, work: Path, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(Table(Course(course, work)), work, "2026-03-01-100000-00-nobody")  # nothing was asked
    (log.parent / "2026-04-01-100000-00-torn.jsonl").write_text("{", encoding="utf-8")
    later = written(held(Course(course, work), people=7), work, "2026-02-01-100000-00-cd34")
    assert [each.log for each in past_sessions(work)] == [later, log]
    assert debrief(log) == 0
    capsys.readouterr()
    assert debrief("--list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(each["joined"], each["page"]) for each in listed] == [(7, None), (12, str(log.with_suffix(".html")))]


def test_lines_that_cannot_be_read_are_told(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with log.open("ab") as file:
        file.write(b'{"event": "voted", "at"')
    assert debrief("--json") == 0
    assert json.loads(capsys.readouterr().out)["unread"] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nope.jsonl",), 2, "nope.jsonl: no such file"),
        (("--out", "page.txt"), 2, "expected a file's name, as debrief.html"),
        (("--with", "README.md", "--without-notes"), 2, "leave out one of them"),
        (("--with", "nope.json"), 2, "nope.json: no such file"),
        (("README.md",), 1, "README.md: this is no room’s log"),
    ],
)
def test_wrong_use_is_one_line(
    at_the_log: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, said: str
) -> None:
    assert debrief(*arguments) == code
    told = at_the_log.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_before_any_vote_and_in_a_class_copy_it_is_said(
    course: Path, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert debrief() == 1
    assert "no vote was held in a room yet" in capsys.readouterr().err
    (course / CLASS_COPY).write_text("{}", encoding="utf-8")
    assert debrief() == 1
    assert "class copy" in capsys.readouterr().err
