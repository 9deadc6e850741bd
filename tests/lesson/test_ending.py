"""The end of a course, as a cell shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.lesson import end
from coursekit.lesson.ending import NOTHING
from coursekit.study.calibration import halves
from coursekit.study.judged import then_and_now
from coursekit.study.verdicts import first_verdicts
from tests.sittings import cut
from tests.study.journals import answered, at, said, write

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.journal import Event
    from tests.lesson.conftest import Page

TEXT = """
[[question]]
id = "00-holds"
kind = "text"
purpose = "reflection"
prompt = "What do you hold?"
words = [1, 90]
"""


@pytest.fixture(autouse=True)
def lesson(page: Page, course: Path) -> None:
    text = cut(course)
    text.write_text(text.read_text(encoding="utf-8").replace('ask("00-where")', 'ask("00-holds")'), encoding="utf-8")
    quiz = next((course / "lessons" / "quizzes").glob("*.toml"))
    quiz.write_text(quiz.read_text(encoding="utf-8") + TEXT, encoding="utf-8")


def mark(minute: float, name: str, tag: str, comment: str = "") -> Event:
    span = {"source": "BOX", "paragraph": "p3", "quote": "word " * 30}
    return at(
        minute, "annotate", annotation={"id": name, "task": "00-marks", "tag": tag, "comment": comment, "spans": [span]}
    )


def test_before_anything_is_written_it_is_always_the_same(page: Page, restart: Any) -> None:
    end()
    assert page.last.words == NOTHING
    first = page.last.html
    restart()
    end()
    assert page.last.html == first


def test_what_was_expected_stands_beside_what_is_held_and_nobody_is_praised(page: Page, work: Path) -> None:
    events = [
        *answered(1, "00-expect", "human", text="A lamp <b>went out</b>."),
        *(mark(2 + n, f"m{n}", "SAID", "who says so?") for n in range(5)),
    ]
    write(work / "journal.jsonl", events)
    end()
    lines = page.last.words.splitlines()
    assert lines[0].startswith("What you expected · Lesson 00, on 2 March 2026")
    assert lines[1] == "A lamp <b>went out</b>."
    assert lines[2] == "What you hold now will stand here when you have written it."
    assert lines[3] == "Your marks · Lesson 00: 5 marks, of which"
    assert len([line for line in lines if "who says so?" in line]) == 3
    assert "<b>" not in page.last.html
    write(work / "journal.jsonl", [*events, *answered(9, "00-holds", "human", text="It was put out.")])
    end()
    assert "What you hold now · Lesson 00" in page.last.words
    assert "It was put out." in page.last.words


def test_how_sure_one_was_then_and_now_is_told_with_its_chance() -> None:
    def of_two(_question: str) -> float:
        return 2.0

    few = [each for n in range(9) for each in said(f"q{n}", 80, "right")]
    assert halves(first_verdicts(few), of_two) is None
    then = [each for n in range(20) for each in said(f"q{n}", 90, "right" if n < 4 else "wrong")]
    now = [each for n in range(20, 40) for each in said(f"q{n}", 80, "right" if n < 38 else "wrong")]
    both = halves(first_verdicts([*then, *now]), of_two)
    assert both
    assert then_and_now(*both) == [
        "In the first half of your answers you were 90 % sure on average, and right 4 times in 20.",
        "In the second half you were 80 % sure on average, and right 18 times in 20.",
        "The true shares may be 8 % to 42 % and 70 % to 97 %, and chance alone does not explain that.",
    ]
    assert then_and_now(both[0], both[0])[2].endswith("so the two may differ by chance.")
