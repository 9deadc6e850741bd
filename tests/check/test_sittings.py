"""Marks that an author set wrongly, told in one line with the line number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check.course import check_course
from coursekit.check.sittings import sitting_faults
from coursekit.outline import outline, take_apart
from tests.sittings import BEGINS, GOAL, cut, spoilt

if TYPE_CHECKING:
    from pathlib import Path


def told(lesson: Path) -> list[tuple[int, str]]:
    return list(sitting_faults(outline(take_apart(lesson)), "00"))


def test_a_lesson_that_is_cut_well_is_in_order(course: Path) -> None:
    assert told(cut(course)) == []
    errors = [each.message for each in check_course(course).findings if each.level == "error"]
    assert [each for each in errors if "kinds of question" not in each] == []


def test_a_lesson_that_is_not_cut_is_in_order(course: Path) -> None:
    assert told(course / "lessons" / "00-lamp.md") == []


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        ("## Sitting 2: The", "## Sitting 3: The", "## Sitting 3: The", "Sitting 3: expected Sitting 2"),
        (GOAL, "Only words.", BEGINS, "Sitting 1: expected, in the paragraph after it, *Goal: …*"),
        (GOAL, f"*Goal: {'to look ' * 13}.*", BEGINS, "Sitting 1: its goal has 27 words, expected at most 25"),
        (BEGINS, f"Words.\n\n{BEGINS}", BEGINS, "expected “## Sitting 2: its title”, as the first line of its cell"),
        (BEGINS, "# Sitting 1: The lamp", "# Sitting 1: The lamp", "expected “## Sitting 2: its title”"),
        ('pause("00", 1)', 'pause("00", 2)', 'pause("00", 2)', "expected pause(“00”, 1), the number of this sitting"),
        (
            "**What you have found.** A year",
            "**Well.** A year",
            "from coursekit.lesson import pause",
            "begins **What you",
        ),
        ("### The letter", "## The letter", "## The letter", "heading “The letter”: expected ### within a sitting"),
        ("### The letter", "Words.\n\n### The letter", "### The letter", "as the first line of its cell (+++ begins"),
        ("**Afterwards.** You saw", "Words.\n\n+++\n\n**Afterwards.** You saw", "", ""),
    ],
)
def test_a_fault_is_told_where_it_is(course: Path, old: str, new: str, at: str, words: str) -> None:
    lesson = spoilt(course, old, new)
    lines = lesson.read_text("utf-8").splitlines()
    found = told(lesson)
    if not words:
        assert found == []
        return
    assert [message for _, message in found if words in message]
    line = next(line for line, message in found if words in message)
    assert lines[line - 1].startswith(at)


def test_a_sitting_without_its_pause_or_with_two(course: Path) -> None:
    cell = 'from coursekit.lesson import pause\npause("00", 1)'
    lesson = spoilt(course, cell, 'from coursekit.lesson import passage\npassage("BOX p1")')
    assert any("expected one cell pause(“00”, 1) at its end, found 0" in message for _, message in told(lesson))
    fence = "```\n\n+++\n\n```{code-cell} ipython3\n"
    lesson = spoilt(course, cell, f"{cell}\n{fence}{cell}")
    assert any("found 2" in message for _, message in told(lesson))
    assert any("expected nothing after the pause but" in message for _, message in told(lesson))


def test_a_lesson_is_handed_in_below_its_end_or_not_at_all(course: Path) -> None:
    last, offered = 'pause("00", 2)\n```', 'from coursekit.lesson import hand_in\nhand_in("L00")\n```'
    fence = "\n\n```{code-cell} ipython3\n"
    assert told(spoilt(course, last, f"{last}{fence}{offered}")) == []
    lesson = spoilt(course, last, f"{last}{fence}{offered}{fence}{offered}")
    assert any("expected nothing after the pause but" in message for _, message in told(lesson))
    lesson = spoilt(course, 'from coursekit.lesson import predict\npredict("00-expect")\n```', offered)
    assert any("hand_in: expected after the last pause of the lesson" in message for _, message in told(lesson))


def test_a_card_before_the_first_sitting_is_told(course: Path) -> None:
    lesson = spoilt(course, 'import begin\nbegin("00")', 'import ask\nask("00-place")')
    assert any("ask: expected after the heading of the first sitting" in message for _, message in told(lesson))


def test_what_comes_afterwards_needs_a_card_above_it(course: Path) -> None:
    lesson = spoilt(course, 'import predict\npredict("00-expect")', 'import passage\npassage("BOX p1")')
    assert [message for _, message in told(lesson)] == [
        "**Afterwards.**: expected a question or a task right above it, in its sitting"
    ]


def test_a_pause_where_nothing_is_cut_is_told(course: Path) -> None:
    lesson = course / "lessons" / "00-lamp.md"
    text = lesson.read_text("utf-8").replace('import annotate\nannotate("00-marks")', 'import pause\npause("00", 1)')
    lesson.write_text(text, encoding="utf-8")
    assert [message for _, message in told(lesson)] == ["pause: expected only where a lesson has sittings"]


def test_a_sitting_that_is_too_short_or_says_another_time_is_pointed_out(course: Path) -> None:
    lesson = cut(course)
    warnings = [each for each in check_course(course).findings if each.level == "warning"]
    assert [each.message.partition(":")[0] for each in warnings if "expected 15 to 35" in each.message] == [
        "Sitting 1",
        "Sitting 2",
    ]
    lesson = spoilt(course, "Words to read.", "word " * 180 * 25)
    said = [each for each in check_course(course).findings if "Sitting 1: “About 10 minutes”" in each.message]
    assert [(each.file, each.line) for each in said] == [("lessons/00-lamp.md", _line(lesson, BEGINS))]


def _line(lesson: Path, words: str) -> int:
    return lesson.read_text("utf-8").splitlines().index(words) + 1
