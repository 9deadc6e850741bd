"""What the first lesson says of the whole course's hours, held against the lessons and exercises."""

from __future__ import annotations

import re
import tomllib

from tests.conftest import ROOT

READING = re.compile(r"^\*Reading (\d+) minutes, tasks (\d+) minutes", re.MULTILINE)
WHOLE = re.compile(r"lessons of about (\d+) hours in all, and \w+ exercises of about (\d+) hours")


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
