"""Beside home, and whatever else has no documents, the pane is gone; beside a lesson it is again as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.lamp import NAME, OTHER, Pane, cell, laid_out
from tests.browser.waiting import still

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from tests.browser.harness import Lab

BARE = "95-bare"  # a lesson without documents


@pytest.fixture
def pane(lamp: Lab, context: BrowserContext) -> Iterator[Pane]:
    """The lesson laid out, in a course that has a home and a lesson without documents."""
    lamp.lesson("index", "# Home", cell("home"))
    lamp.lesson(BARE, "# 95 · Bare", cell("ask", '"96-who"'))
    with laid_out(lamp, context, NAME) as found:
        expect(found.root).to_be_visible()
        yield found


def panel(pane: Pane) -> Locator:
    return pane.page.locator(".jp-NotebookPanel:visible")


def gone(pane: Pane) -> None:
    """Expect that what is in front has the whole width: no pane, no area for it, no tab that would bring it up."""
    expect(pane.root).to_have_count(0)
    expect(pane.page.locator("#jp-right-stack")).to_be_hidden()
    expect(pane.page.get_by_role("tab", name="The documents", exact=True)).to_have_count(0)
    room = "node => innerWidth - node.getBoundingClientRect().right"
    pane.learner.wait(lambda: panel(pane).evaluate(room) < 40)


def front(pane: Pane, title: str) -> None:
    expect(panel(pane).get_by_role("heading", name=title).first).to_be_visible()


def go_home(pane: Pane) -> None:
    panel(pane).get_by_role("button", name="Home").click()
    expect(panel(pane).locator(".ck-home")).to_be_visible()


def tab(pane: Pane, name: str) -> None:
    """Bring what is open to the front."""
    menu(pane, "Tabs", name)


def menu(pane: Pane, name: str, entry: str) -> None:
    pane.page.locator(".lm-MenuBar-item").filter(has_text=name).click()
    pane.page.locator(".lm-Menu-item").filter(has_text=entry).first.click()


def wide(pane: Pane) -> float:
    expect(pane.root).to_be_visible()
    still(pane.page)
    box = pane.root.bounding_box()
    assert box
    return box["width"]


def test_it_is_gone_at_home_and_comes_back_as_it_was(pane: Pane) -> None:
    before = wide(pane)
    pane.widen(90)
    kept = wide(pane)
    assert kept > before
    pane.door("LOG").click()
    expect(pane.words("p1")).to_be_visible()

    go_home(pane)
    gone(pane)
    tab(pane, NAME)
    expect(pane.words("p1")).to_be_visible()
    assert abs(wide(pane) - kept) <= 3

    go_home(pane)
    panel(pane).get_by_role("link", name="Lesson 95").click()
    front(pane, "95")
    expect(panel(pane).locator(".ck-question")).to_have_count(1)
    gone(pane)
    tab(pane, NAME)
    assert abs(wide(pane) - kept) <= 3

    pane.tab("Close").click()
    go_home(pane)
    gone(pane)
    tab(pane, NAME)
    front(pane, "96")
    expect(pane.page.get_by_role("tab", name="The documents", exact=True)).to_be_visible()
    expect(pane.root).to_have_count(0)
    pane.door("BOX").click()
    assert abs(wide(pane) - kept) <= 3


def test_it_comes_with_the_lesson_after_home_was_loaded_again_and_goes_when_that_is_closed(pane: Pane) -> None:
    go_home(pane)
    pane.learner.reload()
    expect(panel(pane).locator(".ck-home")).to_be_visible()
    gone(pane)
    panel(pane).get_by_role("link", name="Lesson 97").click()
    front(pane, "97")
    pane.learner.run()
    expect(pane.words("p3")).to_be_visible()
    unsaved = pane.page.locator(".lm-DockPanel-tabBar .jp-mod-dirty").filter(has_text=OTHER)
    expect(unsaved).to_have_count(1)
    pane.page.keyboard.press("Control+s")
    expect(unsaved).to_have_count(0)
    menu(pane, "File", "Close Tab")
    front(pane, "Home")
    expect(panel(pane).locator(".ck-home")).to_be_visible()
    gone(pane)
    assert pane.learner.dialogs() == []
