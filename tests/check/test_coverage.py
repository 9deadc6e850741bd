"""Which findings the lessons use."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.authoring.settings import Settings, load_settings
from coursekit.check.course import check_course
from coursekit.check.coverage import read_coverage
from coursekit.cli.check import run
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LESSONS = {"00": {"00-place", "00-marks"}, "01": set[str]()}
TABLE = """\
[[finding]]
id = "B2"
kind = "SIL/DEP"
says = "The note is announced and not there."
used = [
  {lesson = "00", items = ["00-place", "00-marks"]},
  {lesson = "01", items = []},
]

[[finding]]
id = "B3"
kind = "DEP"
says = "Two summaries are one."
reason = "Only a full copy shows it."
"""


def told(course: Path, text: str, least: int = 1) -> list[str]:
    (course / "lessons" / "findings.toml").write_text(text, encoding="utf-8")
    return [
        f"{problem.line}: {problem.message}"
        for problem in read_coverage(course, LESSONS, Settings(findings=("SIL", "DEP"), least_findings=least))[1]
    ]


def test_a_table_in_order(course: Path) -> None:
    assert told(course, TABLE) == []
    coverage, _ = read_coverage(course, LESSONS)
    assert [each.id for each in coverage.used] == ["B2"]
    rows = coverage.table().splitlines()
    assert rows[1].split("  ")[0] == "B2"
    assert rows[1].endswith("00: 00-place, 00-marks; 01: in its text")
    assert rows[2].endswith("not used: Only a full copy shows it.")
    assert rows[-1] == "1 of 2 findings are used; 1 are not, each with its reason"


def test_a_course_without_the_table_has_nothing_to_cover(course: Path) -> None:
    assert read_coverage(course, LESSONS)[1] == []
    assert check_course(course).counts["findings"] == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"B3"', '"B2"', "11: id: “B2” stands twice"),
        ('"B3"', '"three"', "11: id: expected a letter and a number"),
        ('"DEP"', '"ODD"', "12: kind: expected one or several of SIL/DEP"),
        ('reason = "Only a full copy shows it."\n', "", "used: expected where it is used, or a reason"),
        ('lesson = "01"', 'lesson = "09"', "“09”: no such lesson"),
        ('"00-marks"', '"00-mark"', "“00-mark”: lesson 00 asks no such thing"),
        ("]},\n]\n", ']},\n]\nreason = "None."\n', "expected none for a finding that is used"),
    ],
)
def test_faults_are_told_with_their_line(course: Path, old: str, new: str, said: str) -> None:
    assert old in TABLE
    assert any(said in each for each in told(course, TABLE.replace(old, new, 1)))


def test_too_few_are_told(course: Path) -> None:
    assert told(course, TABLE, least=2) == ["1: expected at least 2 findings used, found 1"]


def test_the_verb_prints_the_table_and_fails_on_its_faults(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--coverage"]) == 0
    assert capsys.readouterr().out == "lessons/findings.toml: nothing to show\n"
    (course / "lessons" / "findings.toml").write_text(TABLE, encoding="utf-8")
    assert run(["--coverage"]) == 1  # lesson 01 is not there, and two are few
    said = capsys.readouterr()
    assert "Two summaries are one." in said.out
    assert "lessons/findings.toml:5: lesson: “01”: no such lesson" in said.err
    run(["--coverage", "--json"])
    assert json.loads(capsys.readouterr().out)[0]["used"][0] == {"lesson": "00", "items": ["00-place", "00-marks"]}


@pytest.mark.usefixtures("this_course")
def test_this_course_uses_enough_of_them_and_says_why_not_the_rest() -> None:
    checked = check_course(ROOT)
    assert [each for each in checked.errors if each.file == "lessons/findings.toml"] == []
    assert {each.id for each in checked.coverage.findings} == {
        *(f"B{n}" for n in range(2, 88)),
        *(f"C{n}" for n in range(1, 16)),
    }
    assert checked.counts["findings used"] >= load_settings(ROOT).least_findings > 0
