"""A block from a spreadsheet laid over the cells of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.frontend.cards import show
from tests.frontend.tables import answered, cell, saved

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PASTE = """(field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  return field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


def paste(field: Locator, text: str) -> bool:
    """Paste a text into a field; True where the browser is left to do it."""
    left: bool = field.evaluate(PASTE, text)
    return left


def test_a_block_from_a_spreadsheet_is_laid_over_the_cells(page: Page) -> None:
    card = show(page, "table")
    first = cell(card, "“many of the specialists” have asked, Basis")
    heading = 'S\tin the heading; foot\t18 July 1960\t2\tLET p11\t"two\r\nlines ""so"""\r\n'
    assert paste(first, heading + "unheard of\t\t1960\t3\tLET p12\r\n") is False
    told = card.locator(".ck-table-box > .ck-hint")
    expect(told).to_have_text("9 cells filled. Not in the list, left as it was: “unheard of”.")
    saved(card)
    assert answered(page, "table") == {
        "one": {
            "basis": "s",
            "edges": "head,foot",
            "when": "18 July 1960",
            "many": "2",
            "place": "LET p11",
            "why": 'two\nlines "so"',
        },
        "two": {"when": "1960", "many": "3", "place": "LET p12"},
    }


def test_what_does_not_fit_is_told_and_leaves_the_rest(page: Page) -> None:
    card = show(page, "table")
    basis = cell(card, "Nobody was asked, Basis")
    basis.select_option("i")
    two = cell(card, "They leave at their own wish, Basis")
    assert paste(two, "told\t\t\t\t\t\tbecause\t<b>over</b>\nrumour\tno\n\nbelow") is False
    told = card.locator(".ck-table-box > .ck-hint")
    expect(told).to_have_text(
        "2 cells filled. Not in the list, left as it was: “rumour”. "
        "Outside the table, left out: “because”, “<b>over</b>”, “below”."
    )
    expect(page.locator(".ck-live")).to_contain_text("2 cells filled. Not in the list")
    expect(basis).to_have_value("i")
    saved(card)
    assert answered(page, "table") == {"two": {"basis": "t"}, "three": {"basis": "i", "edges": "no"}}
    assert paste(basis, "rumour\tgossip") is False
    expect(told).to_have_text("0 cells filled. Not in the list, left as it was: “rumour”, “gossip”.")
    expect(basis).to_have_value("i")


def test_one_value_is_pasted_as_everywhere(page: Page) -> None:
    card = show(page, "table")
    assert paste(cell(card, "“many of the specialists” have asked, When"), "1960\r\n") is True
    assert paste(cell(card, "“many of the specialists” have asked, Why"), "one\ttwo\nthree") is True
    assert paste(cell(card, "“many of the specialists” have asked, Basis"), "Seen") is False
    expect(cell(card, "“many of the specialists” have asked, Basis")).to_have_value("s")
