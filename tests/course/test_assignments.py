"""What can be handed in: exercises by number or name, lessons by their L and number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from tests.marking.handing import set_exercise

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(course: Path) -> Course:
    set_exercise(course)
    return Course(course)


def test_exercises_come_first_then_lessons(here: Course) -> None:
    assert here.assignments.names == ("00-lamp", "L00")


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("00", "00-lamp"),
        ("00-lamp", "00-lamp"),
        ("L00", "L00"),
        ("l00", "L00"),
        *((n, "") for n in ("L0", "L", "0", "L01", "")),
    ],
)
def test_each_is_found_by_what_one_calls_it(here: Course, name: str, whole: str) -> None:
    assert here.assignments.id_of(name) == whole


def test_a_lesson_has_its_questions_and_tasks(here: Course) -> None:
    lesson = here.assignments["l00"]
    assert [each.id for each in lesson.questions] == ["00-expect", "00-place", "00-where"]
    assert lesson.tasks == ("00-marks",)
    assert (lesson.id, lesson.call, lesson.of, lesson.for_a_teacher) == ("L00", "L00", 2, 0)  # a prediction has none


def test_a_lesson_has_a_new_version_with_each_of_its_parts(here: Course, course: Path) -> None:
    before = here.assignments["L00"].version
    key = course / "lessons" / "keys" / "00-marks.toml"
    key.write_text(key.read_text(encoding="utf-8").replace("version = 1", "version = 2"), encoding="utf-8")
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    quiz.write_text(
        quiz.read_text(encoding="utf-8").replace('id = "00-place"', 'id = "00-place"\nversion = 3'), encoding="utf-8"
    )
    assert Course(course).assignments["L00"].version == before + 3


def test_an_unknown_one_is_told_with_those_there_are(here: Course) -> None:
    with pytest.raises(CourseError, match=r"no such exercise or lesson; .*there is L00"):
        here.assignments["L07"]
