"""``course.py gradebook``: from what a platform gave out to what it takes back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import main
from coursekit.course import Course
from coursekit.files.tables import read_table_file
from coursekit.seminar.roster import roster_of
from tests.exercise import NAME
from tests.seminar import handed, platforms
from tests.seminar.made_up_class import MadeUpClass, Plight, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(course: Path, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MadeUpClass:
    """A class that handed in by way of Canvas, in an empty folder."""
    handed.lay_out(course)
    found = make(Course(course), 16, [NAME])
    here = tmp_path / "here"
    here.mkdir()
    platforms.canvas_zip(found, NAME, here / "class.zip")
    (here / "export.csv").write_bytes(platforms.canvas_gradebook(found, {"Log (77)": 6, "Essay (78)": 20}))
    monkeypatch.chdir(here)
    return found


def run(*arguments: str) -> int:
    return main.main(["gradebook", "export.csv", "class.zip", "--out", "upload.csv", *arguments])


def test_marks_are_ready_to_be_uploaded_and_every_file_is_told(
    made: MadeUpClass, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = (tmp_path / "here" / "export.csv").read_bytes()
    assert run("--column", "Log") == 1  # one .docx, one empty file, one who is not on the list
    said = capsys.readouterr().out.splitlines()
    left = [made.people[place].name for place in (Plight.DOCX, Plight.EMPTY)]
    assert [line.partition(": ")[0] for line in said[:2]] == left
    assert said[2].endswith(": not on the list")
    assert said[3] == f"1 learner without a hand-in, as before: {made.people[Plight.NOTHING].name}"
    assert "have texts that nobody has read" in said[4]
    assert said[-1] == f"upload.csv: 13 marks of {NAME}, of 6 points, in “Log (77)”"
    upload = (tmp_path / "here" / "upload.csv").read_bytes()
    assert len(upload.splitlines()) == len(export.splitlines())
    assert (tmp_path / "here" / "export.csv").read_bytes() == export


def test_the_same_again_changes_nothing_and_another_mark_is_asked_about(
    made: MadeUpClass, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--column", "Log")
    here = tmp_path / "here"
    first = (here / "upload.csv").read_bytes()
    learner = roster_of(first, "x").learners[0]
    at = 5
    mark = read_table_file(first, "x").words(learner.row)[at]
    (here / "export.csv").write_bytes(read_table_file(first, "x").changed({(learner.row, at): "5.99"}))
    (here / "upload.csv").unlink()
    capsys.readouterr()
    assert run("--column", "Log") == 1
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == f"{made.people[0].name}: 5.99 → {float(mark):g}"
    assert said.err == "upload.csv: 1 mark that stood there would change; not written: --yes writes it\n"
    assert not (here / "upload.csv").exists()
    assert run("--column", "Log", "--yes") == 1
    assert (here / "upload.csv").read_bytes() == first


@pytest.mark.usefixtures("made")
def test_its_own_files_may_lie_among_the_hand_ins(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        main.main(["gradebook", "export.csv", ".", "--out", "upload.csv", "--column", "Log"])
        main.main(["register", ".", "--list", "export.csv", "--out", "upload.csv"])
    said = capsys.readouterr().out
    assert "class.zip/" in said
    assert "export.csv:" not in said
    assert "upload.csv: not" not in said


@pytest.mark.usefixtures("made")
def test_other_points_are_told_and_scaled_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    run("--column", "Essay")
    assert "the column is of 20 points and the marks are of 6: set it to 6, or use --scale" in capsys.readouterr().out
    run("--column", "Essay", "--json", "--scale")
    of_column = json.loads(capsys.readouterr().out)
    run("--column", "Essay", "--json", "--scale=20")
    as_said = json.loads(capsys.readouterr().out)
    assert of_column == as_said
    assert (of_column["of"], of_column["column_of"], of_column["written"]) == (20, 20, True)


@pytest.mark.usefixtures("made")
def test_a_clean_class_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "here" / "clean"
    handed.hand_in(folder, "Ada Lantern", "Because.")
    (tmp_path / "here" / "list.csv").write_bytes(b"Name;Log\nAda Lantern;\n")
    assert main.main(["gradebook", "list.csv", "clean", "--out", "filled.csv", "--exercise", "00"]) == 0
    assert (tmp_path / "here" / "filled.csv").read_bytes() == b"Name;Log\nAda Lantern;2,00\n"
    assert "the export does not say of how many points “Log” is; the marks are of 6" in capsys.readouterr().out
    assert main.main(["gradebook", "list.csv", "clean", "--out", "filled.csv", "--scale"]) == 1
    assert "say --scale=100" in capsys.readouterr().err


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (["--out", "export.csv"], 2, "--out export.csv: expected a new file's name; the export stays as it was"),
        (["--exercise", "77"], 2, "77: no such exercise; there is 00-log"),
        (["--scale=nan"], 2, "--scale=nan: expected points from 0 to 100,000, as --scale=100"),
        (["--levels", "none.jsonl"], 2, "none.jsonl: no such file or folder"),
        ([], 1, "export.csv: which column is it?; name it with --column, as one of “Log (77)”, “Essay (78)”"),
        (["--column", "Log", "--out", "no/folder.csv"], 1, "no/folder.csv: not written"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    arguments: list[str], code: int, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == code
    said = capsys.readouterr()
    assert said.err.startswith(why)
    assert len(said.err.splitlines()) == 1


@pytest.mark.usefixtures("made")
def test_where_nothing_counts_the_exercise_must_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "here" / "empty").mkdir()
    assert main.main(["gradebook", "export.csv", "empty", "--out", "upload.csv", "--column", "Log"]) == 1
    assert "which exercise is it? Name it with --exercise; handed in: none" in capsys.readouterr().err
