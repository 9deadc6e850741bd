"""A question that was changed after it had been answered, as its card shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from coursekit.course import course as the_course
from coursekit.journal import Journal, answers
from coursekit.questions import view
from coursekit.sessions.saved import saved
from coursekit.sessions.store import store_of
from tests.frontend.browsing import open_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

QUESTION = "00-place"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    found = open_page(browser)
    yield found
    assert found.errors == []  # type: ignore[attr-defined]
    found.context.close()


def test_an_answer_to_an_older_question_stays_and_says_which(
    page: Page, course: Path, work: Path, restart: Any
) -> None:
    journal = Journal(work / "journal.jsonl")
    journal.append("answer", question=QUESTION, version=1, answer={"choice": "a"}, checked=True)
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    was, now = 'prompt = "Whose is the year 1951?"', 'version = 2\nprompt = "Whose year is 1951, then?"'
    changed = quiz.read_text(encoding="utf-8").replace(was, now)
    assert now in changed
    quiz.write_text(changed, encoding="utf-8")
    restart()

    here = the_course()
    question = here.question(QUESTION)
    page.evaluate(
        "([view, saved]) => showAny(view, null, saved)", [view(question), saved(store_of(here), question).to_json()]
    )
    card = page.locator(".ck-question")
    expect(card.locator(".ck-prompt")).to_contain_text("Whose year is 1951, then?")
    expect(card.locator("input[value='a']")).to_be_checked()
    expect(card.locator(".ck-feedback")).to_contain_text(
        "This question has changed since you answered it today. Your answer is shown as you gave it; look at it again"
    )
    expect(card).not_to_contain_text("Yes, the copy was made then")
    expect(card.get_by_role("button", name="Check")).to_be_visible()

    kept = answers(Journal(journal.path).read().events)[QUESTION]
    assert (kept.version, kept.answer) == (1, {"choice": "a"}), "the file says which question was answered"
