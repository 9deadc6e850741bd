"""``course.py hand-in``: one file, and a name that is asked once and only of somebody who can answer."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import hand_in, main
from coursekit.errors import CourseError
from coursekit.journal import Journal
from coursekit.marking.hand_in import read_hand_in
from tests.marking.handing import RIGHT, set_exercise

if TYPE_CHECKING:
    from pathlib import Path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def learner(course: Path, work: Path) -> Journal:
    """A learner who answered everything but the text."""
    set_exercise(course)
    found = Journal(work / "journal.jsonl")
    for name, given in RIGHT.items():
        if name != "x00-say":
            found.append("answer", question=name, version=1, answer=given, checked=True)
    return found


@pytest.mark.parametrize("exercise", ["00", "00-lamp"])
def test_the_path_and_what_was_counted_are_told(exercise: str, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["hand-in", exercise, "--name", "Ada"]) == 0
    path, counted, _ = capsys.readouterr().out.splitlines()
    assert path == str(work / "hand-ins" / "00-lamp-ada.json")
    assert counted.startswith("In the name of Ada. 6 of 6 points counted here: 3 of 3 parts right.")
    assert counted.endswith("1 part is read by your teacher (3 points); 0 written.")


def test_another_folder_may_be_named(tmp_path: Path, work: Path) -> None:
    assert hand_in.run(["00", "--name", "Ada", "--out", str(tmp_path / "mine")]) == 0
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["00-lamp-ada.json"]
    assert not (work / "hand-ins").exists()


def test_on_a_terminal_the_name_is_asked_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], work: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("Owl\n"))
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert hand_in.run(["00"]) == 0
    assert hand_in.run(["00"]) == 0  # nothing is left to read
    assert capsys.readouterr().out.count("In the name of Owl.") == 2
    assert read_hand_in((work / "hand-ins" / "00-lamp-owl.json").read_bytes()).learner == "Owl"


def test_without_a_terminal_nobody_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Owl\n"))
    assert hand_in.run(["00"]) == 2
    said = capsys.readouterr()
    assert "--name NAME" in said.err
    assert len(said.err.splitlines()) == 1
    assert said.out == ""


def test_who_gives_no_name_when_asked_is_told_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert hand_in.run(["00"]) == 2


@pytest.mark.parametrize("name", ["77", "0", "lamp", "\x1b[31m", "../00-lamp"])
def test_an_unknown_exercise_is_wrong_use(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert hand_in.run([name, "--name", "Ada"]) == 2
    said = capsys.readouterr().err
    assert "no such exercise; there is 00-lamp" in said
    assert "\x1b" not in said
    assert len(said.splitlines()) == 1


def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CourseError, match="not written"):
        hand_in.run(["00", "--name", "Ada", "--out", str(tmp_path / "file")])


def test_a_fuller_hand_in_is_replaced_only_where_that_is_said(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["hand-in", "00", "--name", "Ada"]) == 0
    path = work / "hand-ins" / "00-lamp-ada.json"
    full = path.read_bytes()
    (work / "journal.jsonl").unlink()  # lost, or taken away by whoever keeps it in step
    capsys.readouterr()
    assert main.main(["hand-in", "00", "--name", "Ada"]) == 1
    said = capsys.readouterr().err
    assert "has answers to 3 parts that your journal does not hold (x00-grid, x00-when, x00-where)" in said
    assert "course.py doctor" in said
    assert "--replace" in said
    assert len(said.splitlines()) == 1
    assert path.read_bytes() == full
    assert main.main(["hand-in", "00", "--name", "Ada", "--replace"]) == 0
    assert read_hand_in(path.read_bytes()).answers == {}
    assert path.with_name(f"{path.name}.before-1").read_bytes() == full


def test_a_hand_in_with_as_much_is_replaced_unasked(work: Path) -> None:
    assert main.main(["hand-in", "00", "--name", "Ada"]) == 0
    Journal(work / "journal.jsonl").append("answer", question="x00-when", version=1, answer={"text": ""}, checked=True)
    assert main.main(["hand-in", "00", "--name", "Ada"]) == 0
    assert [path.name for path in (work / "hand-ins").iterdir()] == ["00-lamp-ada.json"]
