"""The words of a lesson's marks. They stand in an author's prose, so an author writes them in the prose's language.

Whatever reads a mark takes any of these languages; `MARKS` has each mark once for each. The layout of a lesson has the
same words (``frontend/src/layout/marks.js``), and the cases in ``tests/outline`` hold for both.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Marks(NamedTuple):
    """The marks of one language: what cuts a lesson, and what every lesson says in its own words between."""

    sitting: str
    goal: str
    minutes: str
    afterwards: str
    found: str
    questions: str
    aim: str
    remember: str
    announced: str
    run_lesson: str
    run_exercise: str


MARKS = {
    "en": Marks(
        "Sitting",
        "Goal",
        r"About\s+(\d{1,3})\s+minutes",
        "**Afterwards.**",
        "**What you have found.**",
        "**The questions of this lesson**",
        "**At the end you can**",
        "## To remember",
        r"Reading (\d+) minutes, tasks (\d+) minutes",
        "Run this lesson",
        "Run this exercise",
    ),
    "de": Marks(
        "Abschnitt",
        "Ziel",
        r"Etwa\s+(\d{1,3})\s+Minuten",
        "**Danach.**",
        "**Was du gefunden hast.**",
        "**Die Fragen dieser Lektion**",
        "**Am Ende kannst du**",
        "## Zum Behalten",
        r"Lesen (\d+) Minuten, Aufgaben (\d+) Minuten",
        "Diese Lektion starten",
        "Diese Übung starten",
    ),
}
_ALL = tuple(MARKS.values())
SITTING = re.compile(rf"##\s+(?:{'|'.join(each.sitting for each in _ALL)})\s+(\d{{1,3}}):\s+(\S.*)")
SITTING_TITLE = re.compile(rf"(?:{'|'.join(each.sitting for each in _ALL)})\s+(\d{{1,3}}):\s")  # as a heading is shown
LIKE_A_SITTING = re.compile(rf"#{{1,6}}\s+(?:{'|'.join(each.sitting for each in _ALL)})\b")
AIM = re.compile(rf"(?:{'|'.join(re.escape(each.aim) for each in _ALL)})\s+(\S.*)")
ANNOUNCED = tuple(re.compile(each.announced) for each in _ALL)
AFTERWARDS = tuple(each.afterwards for each in _ALL)
FOUND = tuple(each.found for each in _ALL)
_GOALS = tuple(re.compile(rf"\*(?:{each.minutes}\.\s+)?{each.goal}:\s+(.*\S)\*") for each in _ALL)


def goal_of(words: str) -> tuple[str, int | None]:
    """Return the goal, and the minutes where they are said, of ``*About 30 minutes. Goal: …*``; "" where it is none."""
    found = next((match for each in _GOALS if (match := each.fullmatch(words))), None)
    return (found[2], int(found[1]) if found[1] else None) if found else ("", None)
