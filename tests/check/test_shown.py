"""Quotations that nobody is shown, in an invented course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.check.best_effort import BestEffort
from coursekit.check.course import check_course
from coursekit.check.shown import Shown
from coursekit.course import Course
from coursekit.sources import Library

if TYPE_CHECKING:
    from pathlib import Path

QUIZ, KEY, TAGS = "lessons/quizzes/00-lamp.toml", "lessons/keys/00-marks.toml", "sources/tags.toml"


def not_shown(course: Path) -> list[str]:
    return [f"{each.file}: {each.message}" for each in check_course(course).findings if "no calendar" in each.message]


def put(course: Path, file: str, key: str, words: str) -> None:
    """Add words to the first value of a key in a file."""
    path = course / file
    before, found, after = path.read_text(encoding="utf-8").partition(f'{key} = "')
    assert found
    path.write_text(f"{before}{found}{words} {after}", encoding="utf-8")


def test_a_course_that_quotes_its_calendar_is_not_blamed(course: Path) -> None:
    assert not_shown(course) == []


def test_a_prompt_that_quotes_what_the_calendar_lacks_is_told(course: Path) -> None:
    put(course, QUIZ, "prompt", "Who says “a whale went by”?")
    assert len(not_shown(course)) == 1
    assert not_shown(course)[0].startswith(f"{QUIZ}: 00-")
    assert "“a whale went by” is in no calendar" in not_shown(course)[0]


def test_an_experts_reason_and_a_tags_example_are_held_to_it_too(course: Path) -> None:
    put(course, KEY, "reason", "“A whale went by.”")
    put(course, TAGS, "example", "“a ship in sight”")
    told = not_shown(course)
    assert [line.split(":")[0] for line in told] == [KEY, TAGS]


def test_letters_count_and_signs_do_not(course: Path) -> None:
    shown = Shown(BestEffort(Course(course)))
    calendar = Library(course).source("BOX").guide.paragraphs[0].text
    some = " ".join(calendar.replace("“", "").replace("”", "").split()[:4])
    assert shown(some.upper() + "!")
    assert not shown(some + " whale")
