"""The made-up class is what it says: the same every time, and everything that goes wrong is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.marking.keys import Keys
from coursekit.seminar.classwork import gather
from coursekit.seminar.report.page import page
from coursekit.seminar.report.report import Report, report
from coursekit.seminar.roster import roster_of
from tests.conftest import ROOT
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.made_up_class import MadeUpClass, Plight, lesson_with_marks, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def made(seminar: Path) -> MadeUpClass:
    """A class in the small exercise."""
    return make(Course(seminar), 16, [NAME])


def test_it_is_the_same_every_time(seminar: Path, made: MadeUpClass) -> None:
    assert make(Course(seminar), 16, [NAME]) == made
    assert make(Course(seminar), 16, [NAME], seed=16) != made


@pytest.mark.parametrize("pack", [platforms.moodle_zip, platforms.canvas_zip])
def test_every_file_is_accounted_for(
    seminar: Path, made: MadeUpClass, work: Path, pack: Callable[[MadeUpClass, str, Path], Path]
) -> None:
    found = gather([pack(made, NAME, work / "class.zip")], Keys(Course(seminar)))
    assert len(found.works) == len(made.handed)
    statuses = [each.row.status for each in found.works]
    assert statuses.count("not a hand-in") == 2  # the .docx and the empty one
    assert statuses.count("earlier") == 1
    assert len({each.row.person for each in found.works}) == len(made.people) - 1
    assert all(each.row.person for each in found.works)


def test_answers_differ(seminar: Path, made: MadeUpClass, work: Path) -> None:
    found = gather([platforms.moodle_zip(made, NAME, work / "class.zip")], Keys(Course(seminar)))
    assert len({each.row.points for each in found.counting()}) > 3
    assert made.people[Plight.NOTHING] not in {each.person for each in made.handed}


@pytest.fixture
def thirty(tmp_path: Path) -> Report:
    """A class of 30 in the course itself: one exercise and one lesson, with a list, as Canvas packs them."""
    here = Course(ROOT)
    keys = Keys(here)
    made = make(here, exercises=["02-claims", lesson_with_marks(here)])
    for name in made.exercises:
        platforms.canvas_zip(made, name, tmp_path / f"{name}.zip")
    listed = roster_of(platforms.canvas_gradebook(made, {}), "grades.csv").learners
    return report(gather([tmp_path], keys), here, keys, listed)


def test_by_itself_it_does_every_exercise_and_a_lesson() -> None:
    here = Course(ROOT)
    made = make(here, 2)
    assert made.exercises == (*here.exercises.files, lesson_with_marks(here))


@pytest.mark.usefixtures("this_course")
def test_thirty_who_hand_in_a_lesson_have_heat_over_its_text(thirty: Report) -> None:
    assert (thirty.class_.listed, thirty.people) == (30, 29)  # one handed in nothing
    assert [each.work.row.learner for each in thirty.class_.nobodys] == ["Una Listed"] * 2
    lesson = next(name for name in thirty.exercises if name.startswith("L"))
    texts = [each for each in thirty.disputes if each.marked.tags]
    assert {each.marked.exercise for each in texts} == {lesson}
    for each in texts:
        assert each.n > 20
        assert 0 < (each.where.value or 0) < 1
        assert 0 < (each.what.value or 0) < 1
        assert sum(passage.dispute > 1 / 3 for passage in each.passages) >= 3
    shown = page(thirty, Course(ROOT).library)
    assert shown.count('<figure class="ck-picture ck-heat') == len(thirty.disputes)


@pytest.mark.usefixtures("this_course")
def test_projected_their_report_names_none_of_them(thirty: Report) -> None:
    here = Course(ROOT)
    shown = page(thirty, here.library, projected=True)
    assert "<figure" in shown
    made = make(here, exercises=[lesson_with_marks(here)])
    for each in made.people:
        for called in (each.name, each.sortable, each.email, f"reader no. {each.number}", str(each.canvas)):
            assert called not in shown
    assert not [each.file for each in made.handed if each.file in shown]
