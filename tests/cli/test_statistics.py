"""``course.py export statistics`` and ``course.py practice``."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.cli import export, practice
from coursekit.errors import CourseError
from coursekit.journal.carrying import carried
from coursekit.places import CLASS_COPY
from tests.practice.made_up import lay_out_forms
from tests.seminar import handed
from tests.study.journals import at, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def forms(course: Path) -> None:
    handed.lay_out(course)
    lay_out_forms(course)


# What journals say of the points of two questions; it is not believed.
STATED: list[dict[str, Any]] = [{"a-1": 10**400}, {"a-1": 400}, {"a-1": -4}, {"a-1": "4"}, {}, {"a-9": 4}, {"a-1": 2}]


def learner(folder: Path, first: str, points: dict[str, Any], option: int) -> Path:
    """Write a journal in which both forms were handed over; return its folder."""
    second = "b" if first == "a" else "a"
    events = []
    for minute, form in ((1, first), (9, second)):
        events += [
            at(minute, "practice-begun", form=form, version=1),
            at(minute, "practice-answer", form=form, item=f"{form}-1", answer={"option": option}),
            at(minute, "practice-answer", form=form, item=f"{form}-2", answer={"option": 0}),
            at(minute, "practice-handed", form=form, version=1, points=points),
        ]
    folder.mkdir(parents=True)
    write(folder / "journal.jsonl", events)
    return folder


def rows(path: Path) -> dict[tuple[str, str], Any]:
    return {(row["item"], row["time"]): row for row in json.loads(path.read_bytes())["items"]}


def test_a_class_s_hand_ins_and_journals_become_figures(
    course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pile = tmp_path / "class"
    for number in range(11):
        handed.hand_in(pile, f"Reader {number}", f"words of reader {number}")
        learner(pile / f"r{number}", "a" if number < 10 else "b", STATED[number % len(STATED)], number % 2)
    twice = pile / "again.zip"
    twice.write_bytes(carried(pile / "r0"))
    out = tmp_path / "ours.json"
    assert export.run(["statistics", str(pile), "--out", str(out)]) == 0
    assert "from 11 hand-ins, 22 forms of the practice test" in capsys.readouterr().out
    found = rows(out)
    assert found["a-1", "before"]["n"] == 10
    assert found["a-1", "before"]["p"] == 0.5
    assert found["a-1", "before"]["options"] == {"1": 5, "2": 5, "3": 0, "4": 0}
    assert ("a-1", "after") not in found, "of one person nothing is told"
    assert found["x00-day", ""]["n"] == 11
    text = out.read_text(encoding="utf-8")
    assert "eader" not in text
    assert "2026" not in text

    assert export.run(["statistics", "--with", str(out), "--with", str(out), "--out", str(tmp_path / "b.json")]) == 0
    assert rows(tmp_path / "b.json")["a-1", "before"]["n"] == 20
    few = tmp_path / "few"
    for number in range(3):
        learner(few / f"r{number}", "a", {}, 0)
    assert export.run(["statistics", str(few), "--with", str(out), "--out", str(tmp_path / "c.json")]) == 0
    assert rows(tmp_path / "c.json") == found, "less the other file, it would be three people"


def test_an_archive_of_files_of_work_is_gone_into_and_what_is_passed_over_is_told(
    course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as whole:
        for number in range(5):
            folder = learner(tmp_path / f"r{number}", "a", {}, 0)
            whole.writestr(f"r{number}/work.zip", carried(folder))
        whole.writestr("r5/journal.jsonl", (learner(tmp_path / "r5", "a", {}, 0) / "journal.jsonl").read_bytes())
        whole.writestr("r6/torn.zip", b"PK torn")
    out = tmp_path / "ours.json"
    assert export.run(["statistics", str(tmp_path / "all.zip"), "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert "12 forms of the practice test" in told
    assert "passed over: 1 file " in told
    assert rows(out)["a-1", "before"]["n"] == 6
    (tmp_path / "torn.zip").write_bytes(b"PK torn")
    with pytest.raises(CourseError, match=r"nothing to count in there \(1 file "):
        export.run(["statistics", str(tmp_path / "torn.zip"), "--out", str(out)])


def test_a_course_with_a_long_title_adds_its_own_files(course: Path, tmp_path: Path) -> None:
    (course / "course.toml").write_text(f'title = "{"lamp " * 20}end"\n', encoding="utf-8")
    for number in range(5):
        learner(tmp_path / "in" / f"r{number}", "a", {}, 0)
    out, both = tmp_path / "one.json", tmp_path / "both.json"
    assert export.run(["statistics", str(tmp_path / "in"), "--out", str(out)]) == 0
    assert export.run(["statistics", "--with", str(out), "--with", str(out), "--out", str(both)]) == 0
    assert rows(both)["a-1", "before"]["n"] == 10


def test_a_class_copy_scores_nothing(course: Path, tmp_path: Path) -> None:
    (course / CLASS_COPY).write_text("", encoding="utf-8")
    answers = tmp_path / "answers.txt"
    answers.write_text("b-1: A\n", encoding="utf-8")
    with pytest.raises(CourseError, match="practice --score: this is a class copy"):
        practice.run(["--score", "b", str(answers)])
    with pytest.raises(CourseError, match="export statistics: this is a class copy"):
        export.run(["statistics", str(tmp_path), "--out", str(tmp_path / "s.json")])
    assert practice.run(["--print", "b"]) == 0


def test_wrong_use_is_one_line(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "s.json")
    assert export.run(["statistics", str(tmp_path / "none"), "--out", out]) == 2
    assert export.run(["statistics", "--out", str(tmp_path / "s.csv")]) == 2
    with pytest.raises(CourseError, match="nothing to count"):
        export.run(["statistics", "--out", out])
    (tmp_path / "other.json").write_text('{"format": "coursekit-statistics/1", "course": "Bell", "items": []}')
    with pytest.raises(CourseError, match="of another course"):
        export.run(["statistics", "--with", str(tmp_path / "other.json"), "--out", out])
    capsys.readouterr()


def test_a_form_on_paper_and_its_points(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert practice.run(["--print", "b"]) == 0
    assert "PAPER log: A log" in capsys.readouterr().out
    answers = tmp_path / "answers.txt"
    answers.write_text("b-1: A\nb-4: log 2.2\n", encoding="utf-8")
    assert practice.run(["--score", "b", str(answers)]) == 0
    assert capsys.readouterr().out.endswith("6 of 8 points\n")
    assert practice.run(["--score", "b", str(answers), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["b-4"] == 2
    assert practice.run(["--print", "c"]) == 2
    assert "no such form; there is a, b" in capsys.readouterr().err
    answers.write_bytes(b"\xff")
    with pytest.raises(CourseError, match="not UTF-8"):
        practice.run(["--score", "b", str(answers)])
