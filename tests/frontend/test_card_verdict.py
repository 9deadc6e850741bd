"""What a card shows once an answer is marked: each place by itself, "Right." once, and how sure one was for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.frontend.cards import press, select, sent, show

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PAINTED = """() => Object.fromEntries(["chosen", "right", "near", "wrong"].map((style) =>
  [style, [...(CSS.highlights.get(`ck-${style}`) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    startContainer.data.slice(startOffset, endOffset))]).filter(([, words]) => words.length))"""
RIGHT, OFF = "Many of the specialists", "their own wish"


def point(card: Locator, words: str, paragraph: int) -> None:
    select(card, words, paragraph)
    card.get_by_role("button", name="Point at these words").click()


@pytest.fixture
def both(page: Page) -> Locator:
    """A right answer on a right place and a wrong one, marked."""
    card = show(page, "ground")
    card.get_by_label("no, it speaks of many").check()
    point(card, OFF, 1)
    point(card, RIGHT, 0)
    press(card)
    expect(card.locator(".ck-feedback")).to_be_visible()
    return card


def test_each_place_is_painted_and_told_by_its_own_tone(page: Page, both: Locator) -> None:
    assert page.evaluate(PAINTED) == {"right": [RIGHT], "wrong": [OFF]}
    told = both.locator(".ck-pointed li")
    expect(told.filter(has_text=OFF)).to_contain_text("not this")
    expect(told.filter(has_text=RIGHT).locator(".ck-tone")).to_have_text("right")
    both.get_by_role("button", name=f"Take back: {OFF}").click()
    assert page.evaluate(PAINTED) == {"chosen": [RIGHT]}
    expect(both.locator(".ck-tone")).to_have_count(0)


def test_the_verdict_says_right_once(both: Locator) -> None:
    expect(both.locator(".ck-ground .ck-slot")).to_contain_text("“Many” is said of those who asked.")
    assert both.inner_text().count("Right") == 1


def sure(card: Locator) -> Locator:
    return card.locator("input[type=range]")


def test_how_sure_one_was_stands_from_the_first_verdict_on(page: Page) -> None:
    card = show(page, "single")
    card.get_by_label("A contradiction").check()
    expect(card.locator(".ck-sure-risk")).to_have_text("")
    sure(card).press("End")
    expect(card.locator(".ck-sure-risk")).to_have_text("Counts 0.00 if right, 1.00 if not; 0 is best")
    expect(card.locator(".ck-sure-value")).to_have_text("100 %")
    press(card)
    expect(card.locator(".ck-feedback")).to_be_visible()
    expect(card.get_by_label("How sure were you?")).to_be_disabled()
    card.get_by_label("A shift").check()
    expect(card.locator(".ck-feedback")).to_be_hidden()
    expect(sure(card)).to_be_disabled()
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Right")
    assert sent(page, "single")[-1]["answer"] == {"choice": "c", "confidence": 100}


def test_what_was_not_said_is_not_asked_afterwards(page: Page) -> None:
    card = show(page, "single")
    card.get_by_label("A contradiction").check()
    press(card)
    expect(sure(card)).to_be_hidden()
    card.get_by_label("A shift").check()
    expect(card.locator(".ck-feedback")).to_be_hidden()
    expect(sure(card)).to_be_hidden()


@pytest.mark.parametrize(("said", "shown"), [(80, True), (None, False)])
def test_a_card_that_is_opened_again_does_not_ask_either(page: Page, said: int | None, shown: bool) -> None:  # noqa: FBT001
    answer: dict[str, Any] = {"choice": "b"} | ({"confidence": said} if said else {})
    card = show(page, "single", saved={"answer": answer, "mark": None, "at": "13", "sure": said})
    expect(card.get_by_label("A contradiction")).to_be_checked()
    expect(sure(card)).to_be_disabled()
    expect(sure(card)).to_be_visible(visible=shown)


@pytest.mark.parametrize(("width", "beside"), [(640, False), (860, True)])
def test_a_statement_has_the_cards_width_or_most_of_it(page: Page, width: int, beside: bool) -> None:  # noqa: FBT001
    card = show(page, "match")
    page.locator("#here").evaluate("(here, width) => { here.style.width = `${width}px`; }", width)
    line = card.locator(".ck-assign-line").first
    whole, words, choice = (
        found.bounding_box() for found in (line, line.locator(".ck-assign-text"), line.locator("select"))
    )
    assert whole
    assert words
    assert choice
    assert (choice["y"] < words["y"] + words["height"]) is beside
    assert words["width"] > (0.5 if beside else 0.95) * whole["width"]
    assert choice["width"] > 200
