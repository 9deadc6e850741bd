"""The passages a question rests on, and pointing at words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.frontend.cards import press, select, sent, show

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_the_passage_opens_here_when_no_reader_shows_it(page: Page) -> None:
    card = show(page, "single")
    card.get_by_label("A contradiction").check()
    press(card)
    link = card.get_by_role("button", name="Show me the passage")
    link.click()
    expect(card.locator(".ck-inline-passage")).to_contain_text("to be sent back to the homeland")
    expect(link).to_have_attribute("aria-expanded", "true")
    link.click()
    expect(card.locator(".ck-inline-passage")).to_be_hidden()


def test_a_reader_that_shows_the_passage_is_left_to_do_it(page: Page) -> None:
    page.evaluate(
        "window.addEventListener('coursekit:show', event => { window.shown = event.detail; event.preventDefault(); })"
    )
    card = show(page, "single")
    card.get_by_role("button", name="Show LET p12").click()
    assert page.evaluate("shown") == {"source": "LET", "paragraph": "p12", "quote": ""}
    expect(card.locator(".ck-inline-passage")).to_have_count(0)


def test_what_a_question_rests_on_is_fetched_before_any_answer(page: Page) -> None:
    card = show(page, "single")
    card.get_by_role("button", name="Show LET p12").click()
    expect(card.locator(".ck-inline-passage")).to_contain_text("their own wish")


def test_a_passage_that_does_not_come_is_said(page: Page) -> None:
    card = show(page, "single", kernel={"alive": False})
    card.get_by_role("button", name="Show LET p12").click()
    expect(card.locator(".ck-inline:visible")).to_contain_text("cannot be shown now", timeout=6000)


@pytest.mark.parametrize("kind", ["evidence", "prediction", "warmup"])
def test_where_the_passage_is_the_answer_it_is_not_named(page: Page, kind: str) -> None:
    card = show(page, kind)
    expect(card.locator(".ck-rests-on")).to_be_hidden()


def test_a_warm_up_names_its_passages_once_it_is_checked(page: Page) -> None:
    card = show(page, "warmup")
    card.get_by_role("radio", name="many").check()
    press(card)
    expect(card.locator(".ck-rests-on")).to_be_visible()


def test_words_are_pointed_at_and_taken_back(page: Page) -> None:
    card = show(page, "evidence")
    select(card, "their own wish", paragraph=1)
    button = card.get_by_role("button", name="Point at these words")
    expect(button).to_have_attribute("aria-disabled", "false")
    button.click()
    expect(card.locator(".ck-pointed")).to_contain_text("p12")
    press(card)
    span = sent(page, "evidence")[-1]["answer"]["spans"][0]
    assert (span["source"], span["paragraph"], span["quote"]) == ("LET", "p12", "their own wish")
    assert (span["prefix"][-14:], span["suffix"]) == ("accordance with "[-14:], "”.")
    expect(card.locator(".ck-feedback")).to_contain_text("Right.")
    card.get_by_role("button", name=re.compile("Take back")).click()
    expect(card.locator(".ck-feedback")).to_be_hidden()
    expect(card.locator(".ck-pointed li")).to_have_count(0)


def test_the_passage_of_an_evidence_question_is_shown_in_its_own_text(page: Page) -> None:
    page.evaluate("window.addEventListener('coursekit:show', () => { window.asked = true; })")
    card = show(page, "evidence")
    card.get_by_label("Nowhere").check()
    press(card)
    card.get_by_role("button", name="Show me the passage").click()
    expect(card.locator(".ck-words").nth(1)).to_be_focused()
    assert page.evaluate("window.asked") is None


@pytest.mark.parametrize("before", ["nothing", "a blank answer"])
def test_words_that_are_selected_when_one_checks_are_pointed_at(page: Page, before: str) -> None:
    card = show(page, "evidence")
    if before == "a blank answer":
        press(card)
        expect(card.locator(".ck-feedback")).to_contain_text("Not answered yet")
    select(card, "their own wish", paragraph=1)
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Right.")
    assert sent(page, "evidence")[-1]["answer"]["spans"][0]["quote"] == "their own wish"
    expect(card.locator(".ck-pointed li")).to_have_count(1)
