"""``course.py grade``: a row for every file, and one line where it can't."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import grade
from coursekit.marking.one import MARKING
from tests.cli.grading import rows, run
from tests.marking.handing import made, put, raw
from tests.marking.mutating import mutant
from tests.marking.test_archive import packed

if TYPE_CHECKING:
    from pathlib import Path

LATER = "2026-02-01T12:00:00Z"


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


@pytest.mark.usefixtures("place")
def test_a_program_is_told_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    put_aside = run("class", "--json")
    said = json.loads(capsys.readouterr().out)
    assert put_aside == 0
    assert said["written"] is True
    assert said["statuses"] == {"marked": 3}
    assert said["exercises"] == {"00-lamp": {"marked": 3, "mean": 2.33, "of": 6}}
    assert said["changes"] == []


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
