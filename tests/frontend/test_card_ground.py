"""The ground beside an answer: the words that decide are pointed at, and both are marked together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.waiting import settled
from tests.frontend.cards import press, select, sent, show

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def text(card: Locator) -> Locator:
    return card.get_by_role("group", name="Text of the letter")


def test_the_text_opens_with_the_answer(page: Page) -> None:
    card = show(page, "ground")
    expect(card.get_by_role("group", name="The words that decide")).to_be_visible()
    expect(card.get_by_text("Then point at the words that decide, in the letter.")).to_be_visible()
    expect(text(card)).to_be_hidden()
    waits = card.get_by_role("button", name="Point in the letter")
    expect(waits).to_be_disabled()
    expect(card.get_by_text("once you have answered above")).to_be_visible()
    card.get_by_label("no, it speaks of many").check()
    expect(text(card)).to_be_visible()
    expect(waits).to_be_hidden()


def test_answer_and_ground_are_sent_and_marked_together(page: Page) -> None:
    card = show(page, "ground")
    card.get_by_label("no, it speaks of many").check()
    select(card, "Many of the specialists")
    card.get_by_role("button", name="Point at these words").click()
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Right: 3 of 3 points.")
    given = sent(page, "ground")[-1]["answer"]
    assert (given["choice"], given["ground"]["spans"][0]["quote"]) == ("n", "Many of the specialists")
    expect(card.locator(".ck-ground .ck-slot")).to_contain_text("“Many” is said of those who asked.")


def test_selected_words_are_taken_when_one_checks(page: Page) -> None:
    card = show(page, "ground")
    card.get_by_label("no, it speaks of many").check()
    select(card, "their own wish", paragraph=1)
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Partly right: 1 of 3 points.")
    expect(card.locator(".ck-ground .ck-slot")).to_contain_text("Not this. That is the decision")
    expect(card.get_by_text("“Many” is said of those who asked.")).to_be_hidden()
    card.get_by_role("button", name="Show what was right").click()
    expect(card.get_by_text("“Many” is said of those who asked.")).to_be_visible()


def test_an_answer_without_a_ground_is_asked_for_it_once_and_then_marked(page: Page) -> None:
    card = show(page, "ground")
    card.get_by_label("no, it speaks of many").check()
    press(card)
    expect(card.locator(".ck-status")).to_contain_text("Now point at the words that decide")
    expect(page.locator(".ck-live")).to_contain_text("Now point at the words that decide")
    assert not any(message["check"] for message in sent(page, "ground"))
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Partly right")
    expect(card.locator(".ck-ground .ck-slot")).to_contain_text("You have not pointed")
    assert sent(page, "ground")[-1]["answer"] == {"choice": "n"}


def test_what_is_asked_stays_when_the_answer_is_saved_a_moment_later(page: Page) -> None:
    card = show(page, "ground")
    page.evaluate("cards.ground.model.kernel.alive = false")  # nothing comes back by itself
    card.get_by_label("no, it speaks of many").check()
    page.evaluate("cards.ground.model.answer({ op: 'text' })")
    press(card)
    page.wait_for_function("cards.ground.model.sent.at(-1)?.op === 'answer'")
    page.evaluate("cards.ground.model.answer(cards.ground.model.sent.at(-1))")
    status = card.locator(".ck-status")
    expect(status).to_contain_text("Now point at the words that decide")
    page.evaluate("cards.ground.model.kernel.alive = true")
    select(card, "Many of the specialists")
    card.get_by_role("button", name="Point at these words").click()
    expect(status).to_contain_text("saved")


def test_whoever_points_at_nothing_reads_why_nothing_happens(page: Page) -> None:
    card = show(page, "ground")
    card.get_by_label("no, it speaks of many").check()
    settled(page)  # the text to point into has come, and nothing moves away from under the press
    card.get_by_role("button", name="Point at these words").click(force=True)
    said = card.get_by_text("Select the words first.")
    expect(said).to_be_visible()
    select(card, "Many of the specialists")
    card.get_by_role("button", name="Point at these words").click()
    expect(said).to_be_hidden()


def test_it_is_done_by_keyboard_alone(page: Page) -> None:
    card = show(page, "ground")
    card.get_by_label("no, it speaks of many").focus()
    page.keyboard.press("Space")
    text(card).locator(".ck-words").first.focus()
    for _ in range(2):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(card.locator(".ck-pointed li")).to_have_count(1)
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Right")


def test_it_is_there_again(page: Page) -> None:
    card = show(
        page, "ground", saved={"answer": {"choice": "n", "ground": {"nowhere": True}}, "mark": None, "at": "13"}
    )
    expect(text(card)).to_be_visible()
    expect(card.get_by_label("Nowhere")).to_be_checked()


def test_a_passage_of_its_text_is_shown_there(page: Page) -> None:
    card = show(page, "ground")
    card.get_by_label("no, it speaks of many").check()
    select(card, "Many")
    press(card)
    card.locator(".ck-ground").get_by_role("button", name="Show me the passage").click()
    expect(text(card).locator(".ck-words").first).to_be_focused()
