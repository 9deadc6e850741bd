"""The end of a sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.lesson import annotate, ask, pause, predict
from coursekit.lesson.pausing import LONGEST_NAME, name
from tests.lesson.marks import mark
from tests.sittings import cut

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page


@pytest.fixture(autouse=True)
def lesson(page: Page, course: Path) -> Path:
    return cut(course)


def answer(page: Page, question: str, given: dict[str, Any]) -> None:
    (predict if question == "00-expect" else ask)(question)
    page.tell(page.widget(), n=1, op="answer", answer=given, check=True)


def test_before_anything_is_done_it_is_always_the_same(page: Page, restart: Any) -> None:
    pause("00", 1)
    box = page.last
    assert box.words.splitlines() == [
        "Sitting 1 of 2: The lamp",
        "2 questions in this sitting. What is right, and what to look at again, will stand here.",
    ]
    restart()
    pause("00", 1)
    assert page.last.html == box.html
    pause("00", 2)
    assert "1 question and 1 annotation task in this sitting." in page.last.words


def test_it_follows_what_is_answered_and_names_what_to_look_at_again(page: Page) -> None:
    pause("00", 1)
    box = page.last
    answer(page, "00-place", {"choice": "b"})
    assert box.words.splitlines() == [
        "Sitting 1 of 2: The lamp",
        "1 of 1 question answered; 0 of 1 right; 0 of 1 points.",
        "To look at again:",
        "Whose is the year 1951? Go there",
        "Not answered yet:",
        "What will a harbour master write to a mayor? Go there",
    ]
    assert 'data-ck-go="00-place" hidden' in box.html
    answer(page, "00-place", {"choice": "a"})
    answer(page, "00-expect", {"text": "A complaint."})
    assert box.words.splitlines()[1:] == ["1 of 1 question answered; 1 of 1 right; 1 of 1 points."]


def test_a_warm_up_is_answered_and_no_more(page: Page, course: Path) -> None:
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    text = quiz.read_text(encoding="utf-8")
    quiz.write_text(text.replace('id = "00-place"', 'id = "00-place"\npurpose = "warm-up"'), encoding="utf-8")
    pause("00", 1)
    box = page.last
    for choice in ("b", "a"):
        answer(page, "00-place", {"choice": choice})
        said = ["1 of 2 questions answered; nothing here is counted.", "Not answered yet:"]
        assert box.words.splitlines()[1:3] == said


def test_a_task_is_named_until_it_is_finished(page: Page) -> None:
    pause("00", 2)
    box = page.last
    annotate("00-marks")
    widget = page.widget()
    page.tell(widget, n=1, op="add", annotation=mark("own note", "p3"))
    answer(page, "00-where", {"spans": [], "nowhere": True})
    assert "Marks in the letter: 1 so far" in box.words
    assert 'data-ck-go="00-marks"' in box.html
    page.tell(widget, n=2, op="commit")
    assert "Not finished" not in box.words


def test_a_sitting_for_marking_alone_counts_its_tasks(page: Page, lesson: Path) -> None:
    lesson.write_text(lesson.read_text("utf-8").replace('ask("00-where")', ""), encoding="utf-8")
    annotate("00-marks")
    widget = page.widget()
    page.tell(widget, n=1, op="add", annotation=mark("own note", "p3"))
    pause("00", 2)
    box = page.last
    assert box.words.splitlines()[1] == "0 of 1 annotation task finished."
    page.tell(widget, n=2, op="commit")
    assert box.words.splitlines()[1:] == ["1 of 1 annotation task finished."]


@pytest.mark.parametrize(
    ("lesson_", "sitting", "said"),
    [
        ("00", 3, "pause: lesson 00 has no sitting 3"),
        ("07", 1, "pause: 07: no such lesson"),
        ("00", "<b>", "pause: lesson 00 has no sitting <b>"),
    ],
)
def test_a_sitting_that_is_not_there_is_one_line(page: Page, lesson_: str, sitting: Any, said: str) -> None:
    pause(lesson_, sitting)
    assert page.last.words == f"This cannot be shown. {said}"


def test_a_lesson_that_is_not_cut_has_no_sitting(page: Page, course: Path, lesson: Path) -> None:
    lesson.write_text("# The lamp\n", encoding="utf-8")
    pause("00", 1)
    assert "lesson 00 has no sitting 1" in page.last.words


def test_a_question_that_is_gone_is_passed_over(page: Page, lesson: Path) -> None:
    lesson.write_text(lesson.read_text("utf-8").replace('ask("00-place")', 'ask("00-gone")'), encoding="utf-8")
    pause("00", 1)
    assert "1 question in this sitting." in page.last.words


def test_a_question_is_named_by_what_it_asks(page: Page) -> None:
    from dataclasses import replace

    from coursekit.course import course as here

    question = here().question("00-place")
    assert name(replace(question, prompt="A lamp.\n\nWho lit it?\n\nChoose one.")) == "Who lit it?"
    assert name(replace(question, prompt="A lamp.\n\nChoose one.")) == "Choose one."
    long = name(replace(question, prompt="word " * 60))
    assert long.endswith("word …")
    assert len(long) <= LONGEST_NAME + 2
