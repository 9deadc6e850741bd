"""The card of a question, in a browser, with a stand-in kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import settled, try_again
from tests.frontend.cards import GIVEN, KINDS, answer, press, sent, show

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_saves_its_draft_and_is_checked(page: Page, kind: str) -> None:
    card = show(page, kind)
    answer(card, kind)
    settled(page)  # an answer in two steps may have been saved after the first
    expect(card.locator(".ck-status")).to_have_text("saved 14:02")
    assert sent(page, kind)[-1]["answer"] == GIVEN[kind]
    assert sent(page, kind)[-1]["check"] is False
    press(card)
    expect(card.locator(".ck-feedback")).to_be_visible()
    assert (sent(page, kind)[-1]["answer"], sent(page, kind)[-1]["check"]) == (GIVEN[kind], True)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_there_again(page: Page, kind: str) -> None:
    card = show(page, kind, saved={"answer": GIVEN[kind], "mark": None, "at": "13:00"})
    expect(card.locator(".ck-status")).to_have_text("saved 13:00")
    press(card)
    expect(card.locator(".ck-feedback")).to_be_visible()
    assert sent(page, kind)[-1]["answer"] == GIVEN[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_blank_is_never_wrong(page: Page, kind: str) -> None:
    card = show(page, kind)
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Not answered yet")
    assert sent(page, kind)[-1]["answer"] == {}


def test_a_wrong_choice_gets_its_reason_and_may_be_tried_again(page: Page) -> None:
    card = show(page, "single")
    card.get_by_label("A contradiction").check()
    press(card)
    feedback = card.locator(".ck-feedback")
    expect(feedback).to_contain_text("Not quite. “Many asked”")
    expect(feedback.get_by_text("not the people who are recalled")).to_be_hidden()
    feedback.get_by_role("button", name="Show what was right").click()
    expect(feedback.get_by_text("not the people who are recalled")).to_be_visible()
    expect(card.get_by_role("button", name="Try again")).to_be_visible()
    try_again(card)
    expect(feedback).to_be_hidden()
    expect(card.get_by_label("A contradiction")).to_be_checked()
    expect(card.get_by_role("button", name="Check")).to_be_focused()


def test_an_impatient_second_click_does_not_throw_the_reason_away(page: Page) -> None:
    card = show(page, "single")
    card.get_by_label("A contradiction").check()
    card.locator(".ck-foot .ck-button").dblclick()
    expect(card.locator(".ck-feedback")).to_be_visible()
    settled(page)
    expect(card.locator(".ck-feedback")).to_be_visible()


def test_confidence_counts_only_once_touched(page: Page) -> None:
    card = show(page, "single")
    card.get_by_label("A shift").check()
    expect(card.locator(".ck-status")).to_have_text("saved 14:02")
    assert "confidence" not in sent(page, "single")[-1]["answer"]
    expect(card.get_by_label("How sure are you?")).to_have_attribute("aria-valuetext", "not said")
    card.get_by_label("How sure are you?").press("Home")
    expect(card.get_by_text("50 %")).to_be_visible()
    press(card)
    assert sent(page, "single")[-1]["answer"] == {"choice": "c", "confidence": 50}
    expect(card.get_by_label("How sure were you?")).to_be_visible()


def test_a_text_is_written_then_judged_then_compared(page: Page) -> None:
    card = show(page, "text")
    expect(card.get_by_text("Evidence", exact=True)).to_be_hidden()
    card.get_by_role("textbox").fill("It wants agreement, and it’s polite.")
    expect(card.get_by_text("6 words · asked for: 40 to 120 words")).to_be_visible()
    card.get_by_role("button", name="I have written it").click()
    expect(card.get_by_text("Evidence", exact=True)).to_be_visible()
    card.get_by_role("button", name="Show the sample answers").click()
    expect(card.locator(".ck-status")).to_have_text("Set a level first: Claim, Evidence.")
    card.get_by_label("a claim that could be wrong").check()
    card.get_by_label("a passage is named").check()
    expect(card.get_by_text("A strong answer")).to_have_count(0)
    card.get_by_role("button", name="Show the sample answers").click()
    expect(card.get_by_text("A strong answer")).to_be_visible()
    assert sent(page, "text")[-1]["answer"]["levels"] == {"claim": 2, "proof": 1}
    card.get_by_role("textbox").press_sequentially(" More.")
    expect(card.get_by_text("A strong answer")).to_be_visible()


def test_a_prediction_is_kept_and_not_judged(page: Page) -> None:
    card = show(page, "prediction")
    card.get_by_role("textbox").fill("It will blame.")
    card.get_by_role("button", name="Keep my prediction").click()
    expect(card.locator(".ck-feedback")).to_have_text("Kept. At the end of the lesson it stands beside the text.")


def test_the_button_says_whether_what_stands_there_is_kept(page: Page) -> None:
    card = show(page, "prediction")
    field, button = card.get_by_role("textbox"), card.locator(".ck-foot .ck-button")
    field.fill("It will blame.")
    button.click()
    expect(button).to_have_text("Kept")
    button.click(force=True)
    assert [message["check"] for message in sent(page, "prediction")].count(True) == 1
    field.press_sequentially(" Or not.")
    expect(button).to_have_text("Keep the change")
    button.click()
    expect(button).to_have_text("Kept")
    assert sent(page, "prediction")[-1]["answer"] == {"text": "It will blame. Or not."}


def test_a_dead_kernel_loses_nothing(page: Page) -> None:
    card = show(page, "text", kernel={"alive": False})
    card.get_by_role("textbox").fill("Half a thought")
    expect(card.locator(".ck-status")).to_contain_text("Not saved yet")
    expect(page.locator(".ck-live")).to_contain_text("Not saved yet")
    page.evaluate("cards.text.stop()")
    again = show(page, "text", saved={"answer": {"text": "Half"}, "mark": None, "at": "13:00"})
    expect(again.get_by_role("textbox")).to_have_value("Half a thought")
    expect(again.locator(".ck-status")).to_have_text("saved 14:02")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('coursekit')).length") == 0


def test_leaving_the_page_keeps_what_was_just_typed(page: Page) -> None:
    card = show(page, "text", kernel={"alive": False})
    card.get_by_role("textbox").press_sequentially("Gone")
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert "Gone" in page.evaluate("localStorage.getItem('coursekit:outbox:test:question:02-say')")


def test_a_refusal_is_told_in_its_words(page: Page) -> None:
    card = show(page, "number", kernel={"refuse": "the disk is full; free some space"})
    card.get_by_role("textbox").fill("3")
    expect(card.locator(".ck-status")).to_have_text("Not saved: the disk is full; free some space")
