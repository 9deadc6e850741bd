"""Addresses of questions and paragraphs on a page, to be copied; and a site that was updated under the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import settled
from tests.frontend.browsing import ORIGIN
from tests.frontend.site_pages import open_site, ready, say

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NEW = "The course has been updated"


def copied(page: Page) -> str:
    """Return what was copied, by pasting it."""
    page.evaluate("document.body.append(Object.assign(document.createElement('input'), { id: 'pasted' }))")
    page.locator("#pasted").focus()
    page.keyboard.press("Control+v")
    found = page.locator("#pasted").input_value()
    page.evaluate("document.getElementById('pasted').remove()")
    return found


def lists(page: Page, version: str, status: int = 200) -> None:
    """Have the server say that it has this version."""
    found = {"format": "coursekit-site/1", "course": "The Pier", "version": version, "bytes": 1, "files": {}}
    page.route("**/site.json", lambda route: route.fulfill(status=status, body=json.dumps(found)))


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_the_address_of_a_question_is_copied_with_one_press(browser: Browser, way: str) -> None:
    page = open_site(browser)
    button = page.locator("#ask-94-first").get_by_role("button", name="Copy the link to this")
    if way == "mouse":
        page.locator("#ask-94-first").hover()
        expect(button).to_have_css("opacity", "1")
        button.click()
    else:
        button.focus()
        expect(button).to_have_css("opacity", "1")
        button.press("Enter")
        expect(button).to_be_focused()
    expect(button).to_have_attribute("data-told", "Link copied")
    assert copied(page) == f"{ORIGIN}/#ask-94-first"
    assert page.errors == []  # type: ignore[attr-defined]


def test_on_a_telephone_the_way_to_an_address_is_there_without_pointing(browser: Browser) -> None:
    page = open_site(browser, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    expect(page.locator("#ask-94-first > .ck-address")).to_have_css("opacity", "1")


def test_the_address_of_a_paragraph_is_copied_from_its_id(browser: Browser) -> None:
    page = open_site(browser, viewport={"width": 1280, "height": 900})
    ready(page)
    page.get_by_role("button", name="PIE p2").first.click()
    pane = page.get_by_role("region", name="The documents")
    pane.locator("[data-p='p2'] > .ck-id").click()
    expect(pane.locator("[data-p='p2'] > .ck-id")).to_have_attribute("data-told", "Link copied")
    assert copied(page) == f"{ORIGIN}/#PIE-p2"
    pane.locator("[data-p='p1'] .ck-words").click()
    page.keyboard.press("Shift+Tab")
    stop = pane.get_by_role("button", name="Copy the link to paragraph p1")
    expect(stop).to_be_focused()
    page.keyboard.press("Enter")
    expect(stop).to_have_attribute("data-told", "Link copied")
    assert copied(page) == f"{ORIGIN}/#PIE-p1"


def test_what_is_not_on_this_page_is_looked_for_on_the_others(browser: Browser) -> None:
    page = open_site(browser)
    places = {"ask-94-first": "lessons/94-pier.html", "95-buoy": "lessons/95-buoy.html", "evil": "https://example.org/"}
    page.route("**/places.json", lambda route: route.fulfill(body=json.dumps(places)))
    for name in ("evil", "nothing", "constructor", "%E0"):
        with page.expect_response("**/places.json"):
            page.evaluate("name => { location.hash = name }", name)
        settled(page)
        assert page.url == f"{ORIGIN}/lessons/94-pier.html#{name}"
    page.evaluate("location.hash = '95-buoy'")
    expect(page).to_have_url(f"{ORIGIN}/lessons/95-buoy.html#95-buoy")


@pytest.mark.parametrize("how", ["ready", "gone"])
def test_a_page_says_that_the_site_was_updated_and_loads_it_when_asked(browser: Browser, how: str) -> None:
    page = open_site(browser)
    lists(page, "2")
    told: dict[str, Any] = {"type": "ready"} if how == "ready" else {"type": "failed", "why": "kit.zip: 404"}
    say(page, told)
    notice = page.get_by_role("region", name=NEW)
    expect(notice).to_be_visible()
    page.evaluate("window.old = true")
    notice.get_by_role("button", name="Load the new one").press("Enter")
    page.wait_for_function("!window.old && window.workers?.length > 0")
    # A server that still hands out the old page is not asked for the same again.
    with page.expect_response("**/site.json"):
        ready(page)
    settled(page)
    expect(notice).to_be_hidden()
    assert page.errors == []  # type: ignore[attr-defined]


def test_whoever_is_in_the_middle_of_something_may_go_on(browser: Browser) -> None:
    page = open_site(browser)
    lists(page, "2")
    ready(page)
    page.get_by_role("region", name=NEW).get_by_role("button", name="Not now").press("Enter")
    expect(page.locator(".ck-update")).to_be_hidden()


@pytest.mark.parametrize(("version", "status"), [("1", 200), ("2", 503)])
def test_a_page_that_is_the_newest_says_nothing(browser: Browser, version: str, status: int) -> None:
    page = open_site(browser)
    lists(page, version, status)
    with page.expect_response("**/site.json"):
        ready(page)
    settled(page)
    expect(page.locator(".ck-update")).to_be_hidden()
