"""A class of six whose figures can be reckoned by hand: one exercise, and the marks of one lesson."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coursekit.course import Course
from coursekit.marking.hand_in import FORMAT
from coursekit.marking.keys import Keys
from coursekit.seminar.classwork import gather
from coursekit.seminar.report.report import Report, report
from coursekit.spans import make_span
from tests.tables import VERDICT, column, near, row

if TYPE_CHECKING:
    from pathlib import Path

_CHOICE_AND_TABLE = """
id = "01-six"
version = 1
title = "Six"
about = "Says who saw the lamp."
[[question]]
id = "x01-who"
kind = "single"
prompt = "Who saw it?"
rests_on = ["BOX p1"]
confidence = true
[[question.option]]
text = "the keeper"
right = true
feedback = "He stood there."
[[question.option]]
text = "the clerk"
misconception = "M8"
feedback = "He copied it."
[[question]]
id = "x01-grid"
kind = "table"
prompt = "What does each say?"
points = 4
rests_on = ["BOX p1", "BOX p2"]
"""
_NUMBER_AND_TEXT = """
[[question]]
id = "x01-count"
kind = "number"
prompt = "How many ships?"
points = 2
answer = 7
feedback = "Seven."
wrong_feedback = "Count again."
[[question]]
id = "x01-why"
kind = "text"
prompt = "Why?"
points = 3
[[question.row]]
id = "claim"
name = "Says what is claimed"
levels = ["no claim", "a claim", "with limits", "with limits and grounds"]
"""
EXERCISE = (
    _CHOICE_AND_TABLE
    + VERDICT
    + column("v", "Lamp", "choice", list="verdict")
    + row("r1", "the log", key={"v": "says"})
    + row("r2", "the report", key={"v": "silent"}, feedback={"v": "BOX p3 has no word of it."})
    + near("r2", "v", "says", "It does not.", misconception="M11")
    + _NUMBER_AND_TEXT
)
MISCONCEPTIONS = """
[[misconception]]
id = "M8"
name = "The date at the foot is the day itself"
instead = "Whose date?"
"""
NOTES = """# Notes

## The vote

*Who stood there?*
(a) the keeper (b) the clerk. Say it in one word.

Expected first vote: half and half.

- **Most choose (a).** Ask why.
- **Most choose (b).** Ask who wrote it.

## Likely wrong turns

- *He wrote it, so he saw it.* (M8) Send them to the log.
"""
# Who, grid (first and second row), count, how sure.
ANSWERS: dict[str, tuple[str, str, str, str, int | None]] = {
    "Ada Lantern": ("a", "says", "silent", "7", 100),
    "Bob Wick": ("a", "says", "says", "7", 80),
    "Cy Storm": ("b", "silent", "silent", "8", 90),
    "Dee Fog": ("b", "silent", "says", "", 60),
    "Eve Bell": ("a", "says", "", "9", 50),
    "Fay Chart": ("", "says", "silent", "7", None),
}
# The passage "Ships waited for the day. “apart from one”, none was harmed." as each of them marked it.
MARKS = {
    "Ada Lantern": ("apart from one", "ENCLOSURE"),
    "Bob Wick": ("apart from one”, none", "ENCLOSURE"),
    "Cy Storm": ("apart", "ARCHIVE-REF"),
    "Dee Fog": ("Ships", "ENCLOSURE"),
    "Eve Bell": ("apart from one", "ARCHIVE-REF"),
}


def lay_out(course: Path) -> None:
    """Put exercise, notes and the list of misconceptions into the small course."""
    folder = course / "solutions" / "01-six"
    folder.mkdir(parents=True)
    (folder / "exercise.toml").write_text(EXERCISE, encoding="utf-8")
    (course / "lessons" / "misconceptions.toml").write_text(MISCONCEPTIONS, encoding="utf-8")
    (course / "lessons" / "teaching" / "01-six.md").write_text(NOTES, encoding="utf-8")


def answers(given: tuple[str, str, str, str, int | None]) -> dict[str, Any]:
    who, first, second, count, sure = given
    grid = {row: {"v": value} for row, value in (("r1", first), ("r2", second)) if value}
    return {"x01-who": {"choice": who, "confidence": sure}, "x01-grid": {"cells": grid}, "x01-count": {"text": count}}


def write(folder: Path, learner: str, exercise: str, version: int = 1, **more: Any) -> None:
    """Write a hand-in."""
    folder.mkdir(parents=True, exist_ok=True)
    head = {"format": FORMAT, "exercise": exercise, "version": version, "learner": learner}
    data = head | {"made": "2026-01-31T12:00:00Z", "answers": {}} | more
    (folder / f"{exercise}-{len(list(folder.iterdir()))}.json").write_text(json.dumps(data), encoding="utf-8")


def mark(course: Course, number: int, words: str, tag: str, **more: Any) -> dict[str, Any]:
    """Return a mark of some words of BOX p2, as a hand-in has it."""
    guide = course.library.source("BOX").guide
    start = guide.paragraph("p2").text.index(words)
    span = make_span(guide, "p2", start, start + len(words)).to_json()
    head = {"id": f"{number:032x}", "source": "BOX", "task": "00-marks", "tag": tag, "comment": ""}
    return head | {"spans": [span | more.pop("span", {})]} | more


def hand_in(course: Path, folder: Path, *, marks: bool = True) -> None:
    """Have the six hand in the exercise, and five of them the lesson."""
    here = Course(course)
    for learner, given in ANSWERS.items():
        write(folder, learner, "01-six", answers=answers(given))
    version = here.assignments["L00"].version
    for number, (learner, (words, tag)) in enumerate(MARKS.items() if marks else ()):
        write(folder, learner, "L00", version, marks={"00-marks": [mark(here, number, words, tag)]})


def reported(course: Path, *paths: Path, levels: list[Path] | None = None) -> Report:
    """Return the report on what lies somewhere."""
    here = Course(course)
    keys = Keys(here)
    return report(gather(list(paths), keys, levels), here, keys)
