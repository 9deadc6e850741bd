"""The first draw of a text, where it stands in the lesson and in the pane: what it costs is counted, not timed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.waiting import settled
from tests.widgets.reading import GUIDE, beside_a_pane, edition, mark, setup

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LONG = {f"p{n}": "It was said that the lamp had been lit and that somebody saw it. " * 8 for n in range(1, 13)}
TOP = "document.querySelector('.ck-pane-slot').scrollTop"


def long_text(siglum: str, **other: Any) -> dict[str, Any]:
    source = {"siglum": siglum, "title": f"The text {siglum}", "short": f"text {siglum}"}
    return setup(source=source, editions=[edition("guide", LONG)], task=None, **other)


@pytest.mark.parametrize("pane", [False, True], ids=["in the lesson", "in the pane"])
def test_a_first_draw_makes_the_browser_lay_out_nothing_and_open_no_storage(browser: Browser, *, pane: bool) -> None:
    reading = beside_a_pane(browser, pane=pane)
    marks = [mark(1, "p1", "a wish"), mark(2, "p2", "people"), mark(3, "p2", "a great many people", "TURN")]
    assert reading.page.evaluate("(setup) => askedBy(setup)", setup(annotations=marks)) == []
    assert [note.lower() for note in reading.notes("p2")] == ["turn a great many people", "quantity people"]
    assert reading.page.locator(".ck-pane .ck-words").count() == (len(GUIDE) if pane else 0)
    settled(reading.page)
    reading.drag("p1", "Dear friends")
    reading.tag("Turn")
    assert {"localStorage", "getBoundingClientRect"} <= set(reading.page.evaluate("asked"))  # it does count
    assert reading.errors == []


def test_a_text_that_comes_first_into_the_pane_begins_at_its_top(browser: Browser) -> None:
    reading = beside_a_pane(browser)
    for siglum in ("LET", "LOG"):
        reading.page.evaluate("(setup) => mount(setup)", long_text(siglum))
    settled(reading.page)
    reading.page.evaluate("document.querySelector('.ck-pane-slot').scrollTop = 700")
    tabs = reading.page.get_by_role("group", name="Documents").get_by_role("button")
    tabs.nth(1).click()
    settled(reading.page)
    assert reading.page.evaluate(TOP) == 0
    tabs.nth(0).click()
    settled(reading.page)
    assert reading.page.evaluate(TOP) > 500  # and one comes back to where one was
    assert reading.errors == []


def test_the_pane_makes_its_tabs_anew_only_when_there_is_something_else_to_choose(browser: Browser) -> None:
    reading = beside_a_pane(browser)
    for siglum in ("LET", "LOG"):
        reading.page.evaluate("(setup) => mount(setup)", long_text(siglum))
    reading.page.evaluate("window.tab = document.querySelector('.ck-pane-tab')")
    reading.page.evaluate("(setup) => mount(setup)", long_text("LOG"))  # another view of the same text
    assert reading.page.evaluate("window.tab.isConnected")
    reading.page.evaluate("(setup) => mount(setup)", long_text("DAY"))
    assert reading.page.get_by_role("group", name="Documents").get_by_role("button").all_inner_texts() == [
        f"{siglum} text {siglum}" for siglum in ("LET", "LOG", "DAY")
    ]
    assert not reading.page.evaluate("window.tab.isConnected")
