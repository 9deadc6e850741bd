"""Whose hand-in is whose: exact, and never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.marking.found import person
from coursekit.marking.keys import Keys
from coursekit.marking.row import MARKED, Row
from coursekit.seminar.classwork import Work, gather
from coursekit.seminar.matching import Match, match
from coursekit.seminar.roster import roster_of
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.made_up_class import MadeUpClass, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIST = b"Name,Email,Login\nAda Lantern,al@example.org,al1\nTom Smith,,ts1\nTom Smith,,ts2\n"


@pytest.fixture
def made(seminar: Path) -> MadeUpClass:
    """A class in the small exercise."""
    return make(Course(seminar), 16, [NAME])


def work(file: str, learner: str = "somebody", exercise: str = NAME) -> Work:
    return Work(Row(file=file, learner=learner, exercise=exercise, person=person(file), status=MARKED))


def matched(*works: Work, raw: bytes = LIST) -> list[Match]:
    return list(match(works, roster_of(raw, "list.csv").learners))


def named(*works: Work, raw: bytes = LIST) -> list[str]:
    return [each.learner.name if each.learner else each.why for each in matched(*works, raw=raw)]


def _moodle_list(made: MadeUpClass) -> bytes:
    return platforms.moodle_participants(made)


def _worksheet(made: MadeUpClass) -> bytes:
    return platforms.moodle_worksheet(made, NAME, "de")


def _canvas(made: MadeUpClass) -> bytes:
    return platforms.canvas_gradebook(made, {"Log (77)": 10})


@pytest.mark.parametrize("pack", [platforms.moodle_zip, platforms.canvas_zip])
@pytest.mark.parametrize("export", [_moodle_list, _worksheet, _canvas])
def test_a_class_is_matched_whatever_it_handed_in(
    seminar: Path,
    made: MadeUpClass,
    work: Path,
    pack: Callable[[MadeUpClass, str, Path], Path],
    export: Callable[[MadeUpClass], bytes],
) -> None:
    works = gather([pack(made, NAME, work / "class.zip")], Keys(Course(seminar))).works
    found = match(works, roster_of(export(made), "list.csv").learners)
    whose = sorted(each.learner.name if each.learner else each.why for each in found)
    assert whose == sorted(each.person.name if each.person.listed else "not on the list" for each in made.of(NAME))
    assert all(each.learner.name.split()[0].lower() in each.work.row.file.lower() for each in found if each.learner)


def test_a_platform_s_id_counts_before_any_name() -> None:
    raw = b'Student,ID,Section\n"Lantern, Ada",55,1\n"Smith, Tom",56,1\n'
    assert named(work("smithtom_55_9_x.json", "Tom Smith"), raw=raw) == ["Ada Lantern"]


def test_somebody_else_of_the_same_name_is_not_the_one_on_the_list() -> None:
    raw = b'Student,ID,Section\n"Lantern, Ada",55,1\n'
    assert named(work("lanternada_99_9_x.json"), raw=raw) == ["not on the list"]


def test_the_platform_s_name_counts_before_the_one_that_was_typed() -> None:
    strange = work("Una Listed_7_assignsubmission_file_/x.json", "Ada Lantern")
    assert named(strange) == ["not on the list"]


@pytest.mark.parametrize("typed", ["Ada Lantern", "lantern,  ADA", "Lantern Ada", "al1", "AL@example.org"])
def test_without_a_platform_s_name_the_typed_one_counts(typed: str) -> None:
    assert named(work("x.json", typed)) == ["Ada Lantern"]
    assert named(work("Participant_9_assignsubmission_file_/x.json", typed)) == ["Ada Lantern"]
    assert named(work("anon_Qz8_9_x.json", typed)) == ["Ada Lantern"]


@pytest.mark.parametrize("typed", ["Ada", "Lantern", "Ada Lantem", "Ada L.", "Ada Läntern"])
def test_nothing_like_it_is_taken_for_it(typed: str) -> None:
    assert named(work("x.json", typed)) == ["not on the list"]


def test_a_login_in_blackboard_s_names_tells() -> None:
    assert named(work("E_al1_attempt_2026-01-31-12-00-00_x.json")) == ["Ada Lantern"]


def test_two_of_a_name_are_told_and_not_guessed() -> None:
    assert named(work("x.json", "Tom Smith")) == ["several on the list have this name (rows 3, 4)"]


def test_two_people_under_the_name_of_one_are_told() -> None:
    works = [work(f"Ada Lantern_{number}_assignsubmission_file_/x.json") for number in (7, 8)]
    assert named(*works) == ["several people handed in who are called Ada Lantern: see who is who"] * 2


def test_moodle_knows_one_person_by_another_id_in_every_assignment() -> None:
    works = [
        work(f"Ada Lantern_{number}_assignsubmission_file_/x.json", exercise=exercise)
        for number, exercise in [(7, "00-log"), (8, "01-x"), (9, ""), (10, "")]
    ]
    assert named(*works) == ["Ada Lantern"] * 4


def test_a_group_s_name_may_stand_before_all() -> None:
    raw = b"Name\nAda Lantern\nMaria Smith\n"
    files = [
        f"a.zip/Group 1-{name}_{n}_assignsubmission_file_/x" for n, name in enumerate(["Ada Lantern", "Maria Smith"])
    ]
    assert named(*map(work, files), raw=raw) == ["Ada Lantern", "Maria Smith"]


def test_half_a_first_name_is_no_group() -> None:
    raw = b"Name\nAda Lantern\nMaria Smith\n"
    alone = "Anna-Maria Smith_7_assignsubmission_file_/x"
    assert named(work(alone), raw=raw) == ["not on the list"]
    beside = "Ada Lantern_8_assignsubmission_file_/x"
    assert named(work(alone), work(beside), raw=raw) == ["not on the list", "Ada Lantern"]


@pytest.mark.parametrize("typed", ["no name", "", "…"])
def test_without_any_name_nobody_can_tell(typed: str) -> None:
    assert named(work("x.json", typed)) == ["no name tells whose it is"]
