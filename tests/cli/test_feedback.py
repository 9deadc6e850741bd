"""``course.py feedback``: what is written, what is told, and how it ends."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import main
from tests.seminar.handed import gave, hand_in, lay_out

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def handed(course: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(course)
    monkeypatch.chdir(work)
    (work / "hand-ins").mkdir()
    return work / "hand-ins"


def feedback(*arguments: str) -> int:
    return main.main(["feedback", "hand-ins", "--out", "back.zip", *arguments])


def files() -> dict[str, str]:
    with zipfile.ZipFile("back.zip") as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_each_has_a_file_and_it_may_be_made_again_among_the_hand_ins(
    course: Path, work: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = hand_in(handed, "Ada", "Because.")
    hand_in(handed, "Bob", "Since.")
    gave(course, work, "AB", ada, 3, 1, comment="Well seen.")
    for _ in range(2):
        arguments = ["feedback", "hand-ins", "--out", "hand-ins/back.zip", "--levels", "marking/levels-AB.jsonl"]
        assert main.main(arguments) == 0
        assert capsys.readouterr().out.splitlines()[-1] == "hand-ins/back.zip: 2 files for plain, on 2 hand-ins"
    with zipfile.ZipFile("hand-ins/back.zip") as archive:
        assert ["Well seen." in archive.read(f"{name}.html").decode() for name in ("Ada", "Bob")] == [True, False]


def test_the_platforms_own_names_are_taken_and_what_is_not_in_it_is_told(
    handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(handed / "Ada_7_assignsubmission_file_", "Ada", "Because.")
    assert feedback() == 0
    assert [*files()] == ["Ada_7_assignsubmission_file_/feedback-00-log.html"]
    hand_in(handed, "Bob", "Since.")
    (handed / "notes.txt").write_text("")
    assert feedback("--for", "moodle") == 1
    said = capsys.readouterr().out
    assert "not in it: its name tells no Moodle id; --for plain takes everybody" in said
    assert "hand-ins/notes.txt: not in it: not a hand-in: an empty file" in said
    assert feedback("--for", "moodle", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["platform"], len(told["files"]), len(told["unplaced"])) == ("moodle", 1, 1)
    assert told["unmarked"] == ["hand-ins/notes.txt"]


@pytest.mark.parametrize(("answers", "shown"), [("no", False), ("yes", True), ("00", True), ("00-log,", True)])
def test_right_answers_are_shown_for_the_exercises_named(handed: Path, answers: str, shown: bool) -> None:  # noqa: FBT001
    hand_in(handed, "Ada", "Because.", answers={"x00-day": {"text": "1872-01-01"}})
    assert feedback("--answers", answers) == 0
    assert ("The secret entry is of the third." in files()["Ada.html"]) == shown


def test_an_exercise_that_is_none_is_told_before_anything_is_read(
    handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert feedback("--answers", "00,07") == 1
    assert capsys.readouterr().err.startswith("07: no such exercise")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "--out", "back.zip"], "nowhere: no such file or folder"),
        (["hand-ins", "--out", "back.html"], "--out back.html: expected a file's name, as feedback.zip"),
        (["hand-ins", "--out", "none/back.zip"], "--out none/back.zip: expected"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    handed: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["feedback", *arguments]) == 2
    assert capsys.readouterr().err.startswith(said)


def test_a_class_copy_makes_none(handed: Path, course: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (course / "class-copy.json").write_text("{}")
    hand_in(handed, "Ada", "Because.")
    assert feedback("--answers", "yes") == 1
    assert not (work / "back.zip").exists()
