"""Votes of teaching notes: read from plain Markdown, and what a room could not hold is told with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check.votes import check_votes
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.room.notes import read_votes
from coursekit.room.plan import plan

if TYPE_CHECKING:
    from pathlib import Path

NOTES = """# Notes

## The vote

*Who saw the lamp?*
(a) the keeper (b) the clerk

Expected first vote: half and half, with confidence.

- **Most choose (a).** Ask why.

## The vote, by pointing

*Which words say who was there?*
Point into BOX p1-p2,
at up to two places, or nowhere.

An expert points at “no keeper was found” (BOX p1).

- **Most point at p2.** Ask for a person.

## The vote on a question

`00-place`, before the cards.

## After the session
"""


def test_three_forms_are_read_in_order() -> None:
    choice, point, question = read_votes(NOTES)
    assert (choice.spec["options"], choice.spec["confidence"]) == (["the keeper", "the clerk"], True)
    assert choice.expected.startswith("Expected")
    assert point.spec == {
        "kind": "point",
        "prompt": "Which words say who was there?",
        "source": "BOX",
        "paragraphs": "p1-p2",
        "places": 2,
        "nowhere": True,
        "confidence": False,
        "expert": [{"paragraph": "p1", "quote": "no keeper was found"}],
    }
    assert point.cases == ("**Most point at p2.** Ask for a person.",)
    assert question.spec == {"kind": "question", "question": "00-place"}


@pytest.mark.parametrize(
    ("written", "paragraphs"),
    [("BOX p1, BOX p2", "p1, p2"), ("BOX p1-p2,\nBOX p4", "p1-p2, p4"), ("BOX p1, p2", "p1, p2")],
)
def test_several_ranges_may_each_name_the_source(written: str, paragraphs: str) -> None:
    point = read_votes(NOTES.replace("BOX p1-p2", written))[1]
    assert (point.spec["source"], point.spec["paragraphs"]) == ("BOX", paragraphs)


def test_an_expert_may_point_at_whole_paragraphs_in_the_order_of_the_notes() -> None:
    words = "An expert points at the whole of BOX p2 or “no keeper was found” (BOX p1), and the\nwhole of DAY p1."
    point = read_votes(NOTES.replace("An expert points at “no keeper was found” (BOX p1).", words))[1]
    found = [(each["paragraph"], each["quote"]) for each in point.spec["expert"]]
    assert found == [("p2", ""), ("p1", "no keeper was found")]


def test_a_range_of_another_source_is_not_read() -> None:
    assert not read_votes(NOTES.replace("BOX p1-p2", "BOX p1, DAY p2"))[1].spec


def test_the_plan_has_the_votes_first_and_then_the_lessons_closed_questions(course: Path, work: Path) -> None:
    (course / "lessons" / "teaching" / "00-lamp.md").write_text(NOTES)
    found = plan(Course(course, work), "00")
    assert [each["from"] for each in found] == ["notes", "notes", "notes", "lesson", "lesson"]
    assert [each["item"]["question"] for each in found[3:]] == ["00-place", "00-where"]


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (("(a) the keeper (b) the clerk", "the keeper or the clerk"), 3, "expected a question in emphasis"),
        (("BOX p1-p2", "BOX p1-p9"), 12, "no such paragraphs"),
        (("“no keeper was found”", "“the keeper was found”"), 12, "does not stand there"),
        (("`00-place`", "`00-plaec`"), 22, "did you mean 00-place"),
        (("`00-place`", "`00-expect`"), 22, "read by people"),
    ],
)
def test_check_tells_what_a_room_could_not_hold(course: Path, change: tuple[str, str], line: int, said: str) -> None:
    notes = course / "lessons" / "teaching" / "00-lamp.md"
    notes.write_text(NOTES)
    assert check_votes(Course(course)) == []
    notes.write_text(NOTES.replace(*change))
    (problem,) = check_votes(Course(course))
    assert (problem.file, problem.line) == ("lessons/teaching/00-lamp.md", line)
    assert said in problem.message


@pytest.mark.parametrize("lesson", ["/etc", "**", "99", "../00", "["])
def test_a_lesson_that_is_not_there_is_told_in_one_line(there: Course, lesson: str) -> None:
    with pytest.raises(CourseError) as told:
        plan(there, lesson)
    assert "\n" not in str(told.value)
