"""What is said of each cell of a table that was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.frontend.cards import press, sent, show
from tests.frontend.tables import answered, box, cell, fill_partly, saved

if TYPE_CHECKING:
    from playwright.sync_api import Page

TOLD_BELOW = r"""rows => rows.map(
  row => [row.previousElementSibling.querySelector("th").textContent, row.innerText.replace(/\s+/g, " ")])"""


def test_each_cell_bears_its_sign_for_eyes_and_ears(page: Page) -> None:
    card = show(page, "table")
    fill_partly(card)
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Partly right: ")
    for label, sign, said in (
        ("“many of the specialists” have asked, Basis", "✓", "right"),
        ("They leave at their own wish, Basis", "✗", "not this"),
        ("“many of the specialists” have asked, How many", "✓", "right"),
        ("“many of the specialists” have asked, When", "?", "not counted"),
        ("Nobody was asked, Basis", "", ""),
    ):
        expect(box(card, label).locator(".ck-cell-sign")).to_have_text(sign)
        expect(cell(card, label)).to_have_accessible_description(said)
    expect(card.locator("tfoot tr")).to_be_visible()
    expect(card.locator("tfoot")).to_contain_text("1 of 3.")


def test_what_is_told_of_a_cell_stands_in_its_row(page: Page) -> None:
    card = show(page, "table")
    expect(card.locator(".ck-row-told:visible")).to_have_count(0)
    fill_partly(card)
    press(card)
    expect(card.locator(".ck-feedback")).to_be_visible()
    (one, of_one), (two, of_two) = card.locator(".ck-row-told:visible").evaluate_all(TOLD_BELOW)
    assert (one, two) == ("“many of the specialists” have asked", "They leave at their own wish")
    assert of_one.startswith("When “?” was not read.")
    assert of_two == "Basis Not this. Read the passage again."
    right = card.get_by_text("So it is in one, basis.")
    expect(right).to_be_hidden()
    card.get_by_text("Why it is right").first.click()
    expect(right).to_be_visible()


def test_a_changed_cell_loses_its_sign_and_no_other_does(page: Page) -> None:
    card = show(page, "table")
    fill_partly(card)
    press(card)
    changed = "They leave at their own wish, Basis"
    expect(box(card, changed).locator(".ck-cell-sign")).to_have_text("✗")
    cell(card, changed).select_option("t")
    expect(box(card, changed).locator(".ck-cell-sign")).to_have_text("")
    expect(cell(card, changed)).to_have_accessible_description("")
    kept = box(card, "“many of the specialists” have asked, Basis").locator(".ck-cell-sign")
    expect(kept).to_have_text("✓")
    saved(card)
    expect(kept).to_have_text("✓")
    button = card.locator(".ck-foot .ck-button")
    expect(button).to_have_text("Check again")
    button.click()
    expect(box(card, changed).locator(".ck-cell-sign")).to_have_text("✓")


def test_all_right_is_checked_and_a_change_can_be_checked_again(page: Page) -> None:
    card = show(page, "grid", saved={"answer": {"cells": page.evaluate("grid()")}, "mark": None, "at": "13:00"})
    button = card.locator(".ck-foot .ck-button")
    button.click()
    expect(button).to_have_text("Checked")
    button.click(force=True)
    assert [message["check"] for message in sent(page, "grid")].count(True) == 1
    cell(card, "Claim r0, LET").select_option("N")
    expect(button).to_have_text("Check again")
    button.click()
    expect(box(card, "Claim r0, LET").locator(".ck-cell-sign")).to_have_text("✗")


def test_a_table_is_there_again_with_its_signs(page: Page) -> None:
    given = {"cells": {"one": {"basis": "s"}, "three": {"edges": "head", "basis": "t"}}}
    mark = page.evaluate("given => markOf('table', given)", given)
    card = show(page, "table", saved={"answer": given, "mark": mark, "at": "13:00"})
    expect(cell(card, "“many of the specialists” have asked, Basis")).to_have_value("s")
    expect(cell(card, "“many of the specialists” have asked, Basis")).to_have_accessible_description("right")
    expect(cell(card, "Nobody was asked, Basis")).to_have_accessible_description("not this")
    ticks = card.get_by_role("group", name="Nobody was asked, Named", exact=True)
    expect(ticks.get_by_role("checkbox", name="in the heading")).to_be_checked()


def test_each_reason_of_a_whole_grid_stands_below_its_row(page: Page) -> None:
    given = {row: dict.fromkeys(line, "D") for row, line in page.evaluate("grid()").items()}
    card = show(page, "grid", saved={"answer": {"cells": given}, "mark": None, "at": "13:00"})
    press(card)
    expect(card.locator(".ck-cells-told:visible li")).to_have_count(48)
    rows = card.locator("tbody tr:not(.ck-row-told)")
    expect(rows).to_have_count(12)
    for row in rows.all():
        expect(row.locator("+ .ck-row-told li:visible")).to_have_count(4)


def test_a_hand_on_the_reason_finds_its_cell(page: Page) -> None:
    card = show(page, "table")
    fill_partly(card)
    press(card)
    card.get_by_role("button", name="To the cell They leave at their own wish, Basis").click()
    expect(cell(card, "They leave at their own wish, Basis")).to_be_focused()


def test_an_argument_is_told_criterion_by_criterion(page: Page) -> None:
    card = show(page, "argument")
    cell(card, "Claim 1, Claim").fill("They were ordered home.")
    cell(card, "Claim 1, Rests on").fill("LET p99")
    cell(card, "All your claims together, How sure").fill("40")
    expect(card.locator("tbody tr:not(.ck-row-told)").last.locator("input, textarea")).to_have_count(1)
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Partly right: 3 of 6 points.")
    expect(card.locator(".ck-cells-told:visible li")).to_have_text(
        [
            "Right. 1 claims with grounds; 1 asked for.",
            "Not this. No such paragraph: LET p99.",
            "Partly. 1 paragraph against a claim; 2 asked for.",
        ]
    )
    assert answered(page, "argument") == {
        "c1": {"claim": "They were ordered home.", "grounds": "LET p99"},
        "all": {"sure": "40"},
    }
