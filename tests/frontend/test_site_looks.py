"""A page of the pages edition is harmless, accessible, and whole on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import settled
from tests.conftest import not_run
from tests.frontend.browsing import FRONTEND
from tests.frontend.site_pages import card, one_page, open_site, question, say, written
from tests.frontend.test_site_links import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

# What is said on the id of a paragraph, where its box comes to lie: within what the paragraph's row is let to paint.
SAID_IN_SIGHT = """(name) => {
  const row = document.querySelector(`.ck-pane [data-p='${name}']`), id = row.querySelector(".ck-id");
  const { left, width } = getComputedStyle(id, "::after");
  const ends = id.getBoundingClientRect().left + parseFloat(left) + parseFloat(width);
  return ends > 40 && ends < innerWidth && getComputedStyle(row).contentVisibility === "visible";
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    yield from one_page(browser)


def test_what_the_page_was_built_with_alone_is_hostile_and_harmless(browser: Browser) -> None:
    bad = '</script><img src=x onerror="window.hurt=1">'
    view = question(bad)
    page = open_site(browser, page_html=written(v3_0=view))
    expect(page.locator(".ck-question").first).to_contain_text("<img src=x")
    assert page.evaluate("window.hurt") is None


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_runs_off_the_page(browser: Browser, look: Any, width: int) -> None:
    if not (FRONTEND / "node_modules" / "axe-core").is_dir():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    page = open_site(browser, viewport={"width": width, "height": 800}, color_scheme=look)
    lists(page, "2")
    say(page, {"type": "failed", "why": "kit.zip: 404"})
    expect(page.locator(".ck-update")).to_be_visible()
    page.locator("#ask-94-first > .ck-address").press("Enter")
    expect(page.locator("#ask-94-first > .ck-address")).to_have_attribute("data-told", "Link copied")
    page.get_by_role("button", name="Show the rest of this sitting").click()
    if width == 320:
        page.get_by_role("button", name="Documents").click()
    identity = page.locator(".ck-pane [data-p='p1'] > .ck-id")
    identity.click()
    expect(identity).to_have_attribute("data-told", "Link copied")
    assert page.evaluate(SAID_IN_SIGHT, "p1")
    settled(page)
    page.add_script_tag(url="/node_modules/axe-core/axe.min.js")
    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_all_of_it_is_there_and_nothing_else(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Sitting 2: The harbour")).to_be_visible()
    expect(card(page, "third")).to_be_visible()
    for gone in (".ck-lesson-head", ".ck-aside", ".ck-notice", ".ck-onward"):
        expect(page.locator(gone)).to_be_hidden()
