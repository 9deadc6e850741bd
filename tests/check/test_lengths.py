"""What is too long is told, with its measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.annotation.keys import load_key
from coursekit.check.lengths import MARKS, PROMPT, tasks_too_long, too_long
from coursekit.questions.loading import load_quiz

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """[[question]]
id = "00-why"
kind = "text"
prompt = "{prompt}"
words = [10, {most}]
{rows}"""
ROW = """[[question.row]]
id = "r{n}"
name = "Says what"
levels = ["no", "hardly", "nearly", "yes"]
"""
KEY = """id = "00-marks"
source = "LOG"
sets = ["TS-X"]
prompt = "Mark it."
"""
SPAN = """[[span]]
id = "k{n}"
paragraph = "p1"
quote = "word {n}"
tag = "KEEPER"
reason = "It says so."
"""


def told(tmp_path: Path, prompt: int = 9, most: int = 80, rows: int = 3) -> list[str]:
    path = tmp_path / "00-lamp.toml"
    filled = TEXT.format(
        prompt=" ".join(["why"] * prompt), most=most, rows="".join(ROW.format(n=n) for n in range(rows))
    )
    path.write_text(filled, encoding="utf-8")
    return list(too_long(load_quiz(path)[0]))


def test_a_prompt_may_have_so_many_words_and_no_more(tmp_path: Path) -> None:
    assert told(tmp_path, prompt=PROMPT) == []
    assert told(tmp_path, prompt=PROMPT + 1) == [f"the prompt has {PROMPT + 1} words; at most {PROMPT}"]


def test_a_rubric_after_a_short_text_is_short(tmp_path: Path) -> None:
    assert told(tmp_path, rows=4, most=300) == []
    assert told(tmp_path, rows=4) == ["4 rows to set after at most 80 words; at most 3"]


@pytest.mark.parametrize(("marks", "optional", "faults"), [(MARKS, 0, 0), (MARKS, 2, 0), (MARKS + 1, 0, 1)])
def test_a_task_of_too_many_marks_is_told(tmp_path: Path, marks: int, optional: int, faults: int) -> None:
    path = tmp_path / "00-marks.toml"
    spans = [SPAN.format(n=n) for n in range(marks)]
    spans += [SPAN.format(n=marks + n) + "optional = true\n" for n in range(optional)]
    path.write_text(KEY + "".join(spans), encoding="utf-8")
    found = list(tasks_too_long([load_key(path, path.name)]))
    assert len(found) == faults
    assert all(f"{marks} marks in one task" in each.message for each in found)
