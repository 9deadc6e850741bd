"""A table to be filled in: by keyboard alone, from a spreadsheet, and what is said of each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.frontend.browsing import open_page
from tests.frontend.cards import press, sent, show

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

MOST_KEYS = 130  # a grid of twelve by five
PASTE = """(field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  return field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
# Seven columns need a bar to scroll by where they do not become blocks; the box stays on the page.
STICKING_OUT = """width => [...document.querySelectorAll(".ck *")].filter((node) => {
  const box = node.getBoundingClientRect();
  if (width > 640 && node.closest(".ck-table")) return false;
  return box.width > 1 && (box.right > width || box.left < 0);
}).map((node) => node.outerHTML.slice(0, 120))"""


def cell(card: Locator, label: str) -> Locator:
    return card.get_by_label(label, exact=True)


def box(card: Locator, label: str) -> Locator:
    return cell(card, label).locator("xpath=ancestor::td")


def paste(field: Locator, text: str) -> bool:
    """Paste a text into a field; True where the browser is left to do it."""
    left: bool = field.evaluate(PASTE, text)
    return left


def answered(page: Page, name: str) -> dict[str, Any]:
    cells: dict[str, Any] = sent(page, name)[-1]["answer"].get("cells", {})
    return cells


def saved(card: Locator) -> None:
    expect(card.locator(".ck-status")).to_have_attribute("data-state", "saved")


def test_a_grid_of_twelve_by_five_is_filled_by_keyboard_alone(page: Page) -> None:
    card = show(page, "grid")
    key = page.evaluate("grid()")
    pressed = 0

    def strike(*keys: str) -> None:
        nonlocal pressed
        for each in keys:
            page.keyboard.press(each)
            pressed += 1

    card.get_by_role("combobox").first.focus()
    for column in ("let", "klo", "yud", "cat", "note"):
        for row in range(12):
            strike(key[f"r{row}"][column].lower(), "Enter")
    saved(card)
    assert answered(page, "grid") == key
    assert pressed < MOST_KEYS
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Right: 30 of 30 points.")


def test_keys_lead_through_the_cells(page: Page) -> None:
    card = show(page, "table")
    one, two, three = "“many of the specialists” have asked", "They leave at their own wish", "Nobody was asked"
    cell(card, f"{one}, Basis").focus()
    for key, label in (
        ("Enter", f"{two}, Basis"),
        ("Enter", f"{three}, Basis"),
        ("Shift+Enter", f"{two}, Basis"),
        ("Tab", f"{two}, When"),
        ("Enter", f"{one}, How many"),
        ("Shift+Enter", f"{two}, When"),
        ("ArrowUp", f"{one}, When"),
        ("ArrowUp", f"{one}, When"),
        ("ArrowDown", f"{two}, When"),
        ("ArrowDown", f"{two}, When"),
        ("Tab", f"{two}, How many"),
        ("Tab", f"{two}, Where"),
        ("Tab", f"{two}, Why"),
        ("Enter", f"{two}, Why"),
    ):
        page.keyboard.press(key)
        expect(cell(card, label), key).to_be_focused()
    expect(cell(card, f"{two}, Why")).to_have_value("\n")


def test_the_ends_of_a_table_are_ends(page: Page) -> None:
    card = show(page, "grid")
    cell(card, "Claim r0, LET").focus()
    page.keyboard.press("Shift+Enter")
    expect(cell(card, "Claim r0, LET")).to_be_focused()
    cell(card, "Claim r11, NOTE").focus()
    page.keyboard.press("Enter")
    expect(cell(card, "Claim r11, NOTE")).to_be_focused()


def test_choices_of_which_several_hold_are_ticks(page: Page) -> None:
    card = show(page, "table")
    ticks = card.get_by_role("group", name="“many of the specialists” have asked, Named", exact=True)
    ticks.get_by_role("checkbox", name="in the heading").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    third = card.get_by_role("group", name="Nobody was asked, Named", exact=True)
    expect(third.get_by_role("checkbox").first).to_be_focused()
    saved(card)
    assert answered(page, "table") == {"one": {"edges": "head,foot"}}


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


def fill_partly(card: Locator) -> None:
    """Two right cells, one wrong, one that is not read."""
    cell(card, "“many of the specialists” have asked, Basis").select_option("s")
    cell(card, "They leave at their own wish, Basis").select_option("i")
    cell(card, "“many of the specialists” have asked, How many").fill("2")
    cell(card, "“many of the specialists” have asked, When").fill("?")


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
    expect(card.locator(".ck-cells-told:visible")).to_have_count(1)
    expect(card.locator(".ck-cells-told:visible li")).to_have_count(2)
    right = card.get_by_text("Why the right ones are right")
    expect(card.get_by_text("So it is in one, basis.")).to_be_hidden()
    right.click()
    expect(card.get_by_text("So it is in one, basis.")).to_be_visible()


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


def test_what_a_narrow_list_cuts_off_stands_below_it(page: Page) -> None:
    words = "an essay, part memoir, part argument"
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
    page.set_viewport_size({"width": 560, "height": 900})
    try:
        expect(box(card, "KLO, Kind 0").locator(".ck-chosen")).to_have_text("")
    finally:
        page.set_viewport_size({"width": 900, "height": 900})
    expect(box(card, "KLO, Kind 0").locator(".ck-chosen")).to_have_text(words)


def test_of_many_reasons_the_first_are_shown_and_the_rest_is_folded(page: Page) -> None:
    given = {row: dict.fromkeys(line, "D") for row, line in page.evaluate("grid()").items()}
    card = show(page, "grid", saved={"answer": {"cells": given}, "mark": None, "at": "13:00"})
    press(card)
    expect(card.locator(".ck-cells-told:visible li")).to_have_count(8)
    card.get_by_text("40 more cells to think about").click()
    expect(card.locator(".ck-cells-told:visible li")).to_have_count(48)


def test_a_hand_on_the_reason_finds_its_cell(page: Page) -> None:
    card = show(page, "table")
    fill_partly(card)
    press(card)
    card.get_by_role("button", name="They leave at their own wish · Basis").click()
    expect(cell(card, "They leave at their own wish, Basis")).to_be_focused()


def test_hints_come_in_steps_and_each_is_noted(page: Page) -> None:
    card = show(page, "table", kernel={"hints": page.evaluate("hintsOf('table')")})
    asked = "name => cards[name].model.sent.filter((message) => message.op === 'hint').map((message) => message.step)"
    expect(card.get_by_text("Look at the verbs.")).to_have_count(0)
    for step, words in enumerate(("Look at the verbs.", "Who was there?", "Ask what each could have seen."), start=1):
        card.get_by_role("button", name=f"hint ({step} of 3)").click()
        expect(card.locator(".ck-hints li").nth(step - 1)).to_have_text(words)
        expect(page.locator(".ck-live")).to_contain_text(words)
    expect(card.get_by_role("button", name="hint")).to_have_count(0)
    assert page.evaluate(asked, "table") == [1, 2, 3]


def test_hints_taken_before_are_there_again(page: Page) -> None:
    card = show(page, "table", saved={"hints": ["Look at the verbs.", "Who *was there*?"]})
    expect(card.locator(".ck-hints li")).to_have_text(["Look at the verbs.", "Who was there?"])
    expect(card.get_by_role("button", name="Another hint (3 of 3)")).to_be_visible()


def test_an_argument_is_told_criterion_by_criterion(page: Page) -> None:
    card = show(page, "argument")
    cell(card, "Claim 1, Claim").fill("They were ordered home.")
    cell(card, "Claim 1, Rests on").fill("LET p99")
    cell(card, "All your claims together, How sure").fill("40")
    expect(card.locator("tbody tr").last.locator("input, textarea")).to_have_count(1)
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
