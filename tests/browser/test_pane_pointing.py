"""Words pointed at in the pane beside the lesson, in the real JupyterLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.lamp import NAME, Pane, pane_of
from tests.browser.pointing import drag
from tests.browser.waiting import try_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from tests.browser.harness import Lab

WATCH = "the watch of number 9"


@pytest.fixture
def pane(lamp: Lab, context: BrowserContext) -> Iterator[Pane]:
    """The lesson laid out, at a wide screen."""
    with pane_of(lamp, context, NAME) as found:
        expect(found.root).to_be_visible()
        yield found


def test_by_mouse_one_points_in_the_pane_and_check_takes_what_is_selected(pane: Pane) -> None:
    card = pane.card("96-oil")
    card.locator("legend").click()
    expect(pane.root.locator(".ck-pointing[data-question='96-oil']")).to_be_visible()  # by itself
    drag(pane.words("p9"), WATCH)
    card.get_by_role("button", name="Check").click()
    expect(card).to_have_attribute("data-state", "right")
    expect(card.locator(".ck-pointed q")).to_have_text(WATCH)
    assert pane.page.locator(".jp-Notebook .ck-words").count() == 0, "no card has a text of its own"
    assert pane.page.locator(".ck-pane .ck-words").count() == 14, "one document is in the page"


def test_words_selected_where_the_source_is_read_count_as_well(pane: Pane) -> None:
    pane.door("LOG").click()
    drag(pane.words("p9"), WATCH)
    card = pane.card("96-oil")
    card.get_by_role("button", name="Check").click()  # which turns the pane to what the question points into
    expect(card).to_have_attribute("data-state", "right")
    expect(card.locator(".ck-pointed q")).to_have_text(WATCH)


def test_words_selected_where_the_source_is_read_stay_so_where_one_points(pane: Pane) -> None:
    pane.door("LOG").click()
    drag(pane.words("p9"), WATCH)
    card = pane.card("96-oil")
    card.locator("legend").click()
    add = pane.root.get_by_role("button", name="Point at these words")
    expect(add).to_have_attribute("aria-disabled", "false")
    expect(pane.words("p9")).to_be_in_viewport()
    add.click()
    expect(card.locator(".ck-pointed q")).to_have_text(WATCH)


def test_an_answered_question_takes_no_words_until_it_is_opened_again(pane: Pane) -> None:
    card = pane.card("96-oil")
    card.locator("legend").click()
    expect(pane.root.locator(".ck-pane-asks")).to_contain_text("name the ninth watch")
    drag(pane.words("p9"), WATCH)
    card.get_by_role("button", name="Check").click()
    expect(card).to_have_attribute("data-state", "right")
    add = pane.root.get_by_role("button", name="Point at these words")
    expect(add).to_be_disabled()
    expect(pane.root.locator(".ck-point-bar")).to_contain_text("press “Answer again”")
    drag(pane.words("p3"), "the watch of number 3")
    pane.page.keyboard.press("Enter")
    expect(card.locator(".ck-pointed q")).to_have_text(WATCH)
    expect(card).to_have_attribute("data-state", "right")
    try_again(card)
    expect(add).to_be_enabled()
    card.get_by_role("button", name="Check").click()
    expect(add).to_be_disabled()
    pane.card("96-who").locator("legend").click()
    expect(pane.root.locator(".ck-pointing")).to_have_count(0)
    expect(pane.root.locator(".ck-pane-asks")).to_be_hidden()
    expect(pane.words("p3")).to_be_visible()
