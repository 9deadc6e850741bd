"""Home, as a cell shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.lesson import home
from tests.sittings import cut
from tests.study.journals import answered, marked, said, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page


@pytest.fixture(autouse=True)
def lesson(page: Page, course: Path) -> Path:
    return cut(course)


def test_before_anything_is_done_it_is_always_the_same(page: Page, restart: Any) -> None:
    home()
    first = page.last
    assert first.words.splitlines()[:2] == [
        "0 of 1 lessons and exercises done. About 10 min to go.",
        "Begin with Lesson 00, sitting 1: The lamp",
    ]
    restart()
    home()
    assert page.last.html == first.html


def test_it_shows_the_way_what_waits_and_one_link_that_goes_on(page: Page, work: Path) -> None:
    write(work / "journal.jsonl", [*answered(1, "00-place"), marked(3, "00-marks", "m")])
    home()
    assert page.last.words.splitlines() == [
        "0 of 1 lessons and exercises done, 1 begun. 2 min worked, about 5 min to go.",
        "Go on with Lesson 00, sitting 2: The rest",
        "This waits for you",
        "Lesson 00: 1 mark made, and not finished.",
        "Lesson 00: The lamp begun",
        "At its end you can tell a letter from its copy.",
        "1 of 4 done · 2 min so far · expected about 10 min",
        "Time counts from one thing you do to the next. A gap of more than 20 minutes is a pause and does not count.",
    ]
    assert page.last.html.count('href="00-lamp.ipynb"') == 3


def test_it_says_how_sure_one_was_once_there_is_enough_to_say(page: Page, work: Path) -> None:
    events = [each for n in range(10) for each in said(f"00-q{n}", 80, "right" if n < 6 else "wrong")]
    write(work / "journal.jsonl", events[:8])
    home()
    assert "you were right" not in page.last.words
    write(work / "journal.jsonl", events)
    home()
    assert "When you said 80 to 89 %, you were right 6 times in 10." in page.last.words


def test_a_title_is_words_and_never_markup(page: Page, course: Path) -> None:
    text = course / "lessons" / "00-lamp.md"
    text.write_text(text.read_text(encoding="utf-8").replace("The lamp", "The <b>lamp"), encoding="utf-8")
    home()
    assert "The &lt;b&gt;lamp" in page.last.html
