"""A table to be filled in: by keyboard alone, and with hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.frontend.cards import press, show
from tests.frontend.tables import answered, cell, saved

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST_KEYS = 130  # a grid of twelve by five


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
    page.wait_for_function(
        "cards.grid.model.sent.at(-1).answer?.cells?.r11?.note !== undefined"
    )  # the last is on its way
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
