"""A course put together: read when it is asked for, and again when an author has changed a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.course import course as the_course
from coursekit.errors import CourseError
from coursekit.sources import Library
from tests.exercise import lay_out_exercise

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    here = Course(tmp_path)
    assert here.library.sigla == ()
    assert here.facts == here.glossary == {}
    with pytest.raises(CourseError, match=r"tags\.toml"):
        _ = here.tag_sets


def test_its_parts_are_those_of_the_folder(course: Path, work: Path) -> None:
    here = Course(course)
    assert here.library.sigla == ("BOX",)
    assert set(here.tag_sets) == {"TS-X"}
    assert here.question("00-place").id == "00-place"
    assert here.key("00-marks").source == "BOX"
    assert here.picture("00-dates").is_file()
    assert here.work == work.resolve()
    assert here.journal.path.parent == work.resolve()
    assert here.folders.name(here.picture("00-dates")) == "lessons/pictures/00-dates.toml"


def test_questions_and_exercises_are_read_again_when_a_file_has_changed(course: Path) -> None:
    lay_out_exercise(course)
    here = Course(course)
    assert here.questions is here.questions
    assert here.exercises is here.exercises
    before = here.questions, here.exercises
    for path in (*here.folders.quizzes.glob("*.toml"), *here.exercises.files.values()):
        os.utime(path, ns=(1, 1))
    assert here.questions is not before[0]
    assert here.exercises is not before[1]


def test_marking_needs_no_outside_facts(course: Path) -> None:
    here = Course(course)
    here.folders.context.write_text("[[fact]]\n", encoding="utf-8")
    paragraph = here.library.source("BOX").guide.paragraphs[0]
    assert here.texts.text("BOX", "guide", paragraph.id) == paragraph.text
    with pytest.raises(CourseError, match=r"sources/context\.toml:1"):
        _ = here.shelf


def test_a_learners_copies_are_in_their_folder_unless_another_is_named(course: Path, tmp_path: Path) -> None:
    assert Course(course, tmp_path).library.texts == tmp_path / "texts"
    assert Course(course, tmp_path, Library(course, tmp_path / "own")).library.texts == tmp_path / "own"


def test_a_process_has_one_of_each_course_and_learner(course: Path) -> None:
    assert the_course() is the_course()
    assert the_course().root == course.resolve()
