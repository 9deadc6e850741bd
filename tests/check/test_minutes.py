"""What a lesson or an exercise announces is held against what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check.course import check_course
from coursekit.check.minutes import CLOSE, MARK, PLAIN, WRITTEN, Minutes, decisions, estimate
from coursekit.course import Course
from tests.exercise import lay_out_exercise

if TYPE_CHECKING:
    from pathlib import Path

BUTTON = "<button type="


def lesson(course: Path, line: str = "") -> Path:
    path = course / "lessons" / "00-lamp.md"
    path.write_text(path.read_text("utf-8").replace(BUTTON, f"{line}\n\n{BUTTON}", 1), encoding="utf-8")
    return path


def told(course: Path) -> list[str]:
    return [str(each) for each in check_course(course).findings if "by what it asks rather" in each.message]


def test_what_a_lesson_announces_may_be_off_by_a_fifth_and_no_more(course: Path) -> None:
    found = estimate(lesson(course), Course(course))
    assert found.reading > 0
    assert found.tasks > 0
    said = "*Reading {} minutes, tasks {} minutes.*"
    path = lesson(course, said.format(0, round(1.5 * found.whole)))
    at = next(n for n, each in enumerate(path.read_text("utf-8").splitlines(), 1) if "*Reading" in each)
    assert len(told(course)) == 1
    assert told(course)[0].startswith(f"lessons/00-lamp.md:{at}: warning: “Reading 0 minutes, tasks ")
    text = path.read_text("utf-8").replace(f"tasks {round(1.5 * found.whole)}", f"tasks {round(found.whole)}")
    path.write_text(text, encoding="utf-8")
    assert told(course) == []


def test_a_lesson_that_announces_nothing_is_not_held_to_it(course: Path) -> None:
    assert told(course) == []


def test_an_exercise_is_held_to_its_minutes_too(course: Path) -> None:
    lay_out_exercise(course)
    path = course / "solutions" / "00-log" / "exercise.toml"
    path.write_text(path.read_text("utf-8").replace("minutes = 10", "minutes = 90"), encoding="utf-8")
    assert len(told(course)) == 1
    assert told(course)[0].startswith("solutions/00-log/exercise.toml:1: warning: minutes = 90: ")


def test_a_paragraph_is_read_once(course: Path) -> None:
    once, twice = Minutes(), Minutes()
    here = Course(course)
    once.open(here, "BOX", "p1-p2")
    twice.open(here, "BOX", "p1-p2")
    twice.open(here, "BOX", "p2")
    assert once.reading == twice.reading > 5 / CLOSE


def test_the_worked_solution_is_not_read_beforehand(course: Path) -> None:
    path, here = lesson(course), Course(course)
    before = estimate(path, here, {}).reading
    words = " ".join(["why"] * PLAIN)
    text = path.read_text("utf-8")
    path.write_text(f'{text}\n+++ {{"tags": ["solution"]}}\n\n{words}\n\n+++\n', encoding="utf-8")
    assert estimate(path, here, {}).reading == pytest.approx(before)
    path.write_text(f"{text}\n+++\n\n{words}\n", encoding="utf-8")
    assert estimate(path, here, {}).reading == pytest.approx(before + 1)


def test_marks_and_words_of_ones_own_take_time(course: Path) -> None:
    path, here = lesson(course), Course(course)
    whole = estimate(path, here).tasks
    text = path.read_text("utf-8")
    path.write_text(text.replace('annotate("00-marks")', 'read("BOX")'), encoding="utf-8")
    wanted = sum(not span.optional for span in here.key("00-marks").spans)
    assert wanted
    assert estimate(path, here).tasks == pytest.approx(whole - MARK * wanted)
    path.write_text(text.replace('predict("00-expect")', 'read("BOX")'), encoding="utf-8")
    assert estimate(path, here).tasks < whole - 30 / WRITTEN  # the middle of 1 to 60 words, and the question


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ({}, 0),
        ({"option": "a"}, 1),
        ({"classes": {"a": "yes", "b": "no", "c": ""}}, 2),
        ({"cells": {"a": {"x": "1", "y": "2"}, "b": {"x": "3"}}}, 3),
        ({"option": "a", "confidence": 80, "ground": {"nowhere": True}, "spans": [{"quote": "x"}]}, 1),
    ],
)
def test_what_is_decided_is_counted(answer: dict[str, object], count: int) -> None:
    assert decisions(answer) == count
