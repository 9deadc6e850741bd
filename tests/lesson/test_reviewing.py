"""What comes back, as a cell lays it out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import course as here
from coursekit.journal import Journal
from coursekit.lesson import home, overview, review, reviewing
from coursekit.sessions.store import store_of
from tests.sittings import cut

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page

DAYS = [0]


class Clock(datetime):
    """A clock that stands so many days later."""

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + timedelta(days=DAYS[0])


@pytest.fixture(autouse=True)
def days_later(monkeypatch: pytest.MonkeyPatch, course: Path) -> None:
    DAYS[0] = 3
    for module in (reviewing, overview):
        monkeypatch.setattr(module, "datetime", Clock)
    cut(course)
    (course / "lessons" / "review.md").write_text("# Review\n", encoding="utf-8")


@pytest.fixture
def answered(work: Path) -> Journal:
    """A journal in which the two questions of a lesson were answered."""
    journal = Journal(work / "journal.jsonl")
    for name, state in (("00-place", "wrong"), ("00-where", "right")):
        of = {"question": name, "version": 1}
        journal.append("answer", **of, answer={"choice": "b"} if name == "00-place" else {}, checked=True)
        journal.append("mark-shown", **of, state=state, points=0)
    return journal


def events(work: Path) -> list[tuple[str, Any]]:
    found = Journal(work / "journal.jsonl").read().events
    return [(event.event, event.data.get("question")) for event in found if event.event.startswith("review")]


def test_before_anything_was_answered_nothing_is_due(page: Page) -> None:
    review()
    assert page.last.words == "Nothing is due. What you answer in the lessons comes back here, some days later."
    assert len(page.outputs) == 1


def test_a_question_comes_back_blank_and_the_lesson_s_answer_stays(page: Page, work: Path, answered: Journal) -> None:
    review()
    assert page.outputs[0].words == "1 question is due, about 1 min."
    card = page.widget()
    assert card.view["id"] == "00-place"
    assert card.view["purpose"] == "review"
    assert card.saved == {}
    assert "comes back, not counted" in page.outputs[1].words
    draft = page.tell(card, n=1, op="answer", answer={"choice": "b"}, check=False)
    assert draft[-1]["op"] == "ack"
    told = page.tell(card, n=2, op="answer", answer={"choice": "a"}, check=True)
    assert told[-1]["mark"]["state"] == "right"
    assert "Right" in page.outputs[1].words
    assert events(work) == [("review-answer", "00-place")] * 2 + [("review-shown", "00-place")]
    state = store_of(here()).state
    assert state.answers["00-place"].answer == {"choice": "b"}
    assert state.tries["00-place"] == 1
    DAYS[0] = 0
    review()
    assert page.last.words.startswith("Nothing is due.")


def test_what_was_begun_and_left_is_there_again(page: Page, restart: Any, answered: Journal) -> None:
    review()
    page.tell(page.widget(), n=1, op="answer", answer={"choice": "b"}, check=False)
    restart()
    review()
    assert page.widget().saved["answer"] == {"choice": "b"}


def test_a_wrong_answer_notes_its_misconception(page: Page, work: Path, answered: Journal) -> None:
    review()
    page.tell(page.widget(), n=1, op="answer", answer={"choice": "b"}, check=True)
    last = Journal(work / "journal.jsonl").read().events[-1]
    assert last.event == "review-shown"
    assert last.data["misconceptions"] == ["M8"]


def test_home_says_what_is_due_and_leads_there(page: Page, course: Path, answered: Journal) -> None:
    home()
    assert "Review: 1 due, about 1 min" in page.last.words
    assert 'href="review.ipynb"' in page.last.html
    (course / "lessons" / "review.md").unlink()
    home()
    assert "Review:" not in page.last.words


def test_home_does_without_it_where_the_package_is_missing(
    page: Page, answered: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coursekit.study.review import threads

    threads._scheduler.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "fsrs", None)
    home()
    assert "Review:" not in page.last.words
    assert "Lesson 00" in page.last.words
    review()
    assert "the package fsrs is not installed; run: python3 course.py update" in page.last.words
    threads._scheduler.cache_clear()
