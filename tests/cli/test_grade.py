"""``course.py grade``: a row for every file, and no mark changes unseen."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import grade, main
from coursekit.marking import batch, judging
from coursekit.marking.one import MARKING
from coursekit.marking.row import COLUMNS
from tests.conftest import ROOT
from tests.marking.handing import GRID, RIGHT, made, put, raw, set_exercise
from tests.marking.mutating import mutant
from tests.marking.test_archive import packed

if TYPE_CHECKING:
    from pathlib import Path

LATER = "2026-02-01T12:00:00Z"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def place(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A class of three, in an empty folder."""
    set_exercise(course)
    folder = tmp_path / "here"
    put(folder, "class/ada.json", made("Ada"))
    put(folder, "class/bob.json", made("Bob", {"x00-when": RIGHT["x00-when"]}))
    put(folder, "class/cy.json", made("Cy", {}))
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> int:
    return main.main(["grade", *arguments, "--out", "marks.csv"])


def rows(place: Path) -> dict[str, dict[str, str]]:
    with (place / "marks.csv").open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file)
        assert tuple(found.fieldnames or ()) == COLUMNS
        return {row["file"]: row for row in found}


def mend(course: Path, old: str = 'year = "1951"', new: str = 'year = "1952"') -> None:
    file = course / "solutions" / "00-lamp" / "exercise.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new).replace("version = 2", "version = 3"), encoding="utf-8")


def test_a_class_is_marked(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("class") == 0
    found = rows(place)
    assert {name: row["points"] for name, row in found.items()} == {
        "class/ada.json": "6",
        "class/bob.json": "1",
        "class/cy.json": "0",
    }
    assert {row["version"] for row in found.values()} == {f"2 (marking {MARKING})"}
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        "00-lamp: 3 marked, 2.3 of 6 points on average",
        "marks.csv: 3 found: 3 marked, none that could not be marked",
    ]


def test_a_spreadsheet_opens_the_marks_and_they_are_read_again(place: Path) -> None:
    assert run("class", "--semicolon") == 0
    first = (place / "marks.csv").read_bytes()
    assert first.startswith(b"\xef\xbb\xbffile;learner;exercise;")
    assert run("class", "--semicolon") == 0
    assert (place / "marks.csv").read_bytes() == first
    assert run("class", "--bom") == 0
    assert (place / "marks.csv").read_bytes().startswith(b"\xef\xbb\xbffile,learner,exercise,")


