"""``course.py report``: one page, and what is not in it is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import main
from coursekit.places import CLASS_COPY
from tests.seminar.report.six import ANSWERS, hand_in, lay_out, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def handed(course: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(course)
    monkeypatch.chdir(work)
    hand_in(course, work / "hand-ins")
    return work / "hand-ins"


def report(*arguments: str) -> int:
    return main.main(["report", *arguments])


def test_a_page_with_names_and_one_without(handed: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report("hand-ins", "--out", "class.html") == 0
    assert "class.html: on 6 people and 11 hand-ins; has names, for you alone" in capsys.readouterr().out
    assert "Cy Storm" in (work / "class.html").read_text(encoding="utf-8")
    assert report("hand-ins", "--out", "class.html", "--projected") == 0
    assert "names nobody" in capsys.readouterr().out
    assert "Cy Storm" not in (work / "class.html").read_text(encoding="utf-8")


def test_its_own_page_among_the_hand_ins_is_none_of_them(handed: Path) -> None:
    assert report("hand-ins", "--out", "hand-ins/report.html") == 0
    assert report("hand-ins", "--out", "hand-ins/report.html") == 0


def test_what_could_not_be_marked_is_told_and_the_page_is_there(
    handed: Path, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (handed / "essay.docx").write_bytes(b"PK\x03\x04 no hand-in")
    assert report("hand-ins", "--out", "class.html") == 1
    assert "hand-ins/essay.docx: not in it: not a hand-in" in capsys.readouterr().out
    assert (work / "class.html").is_file()


def test_for_programs(handed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report("hand-ins", "--out", "class.html", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["people"], said["hand_ins"], said["exercises"]) == (6, 11, {"01-six": 6, "L00": 5})
    assert said["unmarked"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere", "--out", "class.html"), "nowhere: no such file or folder"),
        (("hand-ins", "--out", "class.csv"), "expected a file's name, as report.html"),
        (("hand-ins", "--out", "no/class.html"), "in a folder that is there"),
        (("hand-ins", "--out", "class.html", "--levels", "none.jsonl"), "none.jsonl: no such file"),
    ],
)
def test_wrong_use_is_one_line(
    handed: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert report(*arguments) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_class_copy_has_no_report(handed: Path, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / CLASS_COPY).write_text("{}", encoding="utf-8")
    assert report("hand-ins", "--out", "class.html") == 1
    assert "this is a class copy" in capsys.readouterr().err


def test_a_page_that_cannot_be_written_is_told(
    handed: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coursekit.cli.report.write_whole", full)
    assert report("hand-ins", "--out", "class.html") == 1
    assert "class.html: not written" in capsys.readouterr().err


def test_with_a_class_list_people_are_joined_by_it(
    handed: Path, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [name for name in ANSWERS if name != "Cy Storm"]
    (handed / "class.csv").write_text("Name\n" + "\n".join(names), encoding="utf-8")
    assert report("hand-ins", "--list", "hand-ins/class.csv", "--out", "class.html", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["people"], said["listed"], said["hand_ins"]) == (5, 5, 9)
    assert [each["why"] for each in said["nobodys"]] == ["not on the list"] * 2
    assert said["unmarked"] == []  # the list lies among the hand-ins and is none of them
    assert report("hand-ins", "--list", "hand-ins/class.csv", "--out", "class.html") == 1
    assert "not in it: not on the list" in capsys.readouterr().out
    assert "5 of the 5 people on the class list" in (work / "class.html").read_text(encoding="utf-8")


def test_a_class_list_that_is_none_is_one_line(handed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report("hand-ins", "--list", "none.csv", "--out", "class.html") == 2
    assert "none.csv: no such file" in capsys.readouterr().err


def test_who_handed_in_under_several_names_is_told_with_every_file_not_taken(
    course: Path, work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(course)
    monkeypatch.chdir(work)
    for day, name in enumerate(("Ada Lantern", "lantern, ada", "al1"), start=1):
        write(work / "in", name, "01-six", made=f"2026-01-0{day}T12:00:00Z")
    (work / "class.csv").write_text('Name,Login\n"Lantern, Ada",al1\nBob Wick,bw2\n', encoding="utf-8")
    assert report("in", "--list", "class.csv", "--out", "class.html") == 0
    told = "the latest is taken, not in/01-six-0.json; in/01-six-1.json"
    assert f"Ada Lantern: 01-six: handed in more than once: {told}\n" in capsys.readouterr().out
