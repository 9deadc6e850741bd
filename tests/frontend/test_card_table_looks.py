"""A table at every width: beside the pane, on a telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.frontend.browsing import open_page
from tests.frontend.cards import press, show
from tests.frontend.tables import box, cell, fill_partly

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

# Seven columns need a bar to scroll by where they do not become blocks; the box stays on the page.
STICKING_OUT = """width => [...document.querySelectorAll(".ck *")].filter((node) => {
  const box = node.getBoundingClientRect();
  if (width > 640 && node.closest(".ck-table")) return false;
  return box.width > 1 && (box.right > width || box.left < 0);
}).map((node) => node.outerHTML.slice(0, 120))"""
HEAD = "node => getComputedStyle(node, '::before').content"


def test_what_a_narrow_list_cuts_off_stands_below_it(page: Page) -> None:
    words = "an essay, part argument"
    choices = [{"id": "e", "text": words}, {"id": "n", "text": "a note"}, {"id": "A", "text": f"A: {words}"}]
    columns = [
        {"id": f"k{n}", "name": f"Kind {n}", "type": "choice", "choices": choices, "help": "", "unit": ""}
        for n in range(6)
    ]
    card = show(
        page, "table", view={"columns": columns, "rows": [{"id": "one", "text": "KLO", "given": {}, "only": []}]}
    )
    for n, (value, below) in enumerate((("e", words), ("n", ""), ("A", ""))):
        cell(card, f"KLO, Kind {n}").select_option(value)
        expect(box(card, f"KLO, Kind {n}").locator(".ck-chosen")).to_have_text(below)
    page.set_viewport_size({"width": 320, "height": 900})
    try:
        expect(box(card, "KLO, Kind 0").locator(".ck-chosen")).to_have_text("")
    finally:
        page.set_viewport_size({"width": 900, "height": 900})
    expect(box(card, "KLO, Kind 0").locator(".ck-chosen")).to_have_text(words)


def grid_in_a_card(started: Browser, width: int) -> Locator:
    """Return the card of a table of six columns that is so wide."""
    page = open_page(started, viewport={"width": width, "height": 900})
    card = show(page, "grid")
    margins = page.evaluate("innerWidth - document.querySelector('.ck-question').offsetWidth")
    page.set_viewport_size({"width": width + margins, "height": 900})
    return card


def tops_of_first_row(card: Locator) -> list[float]:
    tops: list[float] = card.locator("tbody tr").first.evaluate(
        "row => [...row.querySelectorAll('th, select')].map(node => Math.round(node.getBoundingClientRect().top))"
    )
    return tops


def test_beside_the_pane_a_table_is_one(started: Browser) -> None:
    card = grid_in_a_card(started, 629)  # what the pane leaves of a window of 1280 px
    expect(card.locator(".ck-table-box")).to_have_class("ck-table-box")
    tops = tops_of_first_row(card)
    assert max(tops) - min(tops) < 20, "the row stands in one line"
    assert card.locator("tbody td").first.evaluate(HEAD) == "none"
    assert card.locator(".ck-table-scroll").evaluate("node => node.scrollWidth <= node.clientWidth")
    card.page.context.close()


def test_on_a_telephone_each_field_says_what_it_is(started: Browser) -> None:
    card = grid_in_a_card(started, 351)
    expect(card.locator(".ck-table-box")).to_have_class("ck-table-box ck-stacked")
    tops = tops_of_first_row(card)
    assert min(tops[1:]) > tops[0], "below the row's words"
    assert len(set(tops[1:])) < len(tops[1:]), "two stand in a line where they have room"
    assert card.locator("tbody td").first.evaluate(HEAD) == '"LET"'
    card.page.context.close()


@pytest.mark.parametrize("width", [320, 640, 900, 1280])
def test_nothing_sticks_out(started: Browser, width: int) -> None:
    page = open_page(started, viewport={"width": width, "height": 900})
    for name in ("table", "grid", "argument"):
        card = show(page, name)
        if name == "table":
            fill_partly(card)
            press(card)
            expect(card.locator(".ck-feedback")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(STICKING_OUT, width) == [], name
    if width < 640:
        shown = page.locator(".ck-question td[data-head]").first.evaluate(
            "node => getComputedStyle(node, '::before').content"
        )
        assert shown == '"Said by"', "where it is narrow each cell says what column it is"
    if width <= 640:
        words, row = page.locator(".ck-question tbody tr").first.evaluate(
            "row => [row.querySelector('th').offsetWidth, row.offsetWidth]"
        )
        assert words == row, "where it is narrow a row's words have its whole width"
    page.context.close()
