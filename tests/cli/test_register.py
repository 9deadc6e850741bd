"""``course.py register``: who has handed in."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import main
from coursekit.course import Course
from tests.exercise import NAME
from tests.seminar import handed, platforms
from tests.seminar.made_up_class import MadeUpClass, Plight, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(course: Path, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MadeUpClass:
    """A class that handed in by way of Moodle, in an empty folder."""
    handed.lay_out(course)
    found = make(Course(course), 16, [NAME])
    here = tmp_path / "here"
    here.mkdir()
    platforms.moodle_zip(found, NAME, here / "class.zip")
    (here / "list.csv").write_bytes(platforms.moodle_participants(found))
    monkeypatch.chdir(here)
    return found


def run(*arguments: str) -> int:
    return main.main(["register", "class.zip", *arguments])


def test_it_is_told_who_is_missing_and_what_is_nobody_s(made: MadeUpClass, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--list", "list.csv", "--deadline", "2026-02-01T12:00Z") == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"{NAME}: 13 of 16 handed in, 1 late, 2 not readable, ")
    without = [made.people[place].name for place in (Plight.DOCX, Plight.EMPTY, Plight.NOTHING)]
    assert said[0].endswith(f"3 missing: {', '.join(without)}")
    assert any(line.startswith(f"{without[0]}: class.zip/") and "a Word document" in line for line in said)
    assert said[-1].startswith("Una Listed: not on the list: class.zip/Una Listed_")


def test_the_table_is_written_for_a_spreadsheet(made: MadeUpClass, tmp_path: Path) -> None:
    assert run("--list", "list.csv", "--out", "register.csv", "--semicolon") == 1
    text = (tmp_path / "here" / "register.csv").read_bytes().decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert table[0] == ["learner", "email", NAME]
    assert [row[0] for row in table[1:]] == [each.name for each in made.listed]


def test_on_the_projector_nobody_is_named(
    made: MadeUpClass, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--list", "list.csv", "--hide-names", "--out", "register.csv") == 1
    assert run("--list", "list.csv", "--hide-names", "--json") == 1
    said = capsys.readouterr()
    shown = said.out + said.err + (tmp_path / "here" / "register.csv").read_text(encoding="utf-8")
    assert not any(each.first in shown or each.email in shown for each in made.people if len(each.first) > 3)
    assert "Reader 16" in shown
    assert "1 found that are nobody's on the list" in said.out


def test_a_program_is_told_in_json(made: MadeUpClass, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--list", "list.csv", "--json", "--exercises", "00") == 1
    said = json.loads(capsys.readouterr().out)
    assert said["exercises"] == [NAME]
    assert len(said["learners"]) == len(made.listed)
    assert said["learners"][0]["exercises"][NAME]["status"] == "handed in"
    assert [each["why"] for each in said["nobodys"]] == ["not on the list"]


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--list", "none.csv"], "none.csv: no such file or folder"),
        (["--exercises", "77"], "77: no such exercise; there is 00-log, "),
        (["--deadline", "soon"], "--deadline “soon”: not read as a date; write it as"),
        (["--deadline", "77=2026-02-01"], "77: no such exercise"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert said.err.startswith(why)
    assert len(said.err.splitlines()) == 1


@pytest.mark.usefixtures("made")
def test_without_a_list_nobody_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["register", "list.csv"]) == 1
    assert "missing" not in capsys.readouterr().out
    (tmp_path / "empty").mkdir()
    assert main.main(["register", str(tmp_path / "empty")]) == 1
    assert "nothing was found there" in capsys.readouterr().err
    assert run("--out", "no/such/folder.csv") == 1
    assert "not written" in capsys.readouterr().err
