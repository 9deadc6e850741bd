"""What one took for what: shown when the key can no longer be had from it by trying."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.lesson import answer, ask, confusion
from tests.exercise import lay_out_exercise

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page

AGREED = "You and the key agree on 1 of 2. That is a kappa of 0.00"


@pytest.fixture(autouse=True)
def exercise(course: Path) -> Path:
    return lay_out_exercise(course)


def check(log: str, report: str = "", **oil: float) -> None:
    answer("x00-grid", {"log": {"lamp": log, **oil}, "report": {"lamp": report, **oil}})


def try_the_rest() -> None:
    answer("x00-day", "4 November 1871")
    answer("x00-why", "I believe the keeper.")


def test_it_waits_for_every_row(page: Page) -> None:
    confusion("x00-grid", "lamp")
    box = page.last
    assert "2 of 2 cells are still open" in box.words
    check("silent")
    assert "1 of 2 cells are still open" in box.words
    assert "agree" not in box.words


def test_a_wrong_entry_waits_until_every_part_was_tried(page: Page) -> None:
    confusion("x00-grid", "lamp")
    box = page.last
    check("silent", "silent", oil=0)
    assert "2 of 3 parts are not" in box.words
    assert "The key has" not in box.words
    try_the_rest()
    assert AGREED in box.words


def test_whoever_has_the_column_right_need_not_wait(page: Page) -> None:
    confusion("x00-grid", "lamp")
    box = page.last
    check("silent", "silent")
    check("says", "silent")
    assert AGREED in box.words  # as it was at first


def test_the_first_whole_check_is_what_is_shown_and_not_what_came_of_it(page: Page) -> None:
    check("silent")
    check("silent", "silent", oil=0)
    check("says", "says", oil=0)
    try_the_rest()
    confusion("x00-grid", "lamp")
    assert "In your first check with no entry open." in page.last.words
    assert AGREED in page.last.words


def test_what_is_written_and_not_checked_says_nothing_of_the_key(page: Page) -> None:
    try_the_rest()
    ask("x00-grid")
    page.tell(
        page.widget(), op="answer", n=1, answer={"cells": {"log": {"lamp": "silent"}, "report": {"lamp": "silent"}}}
    )
    confusion("x00-grid", "lamp")
    assert "2 of 2 cells are still open" in page.last.words


def test_a_column_without_a_list_is_refused(page: Page) -> None:
    confusion("x00-grid", "oil")
    assert "no column “oil” with a list" in page.last.words
