"""What is said of hours and minutes, held against the lessons and exercises and what they ask."""

from __future__ import annotations

import re
import tomllib

import pytest

from coursekit.check.minutes import estimate, exercise_minutes, lesson_minutes
from coursekit.course import Course
from coursekit.questions.exercises import MASTER, Exercises
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("this_course")

READING = re.compile(r"^\*Reading (\d+) minutes, tasks (\d+) minutes", re.MULTILINE)
WHOLE = re.compile(r"lessons of about (\d+) hours in all, and \w+ exercises of about (\d+) hours")
IN_README = re.compile(r"lessons take about (\d+) hours in all, the exercises about (\d+);")


def test_the_hours_said_at_the_start_are_those_of_the_lessons_and_exercises() -> None:
    lessons = sorted((ROOT / "lessons").glob("[0-9]*.md"))
    minutes = [[int(part) for found in READING.findall(path.read_text("utf-8")) for part in found] for path in lessons]
    assert [path.name for path, said in zip(lessons, minutes, strict=True) if len(said) != 2] == []
    exercises = [
        tomllib.loads(path.read_text("utf-8"))["minutes"] for path in (ROOT / "solutions").glob("*/exercise.toml")
    ]
    said = WHOLE.search(lessons[0].read_text("utf-8"))
    assert said
    assert abs(int(said[1]) - sum(map(sum, minutes)) / 60) <= 1
    assert abs(int(said[2]) - sum(exercises) / 60) <= 1


def test_the_readme_says_the_same_hours() -> None:
    first = min((ROOT / "lessons").glob("[0-9]*.md")).read_text("utf-8")
    said, again = WHOLE.search(first), IN_README.search((ROOT / "README.md").read_text("utf-8"))
    assert said
    assert again
    assert said.groups() == again.groups()


def test_every_announcement_is_near_what_is_asked() -> None:
    course = Course(ROOT)
    lessons = sorted((ROOT / "lessons").glob("[0-9]*.md"))
    assert all(estimate(path, course).tasks for path in lessons)
    told = [str(each) for path in lessons for each in lesson_minutes(path, path.name, course)]
    masters = [path for path in Exercises(ROOT).files.values() if path.name == MASTER]
    told += [
        str(each)
        for path in masters
        for each in exercise_minutes(path.with_name(f"{path.parent.name}.md"), path.parent.name, course)
    ]
    assert told == []
