"""``course.py progress``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coursekit.cli import main
from tests.sittings import cut
from tests.study.journals import answered, at, marked, write

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_it_says_where_one_is_and_what_waits(course: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut(course)
    events = [at(0, "ran", lesson="00"), *answered(6, "00-expect", "human", text="Light."), marked(9, "00-marks", "m")]
    write(work / "journal.jsonl", events)
    assert main.main(["progress"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "0 of 1 lessons and exercises done, 1 begun. 9 min worked, about 5 min to go.",
        "Go on with Lesson 00, sitting 2: The rest",
        "  python3 course.py",
        "",
        "This waits for you:",
        "  Lesson 00: 1 mark made, and not finished.",
        "",
        "  begun  Lesson 00    The lamp  1 of 4 done · 9 min so far · expected about 10 min",
        "",
        "Time counts from one thing you do to the next. A gap of more than 20 minutes is a pause and does not count.",
    ]


def test_a_program_reads_the_same(course: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut(course)
    write(work / "journal.jsonl", answered(1, "00-place"))
    assert main.main(["progress", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["format"] == "coursekit-progress/1"
    assert told["next"] == {"notebook": "lessons/00-lamp.ipynb", "sitting": 2, "card": "00-where"}
    assert [(each["name"], each["state"], each["done"], each["of"]) for each in told["units"]] == [
        ("00-lamp", "begun", 1, 4)
    ]
    assert told["waits"] == []
