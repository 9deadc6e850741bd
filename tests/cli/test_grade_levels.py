"""``course.py grade … --levels``: what people read joins what was counted."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import main
from tests.seminar.handed import QUESTION, gave, hand_in, lay_out

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def handed(course: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(course)
    monkeypatch.chdir(work)
    (work / "hand-ins").mkdir()
    return work / "hand-ins"


def grade(*arguments: str) -> int:
    return main.main(["grade", "hand-ins", "--out", "marks.csv", *arguments])


def marks() -> dict[str, tuple[str, ...]]:
    with open("marks.csv", encoding="utf-8", newline="") as file:  # noqa: PTH123
        rows = csv.DictReader(file)
        return {row["learner"]: tuple(row[name] for name in ("points", "of", "for_a_teacher", "note")) for row in rows}


def test_levels_join_the_marks_and_the_rest_waits(course: Path, work: Path, handed: Path) -> None:
    ada, _ = hand_in(handed, "Ada", "Because."), hand_in(handed, "Bob", "Since.")
    hand_in(handed, "Cy", "")
    gave(course, work, "AB", ada, 3, 1)
    assert grade("--levels", "marking/levels-AB.jsonl") == 0
    assert marks() == {"Ada": ("4", "9", "0", ""), "Bob": ("2", "6", "3", ""), "Cy": ("2", "9", "0", "")}


def test_two_markers_agreement_is_told_and_who_is_far_apart_is_in_the_note(
    course: Path, work: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada, bob = hand_in(handed, "Ada", "Because."), hand_in(handed, "Bob", "Since.")
    for marker, one, other in (("AB", (3, 1), (1, 1)), ("CD", (1, 2), (1, 0))):
        gave(course, work, marker, ada, *one)
        gave(course, work, marker, bob, *other)
    gave(course, work, "CD", "f" * 64, 2, 2)
    assert grade("--levels", "marking/levels-AB.jsonl", "marking/levels-CD.jsonl") == 0
    # claim: (3, 1), (1, 1); limits: (1, 2), (1, 0). Both: seen 4 + 0 + 1 + 1 = 6; AB 3,1,1,1, CD 1,1,2,0:
    # by chance ((4 + 4 + 1 + 9) + 3 · (0 + 0 + 1 + 1)) / 4 = 24 / 4, so kappa 0
    said = capsys.readouterr().out
    assert f"{QUESTION}, AB and CD: 1 of 4 the same (25%), weighted kappa 0.00" in said
    assert "  Says what is claimed: 1 of 2 the same (50%), weighted kappa 0.00" in said
    assert "hand-ins that were read and do not count here: 1" in said
    assert marks()["Ada"] == ("3.75", "9", "0", "x00-why: markers are apart on “Says what is claimed” (AB 3, CD 1)")
    assert marks()["Bob"] == ("2.75", "9", "0", "")


def test_levels_given_later_are_shown_before_marks_change(
    course: Path, work: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = hand_in(handed, "Ada", "Because.")
    assert grade() == 0
    before = marks()
    gave(course, work, "AB", ada, 3, 3)
    assert grade("--levels", "marking/levels-AB.jsonl") == 1
    assert "Ada, 00-log: 2 → 5 of 9 (+3)" in capsys.readouterr().out
    assert marks() == before
    assert grade("--levels", "marking/levels-AB.jsonl", "--yes") == 0
    assert marks()["Ada"][:3] == ("5", "9", "0")


def test_what_was_handed_in_again_since_it_was_read_waits_and_is_told(
    course: Path, work: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gave(course, work, "AB", hand_in(handed, "Ada", "Because."), 3, 1)
    hand_in(handed, "Ada", "On second thoughts.", "2026-02-01T12:00:00Z")
    assert grade("--levels", "marking/levels-AB.jsonl") == 0
    assert "do not count here: 1; handed in again since?" in capsys.readouterr().out
    with open("marks.csv", encoding="utf-8", newline="") as file:  # noqa: PTH123
        (counting,) = [row for row in csv.DictReader(file) if row["status"] == "marked"]
    assert (counting["points"], counting["for_a_teacher"]) == ("2", "3")


def test_the_details_and_the_answer_for_programs_have_the_levels(
    course: Path, work: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = hand_in(handed, "Ada", "Because.")
    gave(course, work, "AB", ada, 3, 1, comment="Well seen.")
    gave(course, work, "CD", ada, 3, 1)
    assert grade("--levels", "marking/levels-AB.jsonl", "marking/levels-CD.jsonl", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)["levels"]["agreement"]
    assert (told["markers"], told["all"]) == (["AB", "CD"], {"n": 2, "same": 2, "kappa": 1.0})
    assert told["rows"]["Says where it ends"] == {"n": 1, "same": 1, "kappa": None}
    (line,) = (work / "marks.details.jsonl").read_text().splitlines()
    *_, why = json.loads(line)["questions"]
    assert why["read"]["AB"] == {"levels": {"claim": 3, "limits": 1}, "comment": "Well seen."}


def test_a_file_of_levels_in_the_folder_is_no_hand_in(course: Path, work: Path, handed: Path) -> None:
    file = gave(course, work, "AB", hand_in(handed, "Ada", "Because."), 3, 1)
    file = file.rename(handed / file.name)
    assert grade("--levels", f"hand-ins/{file.name}") == 0
    assert set(marks()) == {"Ada"}


def test_a_wrong_file_of_levels_is_one_line(
    course: Path, work: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(handed, "Ada", "Because.")
    assert grade("--levels", "levels-XY.jsonl") == 2
    assert "no such file" in capsys.readouterr().err
    (work / "levels-XY.jsonl").write_text("Ada,3\n")
    assert grade("--levels", "levels-XY.jsonl") == 1
    assert "holds no levels" in capsys.readouterr().err
    assert not (work / "marks.csv").exists()
