"""A warm-up, as a cell lays it out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.journal import Journal
from coursekit.lesson import warm_up, warming

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page


class Clock(datetime):
    """A clock that stands three days later."""

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + timedelta(days=3)


@pytest.fixture
def answered(work: Path) -> None:
    of = {"question": "00-place", "version": 1}
    Journal(work / "journal.jsonl").append("mark-shown", **of, state="wrong", points=0)


@pytest.fixture(autouse=True)
def days_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "datetime", Clock)


def test_with_nothing_due_a_lesson_has_its_own_questions_alone(page: Page) -> None:
    warm_up("01")
    assert page.outputs == []


def test_what_is_due_comes_first_as_a_card_that_does_not_count(page: Page, answered: None) -> None:
    warm_up("01")
    assert page.outputs[0].words.startswith("1 question from an earlier lesson is due again and comes first.")
    card = page.widget()
    assert (card.view["id"], card.view["purpose"], card.saved) == ("00-place", "review", {})


def test_a_lesson_s_own_questions_do_not_come_twice(page: Page, answered: None) -> None:
    warm_up("00")
    assert page.outputs == []


def test_without_the_package_a_lesson_is_as_it_was(page: Page, answered: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from coursekit.study.review import threads

    threads._scheduler.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "fsrs", None)
    warm_up("01")
    assert page.outputs == []
    threads._scheduler.cache_clear()
