"""With a class list people are joined by it; without one, by the names in the hand-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.marking.keys import Keys
from coursekit.seminar.classwork import gather
from coursekit.seminar.report.page import page
from coursekit.seminar.report.report import Report, report
from coursekit.seminar.roster import roster_of
from tests.seminar.report.six import answers, mark, write

if TYPE_CHECKING:
    from pathlib import Path

LIST = b'Name,Login\n"Lantern, Ada",al1\nBob Wick,bw2\nCy Storm,cs3\n'
WRONG = answers(("b", "says", "says", "8", 90))


def listed(course: Path, *folders: Path, raw: bytes | None = LIST) -> Report:
    here = Course(course)
    keys = Keys(here)
    learners = roster_of(raw, "list.csv").learners if raw is not None else None
    return report(gather(list(folders), keys), here, keys, learners)


def words(course: Path, found: Report, *, projected: bool = False) -> str:
    return page(found, Course(course).library, projected=projected)


@pytest.fixture
def folder(six: Path, tmp_path: Path) -> Path:
    """Ada hands in the exercise twice and the lesson once, each time under another name; Una is not on the list."""
    place = tmp_path / "in"
    write(place, "Ada Lantern", "01-six", answers=WRONG, made="2026-01-30T12:00:00Z")
    write(place, "al1", "01-six", answers=answers(("a", "says", "silent", "7", 80)), made="2026-01-31T12:00:00Z")
    here = Course(six)
    marks = {"00-marks": [mark(here, 1, "Ships", "ENCLOSURE")]}
    write(place, "lantern, ada", "L00", here.assignments["L00"].version, marks=marks)
    write(place, "Bob Wick", "01-six", answers=WRONG)
    write(place, "Una Listed", "01-six", answers=WRONG)
    return place


def test_whatever_name_was_typed_one_person_on_the_list_counts_once(six: Path, folder: Path) -> None:
    found = listed(six, folder)
    assert (found.people, found.hand_ins) == (2, 3)
    assert found.exercises == {"01-six": 2, "L00": 1}
    (clerk,) = [each for each in found.held if each.code == "M8"]
    assert [each.learner for each in clerk.holders] == ["Bob Wick"]  # of Ada's two the later one is taken
    assert clerk.asked == 2
    (twice,) = found.class_.twice
    assert (twice.learner, twice.exercise, len(twice.left)) == ("Ada Lantern", "01-six", 1)


def test_without_a_list_each_name_is_a_person(six: Path, folder: Path) -> None:
    found = listed(six, folder, raw=None)
    assert (found.people, found.hand_ins, found.class_.listed) == (5, 5, None)


def test_who_is_not_on_the_list_is_told_and_in_no_figure(six: Path, folder: Path) -> None:
    found = listed(six, folder)
    (una,) = found.class_.nobodys
    assert (una.work.row.learner, una.why) == ("Una Listed", "not on the list")
    said = words(six, found)
    assert "2 of the 3 people on the class list" in said
    assert "1 hand-in left out, being nobody’s on the class list" in said
    assert "<b>Una Listed</b>, 01-six: not on the list" in said
    assert "the latest is taken, not " in said


def test_projected_it_is_told_without_a_name_or_a_number_of_one_to_four(six: Path, folder: Path) -> None:
    said = words(six, listed(six, folder), projected=True)
    assert "Left out, being nobody’s on the class list: fewer than 5." in said
    assert "fewer than 5 people, fewer than 5 hand-ins" in said
    for name in ("Una", "Ada", "Bob", "of the 3"):
        assert name not in said


def test_two_who_share_the_name_of_one_on_the_list_are_left_out_and_told(six: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        write(tmp_path / "in" / f"Cy Storm_{number}_assignsubmission_file_", "Cy Storm", "01-six", answers=WRONG)
    found = listed(six, tmp_path / "in")
    assert found.people == 0
    assert ["several people handed in who are called Cy Storm" in each.why for each in found.class_.nobodys] == [
        True
    ] * 2
