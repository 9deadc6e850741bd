"""A whole page where nothing can be kept, or the tab is killed: what is not kept says so, and all else is there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.course import Course
from coursekit.journal.carrying import bring
from tests.browser.harness import FLAGS
from tests.browser.pages import START, Site, card, ready
from tests.browser.storing import crash
from tests.browser.test_pages_safe import saved_file
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.cards import Card

LESSON = "lessons/00-what-lies-in-the-box.html"
GUESS = "Each will give another reason, and the one that was there will tell most of what was seen."
MORE = " Whoever was not there will tell the rest."


@pytest.fixture
def site(browser: Browser, address: str) -> Iterator[Site]:
    """A learner who has never been here."""
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(START)
    yield Site(context, address)
    context.close()


def prediction(page: Page) -> Card:
    return card(page, Course(ROOT).question("00-expect"))


def test_where_nothing_is_kept_the_page_says_so_answers_and_gives_a_file(
    browser: Browser, address: str, chromium: str, tmp_path: Path
) -> None:
    (tmp_path / "Default").mkdir()
    no_site_data = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(no_site_data), encoding="utf-8")
    context = browser.browser_type.launch_persistent_context(tmp_path, executable_path=chromium, args=FLAGS)
    page = Site(context, address).open(LESSON)
    ready(page)
    expect(page.locator(".ck-notice")).to_contain_text("This browser keeps nothing for this site")
    asked = prediction(page)
    asked.root.get_by_role("textbox").fill(GUESS)
    asked.button.click()
    expect(asked.root.locator(".ck-status")).to_contain_text("Not saved: this browser keeps nothing")
    expect(asked.root).to_have_attribute("data-answered", "true")
    content = saved_file(page)
    context.close()
    assert bring(tmp_path, content).events > 0


def test_where_there_is_no_room_nothing_is_called_kept_until_there_is(site: Site) -> None:
    session = site.context.new_cdp_session(site.context.new_page())
    session.send("Storage.overrideQuotaForOrigin", {"origin": site.address, "quotaSize": 1})
    page = site.open(LESSON)
    ready(page)
    asked = prediction(page)
    asked.root.get_by_role("textbox").fill(GUESS)
    asked.button.click()
    expect(asked.root.locator(".ck-status")).to_contain_text("Not saved yet: this browser has no room")
    notice = page.locator(".ck-notice")
    expect(notice).to_contain_text("The browser’s storage is full. What you do here is held in this page only")
    session.send("Storage.overrideQuotaForOrigin", {"origin": site.address})
    notice.get_by_role("button", name="Try again").click()
    asked.kept()
    page.reload()
    ready(page)
    expect(prediction(page).root).to_have_attribute("data-answered", "true")
    expect(prediction(page).root.get_by_role("textbox")).to_have_value(GUESS)


def test_a_tab_that_is_killed_while_one_types_loses_nothing_that_was_saved(site: Site) -> None:
    page = site.open(LESSON)
    ready(page)
    asked = prediction(page)
    asked.root.get_by_role("textbox").press_sequentially(GUESS)
    asked.kept()
    asked.root.get_by_role("textbox").press_sequentially(MORE)
    crash(page)
    page.close()
    page = site.open(LESSON)
    ready(page)
    found = prediction(page).root.get_by_role("textbox").input_value()
    assert found.startswith(GUESS)
    assert (GUESS + MORE).startswith(found)
