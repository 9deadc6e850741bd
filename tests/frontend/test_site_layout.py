"""A page of the pages edition, laid out as a notebook is, with the documents beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import settled, still
from tests.frontend.site_pages import (
    ADDRESS,
    asked,
    card,
    check,
    marked,
    one_page,
    open_site,
    question,
    ready,
    say,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    yield from one_page(browser)


def test_it_is_folded_as_a_notebook_and_opens_with_the_answer(page: Page) -> None:
    expect(page.get_by_role("heading", name="Sitting 1: The lamp")).to_be_visible()
    expect(page.get_by_role("heading", name="The second step")).to_be_hidden()
    expect(card(page, "second")).to_be_hidden()
    ready(page)
    check(page)
    page.wait_for_function("workers.at(-1).sent.some((each) => each.content?.check)")
    say(page, *marked("3-0", asked(page, "3-0")[-1]["n"]))
    expect(page.get_by_role("heading", name="The second step")).to_be_visible()
    expect(page.locator(".ck-progress")).to_contain_text("1 of 3 here · 1 point")


@pytest.mark.parametrize("name", ["ask-94-third", "sitting-2-the-harbour"])
def test_what_an_address_names_is_come_to_wherever_it_is_folded_away(browser: Browser, name: str) -> None:
    page = open_site(browser, f"{ADDRESS}#{name}", viewport={"width": 1280, "height": 700})
    expect(page.locator(f"#{name}")).to_be_in_viewport()
    expect(page.locator(".ck-progress")).to_contain_text("Sitting 2 of 2: The harbour")
    ready(page)
    settled(page)
    expect(page.locator(f"#{name}")).to_be_in_viewport()
    head = page.locator(".ck-lesson-head").evaluate("node => node.getBoundingClientRect().bottom")
    assert page.locator(f"#{name}").evaluate("node => node.getBoundingClientRect().top") >= head, "below what sticks"
    page.evaluate("location.hash = 'ask-94-second'")
    expect(card(page, "second")).to_be_in_viewport()


def test_one_comes_back_to_where_one_was(page: Page) -> None:
    page.get_by_role("button", name="Show the rest of this sitting").click()
    page.get_by_role("button", name="Go on to sitting 2: The harbour").click()
    expect(page.get_by_role("heading", name="Sitting 2: The harbour")).to_be_in_viewport()
    page.reload()
    expect(page.get_by_role("heading", name="Sitting 2: The harbour")).to_be_in_viewport()
    expect(card(page, "first")).to_be_hidden()


def test_the_documents_lie_beside_and_follow_a_reference(page: Page) -> None:
    pane = page.get_by_role("region", name="The documents")
    expect(pane).to_be_visible()
    expect(pane).to_contain_text("Nobody saw who put it out.")
    page.get_by_role("button", name="PIE p2").click()
    expect(pane.locator("[data-p='p2']")).to_be_in_viewport()
    button = page.get_by_role("button", name="Documents")
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    expect(pane).to_be_hidden()
    page.reload()
    expect(page.get_by_role("button", name="Documents")).to_have_attribute("aria-expanded", "false")
    page.get_by_role("button", name="Documents").click()
    expect(pane).to_be_visible()


def test_the_documents_are_made_wider_by_keyboard_and_by_hand_and_stay_so(page: Page) -> None:
    side, handle = page.locator(".ck-aside"), page.get_by_role("separator", name="Width of the documents")

    def wide() -> float:
        return float(side.evaluate("node => node.getBoundingClientRect().width"))

    before, value = wide(), int(handle.get_attribute("aria-valuenow") or 0)
    handle.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert wide() == before + 48
    assert int(handle.get_attribute("aria-valuenow") or 0) > value
    box = handle.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, 500)
    page.mouse.down()
    page.mouse.move(700, 500)
    page.mouse.up()
    assert wide() == 1280 - 700
    page.keyboard.press("End")
    assert wide() == 1280 - 340
    page.reload()
    expect(side).to_be_visible()
    assert wide() == 1280 - 340


def test_in_a_narrow_window_the_documents_come_from_below(browser: Browser) -> None:
    page = open_site(browser, viewport={"width": 390, "height": 800}, has_touch=True)
    expect(page.locator(".ck-pane")).to_have_count(0)
    page.get_by_role("button", name="PIE p2").tap()
    pane = page.get_by_role("region", name="The documents")
    expect(pane).to_be_visible()
    expect(pane.locator("[data-p='p2']")).to_be_in_viewport()
    expect(page.get_by_role("button", name="PIE p2")).to_be_in_viewport()
    button = page.get_by_role("button", name="Documents")
    expect(button).to_have_attribute("aria-expanded", "true")
    pane.get_by_role("button", name="To the question").tap()
    expect(pane).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_sheet_from_below_sinks_when_one_turns_to_the_lesson_and_comes_up_as_it_was(browser: Browser) -> None:
    telephone: dict[str, Any] = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
    page = open_site(browser, page_html=written(v3_0=question("first", purpose="prediction")), **telephone)
    page.get_by_role("button", name="PIE p2").tap()
    pane, up = page.locator(".ck-pane"), page.get_by_role("button", name="To the document")
    expect(pane).to_be_visible()
    expect(up).to_be_hidden()
    draw_along(page, 300, by=-30)  # less than anybody means by it
    expect(pane).to_be_visible()
    draw_along(page, 300, by=-120)
    expect(pane).to_be_hidden()
    expect(page.get_by_role("button", name="Documents")).to_have_attribute("aria-expanded", "false")
    up.tap()
    expect(pane.locator("[data-p='p2']")).to_be_in_viewport()
    draw_along(page, 700, by=-120)  # in the document itself
    expect(pane).to_be_visible()
    card(page, "first").get_by_role("textbox").tap()
    expect(pane).to_be_hidden()
    expect(card(page, "first").get_by_role("textbox")).to_be_focused()
    page.get_by_role("button", name="PIE p1").or_(page.get_by_role("button", name="PIE p2")).first.tap()
    expect(pane).to_be_visible()
    pane.get_by_role("button", name="To the question").tap()
    expect(pane).to_have_count(0)
    expect(up).to_be_hidden()
    assert page.errors == []  # type: ignore[attr-defined]


def draw_along(page: Page, y: int, *, by: int) -> None:
    """Put a finger down, and draw."""
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 200, "y": y}]})
    for part in range(1, 5):
        at = y + by * part / 4
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": 200, "y": at}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    still(page)  # a page that rolls on takes the next touch for a hand that stops it
