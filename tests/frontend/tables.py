"""A table on a card, and a hand that fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.frontend.cards import sent

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def cell(card: Locator, label: str) -> Locator:
    """Return the field of a cell, by the names of row and column."""
    return card.get_by_label(label, exact=True)


def box(card: Locator, label: str) -> Locator:
    """Return the cell around a field."""
    return cell(card, label).locator("xpath=ancestor::td")


def answered(page: Page, name: str) -> dict[str, Any]:
    """Return the cells of the answer sent last."""
    cells: dict[str, Any] = sent(page, name)[-1]["answer"].get("cells", {})
    return cells


def saved(card: Locator) -> None:
    """Wait until a card says that it is saved."""
    expect(card.locator(".ck-status")).to_have_attribute("data-state", "saved")


def fill_partly(card: Locator) -> None:
    """Two right cells, one wrong, one that is not read."""
    cell(card, "“many of the specialists” have asked, Basis").select_option("s")
    cell(card, "They leave at their own wish, Basis").select_option("i")
    cell(card, "“many of the specialists” have asked, How many").fill("2")
    cell(card, "“many of the specialists” have asked, When").fill("?")
