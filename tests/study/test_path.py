"""The way through a course, read from its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.study.path import units
from tests.conftest import ROOT
from tests.marking.handing import set_exercise
from tests.sittings import cut

if TYPE_CHECKING:
    from pathlib import Path


def test_a_lesson_is_its_sittings_and_what_they_ask(course: Path) -> None:
    cut(course)
    set_exercise(course)
    lesson, exercise = units(Course(course))
    assert (lesson.label, lesson.title, lesson.minutes) == ("Lesson 00", "The lamp", 10)
    assert lesson.about == "tell a letter from its copy."
    assert lesson.notebook == "lessons/00-lamp.ipynb"
    assert [(part.title, part.cards) for part in lesson.parts] == [
        ("The lamp", ("00-expect", "00-place")),
        ("The rest", ("00-where", "00-marks")),
    ]
    assert lesson.tasks == {"00-marks"}
    assert (exercise.kind, exercise.number) == ("exercise", "00")
    assert exercise.notebook == f"exercises/{exercise.name}/{exercise.name}.ipynb"
    assert exercise.cards == tuple(each.id for each in Course(course).exercises[exercise.name].questions)


def test_a_lesson_that_is_not_cut_is_one_part(course: Path) -> None:
    (lesson,) = units(Course(course))
    assert len(lesson.parts) == 1
    assert "00-expect" in lesson.cards


def test_a_lesson_that_cannot_be_read_is_named(course: Path) -> None:
    (course / "lessons" / "00-lamp.md").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(CourseError, match=r"lessons/00-lamp\.md: cannot be read"):
        units(Course(course))


def test_a_lesson_that_leads_nowhere_is_named(course: Path) -> None:
    (course / "lessons" / "01-gone.md").symlink_to(course / "nowhere.md")
    with pytest.raises(CourseError, match=r"lessons/01-gone\.md: cannot be read"):
        units(Course(course))


@pytest.mark.usefixtures("this_course")
def test_the_course_itself_says_of_every_part_how_long_it_takes_and_what_for() -> None:
    path = units(Course(ROOT))
    assert [unit.label for unit in path if not (unit.about and unit.cards and all(p.minutes for p in unit.parts))] == []
    assert [unit.label for unit in path if unit.kind == "lesson" and len(unit.compared) != 1] == []
