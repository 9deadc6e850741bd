"""The small course's lesson, cut into two sittings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BEGINS = "## Sitting 1: The lamp"
GOAL = "*About 10 minutes. Goal: to say who wrote.*"
_HEAD = "---\njupyter:\n  source_hidden: true\ntags: [hide-input]\n---\n"
_CODE = f"```{{code-cell}} ipython3\n{_HEAD}from coursekit.lesson import {{}}\n{{}}\n```"


def _cell(verb: str, arguments: str) -> str:
    return _CODE.replace("{}", verb, 1).replace("{}", f"{verb}({arguments})", 1)


def cut(course: Path) -> Path:
    """Cut the lesson, and return it."""
    lesson = course / "lessons" / "00-lamp.md"
    head = re.split("## Before you read|## Sitting 1", lesson.read_text(encoding="utf-8"))[0]
    parts = [
        f"{BEGINS}\n\n{GOAL}\n\nWords to read.",
        _cell("predict", '"00-expect"'),
        "**Afterwards.** You saw it coming.",
        "### The letter",
        _cell("read", '"BOX", after="00-expect"'),
        _cell("ask", '"00-place"'),
        "**What you have found.** A year.",
        _cell("pause", '"00", 1'),
        "## Sitting 2: The rest\n\n*Goal: to mark.*",
        _cell("ask", '"00-where"'),
        _cell("annotate", '"00-marks"'),
        "### To remember\n\nThe year on the copy is the copy's (BOX m1).",
        _cell("picture", '"chain", "BOX"'),
        _cell("picture", '"timeline", "00-dates"'),
        "**What you have found.** A mark.",
        _cell("pause", '"00", 2'),
    ]
    lesson.write_text(head + "\n\n+++\n\n".join(parts) + "\n", encoding="utf-8")
    return lesson


def spoilt(course: Path, old: str, new: str) -> Path:
    """Cut the lesson with one thing in it changed."""
    lesson = cut(course)
    text = lesson.read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    lesson.write_text(text.replace(old, new), encoding="utf-8")
    return lesson
