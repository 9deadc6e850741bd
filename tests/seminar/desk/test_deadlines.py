"""A deadline on the desk: late ones are told then, for every exercise or for one, and it is remembered."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.seminar.desk.teaching import Teaching
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.made_up_class import DEADLINE, MadeUpClass, Plight, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(seminar: Path) -> MadeUpClass:
    return make(Course(seminar), 6, [NAME])


@pytest.fixture
def desk(seminar: Path, work: Path, made: MadeUpClass, tmp_path: Path) -> Teaching:
    """A desk with a class's zip on it, as Moodle packs it: it says nothing of who was late."""
    found = Teaching(Course(seminar))
    found.bring("x.zip", None, platforms.moodle_zip(made, NAME, tmp_path / "x.zip").read_bytes())
    return found


def late(desk: Teaching) -> list[str]:
    rows = desk.now()["table"]["rows"]
    return [row["learner"] for row in rows if "late (by its own clock)" in row["cells"][0]["words"]]


def test_late_ones_are_told_once_there_is_a_deadline(desk: Teaching, made: MadeUpClass) -> None:
    assert late(desk) == []
    said = desk.deadline("", f"{DEADLINE:%d %B %Y, %H:%M}Z".replace("Z", ""))
    assert said.startswith("every exercise: late after Sunday, 1 February 2026, 12:00")
    assert late(desk) == [made.people[Plight.LATE].name]
    assert desk.now()["table"]["rows"][0]["cells"][0]["state"] in ("in", "look")
    assert any("1 late" in each for each in desk.now()["table"]["notes"])


def test_one_exercise_may_have_its_own_and_it_is_remembered_and_taken_back(desk: Teaching, seminar: Path) -> None:
    desk.deadline("", "1 February 2000")
    everybody = late(desk)
    assert len(everybody) > 1
    after = (DEADLINE + timedelta(days=30)).isoformat()
    desk.deadline(NAME, after)
    assert late(desk) == []
    other = Teaching(Course(seminar))
    assert [each["name"] for each in other.now()["deadlines"]] == ["every exercise", NAME]
    assert other.deadline(NAME, "  ") == f"{NAME}: no deadline"
    assert late(other) == everybody
    other.deadline("", "")
    assert (late(other), other.now()["deadlines"]) == ([], [])


@pytest.mark.parametrize(("exercise", "when", "why"), [
    ("", "soon", "not read as a date"),
    ("", "3/4/2026", "that may be 3 April or 4 March 2026"),
    ("", "1 February 2026\n\u202e<b>" * 90, "too long"),
    ("99-none", "1 February 2026", "99-none: no such exercise"),
])  # fmt: skip
def test_what_is_no_deadline_is_told_and_changes_nothing(desk: Teaching, exercise: str, when: str, why: str) -> None:
    desk.deadline("", "1 March 2026")
    with pytest.raises(CourseError, match=why):
        desk.deadline(exercise, when)
    assert [each["when"] for each in desk.now()["deadlines"]] == ["the end of Sunday, 1 March 2026"]


def test_what_somebody_wrote_into_the_file_is_passed_over(desk: Teaching, work: Path) -> None:
    desk.deadline("", "1 March 2026")
    file = work / "teaching" / "desk.json"
    for strange in (3, {"": "soon", "99-none": "2026-02-01T12:00:00+00:00", NAME: 7}, {NAME: "2026-02-01"}):
        file.write_text(json.dumps(json.loads(file.read_text()) | {"deadlines": strange}), encoding="utf-8")
        assert desk.now()["deadlines"] == []


def test_with_names_hidden_it_can_be_set_and_names_nobody(desk: Teaching, made: MadeUpClass) -> None:
    desk.hide(hidden=True)
    desk.deadline("", "1 February 2000")
    assert len(late(desk)) > 1
    assert not any(each.last in json.dumps(desk.now(), ensure_ascii=False) for each in made.people)