def test_whatever_is_handed_in_has_its_row(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(place, "class/later.json", made("Ada", {}, made=LATER))
    put(place, "class/note.txt", b"I was ill.")
    put(place, "class/nan.json", made(extra=float("nan")))
    put(place, "class/types.json", {**made(), "version": "two"})
    put(place, "class/other.json", made(exercise="77-x"))
    put(place, "class/new.json", made("Eve", version=9))
    put(place, "class/=cmd.json", made("=1+1"))
    put(place, "class/export.zip", packed({"D_7_assignsubmission_file_/00-lamp-d.json": raw(made("Dora"))}))
    put(place, "class/bad.zip", b"PK")
    with put(place, "class/big.json", b"").open("r+b") as file:
        file.truncate(200_000_000)
    (place / "class" / "loop").symlink_to(place / "class")
    assert run("class") == 1
    status = {name.removeprefix("class/"): row["status"] for name, row in rows(place).items()}
    assert status == {
        "ada.json": "earlier",
        "later.json": "marked",
        "bob.json": "marked",
        "cy.json": "marked",
        "note.txt": "not a hand-in",
        "nan.json": "not a hand-in",
        "types.json": "not a hand-in",
        "other.json": "unknown exercise",
        "new.json": "newer version",
        "=cmd.json": "marked",
        "export.zip/D_7_assignsubmission_file_/00-lamp-d.json": "marked",
        "bad.zip": "unreadable",
        "big.json": "unreadable",
        "loop": "unreadable",
    }
    assert rows(place)["class/=cmd.json"]["learner"] == "'=1+1"
    assert all(row["note"] for row in rows(place).values() if row["status"] not in ("marked", "earlier"))
    said = capsys.readouterr()
    assert "class/note.txt: not a hand-in: " in said.out
    assert said.out.splitlines()[-1] == (
        "marks.csv: 14 found: 5 marked, 1 earlier than another of the same learner, 8 could not be marked"
    )
    assert said.err == ""


def test_the_details_tell_question_by_question(place: Path) -> None:
    run("class")
    found = [json.loads(line) for line in (place / "marks.details.jsonl").read_text(encoding="utf-8").splitlines()]
    bob = next(each for each in found if each["learner"] == "Bob")
    assert [(each["id"], each["state"], each["points"]) for each in bob["questions"]] == [
        ("x00-grid", "unanswered", 0),
        ("x00-when", "right", 1),
        ("x00-where", "unanswered", 0),
        ("x00-say", "unanswered", 0),
    ]


def test_the_same_again_gives_the_same_file(place: Path) -> None:
    run("class")
    first = (place / "marks.csv").read_bytes()
    assert run("class") == 0
    assert (place / "marks.csv").read_bytes() == first
    assert run(".") == 0  # its own files, which lie there too, are no hand-ins
    assert (place / "marks.csv").read_bytes() == first


def test_a_program_is_told_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    put_aside = run("class", "--json")
    said = json.loads(capsys.readouterr().out)
    assert put_aside == 0
    assert said["written"] is True
    assert said["statuses"] == {"marked": 3}
    assert said["exercises"] == {"00-lamp": {"marked": 3, "mean": 2.33, "of": 6}}
    assert said["changes"] == []


def test_a_mended_key_is_not_written_before_it_is_seen(
    place: Path, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("class")
    before = {path.name: path.read_bytes() for path in place.glob("marks*") if path.suffix != ".ledger"}
    mend(course)
    capsys.readouterr()
    assert run("class") == 1
    said = capsys.readouterr()
    assert said.out == f"Ada, 00-lamp: 6 → 5 of 6 (-1), version 2 (marking {MARKING}) → 3 (marking {MARKING})\n"
    assert said.err.startswith("marks.csv: 1 mark would change; not written: --yes writes it, ")
    assert len(said.err.splitlines()) == 1
    assert {path.name: path.read_bytes() for path in place.glob("marks*") if path.suffix != ".ledger"} == before
    assert run("class", "--yes") == 0
    assert rows(place)["class/ada.json"]["points"] == "5"
    assert rows(place)["class/ada.json"]["note"] == "made with version 2 of the exercise, marked with 3"
    assert run("class") == 0


def test_on_a_terminal_it_is_asked(place: Path, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("class")
    mend(course)
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    assert run("class") == 1
    assert rows(place)["class/ada.json"]["points"] == "6"
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    assert run("class") == 0
    assert rows(place)["class/ada.json"]["points"] == "5"


def test_changes_are_told_to_a_program_too(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("class")
    mend(course)
    capsys.readouterr()
    assert run("class", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert said["written"] is False
    assert [(each["learner"], each["was"], each["now"]) for each in said["changes"]] == [("Ada", 6, 5)]


def test_a_learner_who_is_gone_is_a_change_and_a_new_one_is_none(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("class")
    put(place, "class/dora.json", made("Dora"))
    assert run("class") == 0
    (place / "class" / "bob.json").unlink()
    capsys.readouterr()
    assert run("class") == 1
    assert capsys.readouterr().out == "Bob, 00-lamp: 1 of 6 before, now no hand-in that counts\n"
    assert "class/bob.json" in rows(place)


def test_columns_that_a_teacher_added_are_not_lost_unasked(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("class")
    marks = place / "marks.csv"
    lines = marks.read_text(encoding="utf-8").splitlines()
    marks.write_text("\n".join([lines[0] + ",remark", *(line + ",good" for line in lines[1:])]) + "\n", "utf-8")
    assert run("class") == 1
    assert "columns added by somebody would be lost: remark" in capsys.readouterr().err
    assert "good" in marks.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["nowhere", "--out", "m.csv"], "nowhere: no such file or folder"),
        (["class"], "--out"),
        (["--out", "m.csv"], "PATH"),
        (["class", "--out", "class"], "expected a file's name"),
        (["class", "--out", "nowhere/m.csv"], "in a folder that is there"),
        (["class", "--out", "m.csv", "--nonsense"], "--nonsense"),
        (["no\x1b[2Jwhere", "--out", "m.csv"], "no such file"),
        (["a" * 300, "--out", "m.csv"], "no such file"),
        (["class", "--out", "a" * 300 + "/m.csv"], "in a folder that is there"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], why: str, capsys: pytest.CaptureFixture[str], place: Path) -> None:
    try:
        code = grade.run(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    said = capsys.readouterr().err
    assert code == 2
    assert why in said
    assert len(said.splitlines()) == 1
    assert "\x1b" not in said
    assert [path.name for path in place.iterdir()] == ["class"]


def test_a_file_that_is_no_marks_is_not_overwritten(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(place, "marks.csv", b"my,notes\n1,2\n")
    assert run("class") == 1
    assert "no file of marks" in capsys.readouterr().err
    assert (place / "marks.csv").read_bytes() == b"my,notes\n1,2\n"
    assert not (place / "marks.csv.ledger").exists()


def test_an_empty_folder_is_said(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "empty").mkdir()
    assert run("empty") == 1
    assert "nothing was found" in capsys.readouterr().err
    assert not (place / "marks.csv").exists()


def test_damaged_hand_ins_in_an_archive_change_nobody_s_marks(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("class")
    honest = rows(place)
    chance = random.Random(1960)  # noqa: S311
    damaged = {f"M_{n}_assignsubmission_file_/{n}.json": mutant(chance, made(f"Mutant {n}")) for n in range(300)}
    put(place, "class/export.zip", packed(damaged))
    assert run("class") == 1
    found = rows(place)
    assert len(found) == len(honest) + len(damaged)
    assert {name: found[name] for name in honest} == honest
    assert all(row["note"] for row in found.values() if row["status"] != "marked")
    assert capsys.readouterr().err == ""


def test_an_interrupted_run_is_continued_by_the_same_command(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = batch.judge, []

    def interrupted(*given: object) -> object:
        calls.append(given)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "judge", interrupted)
    assert run("class") == 130
    assert not (place / "marks.csv").exists()
    monkeypatch.setattr(batch, "judge", real)
    marked = []
    marks_of = judging.marks_of
    monkeypatch.setattr(judging, "marks_of", lambda *given: marked.append(given) or marks_of(*given))
    assert run("class") == 0
    assert len(marked) == 1  # the other two were in the ledger
    assert len(rows(place)) == 3


def test_ctrl_c_at_any_moment_leaves_what_the_same_command_continues(place: Path) -> None:
    for n in range(400):
        put(place, f"many/{n}.json", made(f"Learner {n}", {"x00-grid": {"cells": GRID}}))
    command = [sys.executable, "-m", "coursekit", "grade", "many", "--out", "marks.csv"]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    for pause in (0, 0.02, 0.05, 0.1, 0.2, 0.3):
        (place / "marks.csv.ledger").unlink(missing_ok=True)
        running = subprocess.Popen(command, cwd=place, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not (place / "marks.csv.ledger").exists() and running.poll() is None:
            time.sleep(0.005)
        time.sleep(pause)
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=60)[1]
        # By the time it was sent the marks may be written, and Python itself on its way out.
        assert running.returncode in (0, 130, -signal.SIGINT), said
        assert running.returncode != 130 or said == b"stopped\n"
        assert not (place / "marks.csv").exists() or len(rows(place)) == 400
        assert not list(place.glob("*.part"))
    done = subprocess.run(command, cwd=place, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(rows(place)) == 400
