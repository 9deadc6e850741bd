"""The card under the hand: keys, focus, lines that are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.frontend.cards import KINDS, sent, show

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_line_is_moved_by_arrow_keys_and_keeps_the_focus(page: Page) -> None:
    card = show(page, "order")
    card.get_by_role("button", name="Move down, now 1 of 3: filed in Berlin").focus()
    page.keyboard.press("ArrowDown")
    expect(card.get_by_role("button", name="Move down, now 2 of 3: filed in Berlin")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".ck-live")).to_contain_text("filed in Berlin: now 3 of 3")
    expect(card.locator(".ck-status")).to_have_text("saved 14:02")
    assert sent(page, "order")[-1]["answer"] == {"order": ["y", "z", "x"]}


def test_a_line_is_dragged(page: Page) -> None:
    card = show(page, "order")
    grips = card.locator(".ck-grip")
    start, end = grips.nth(2).bounding_box(), grips.nth(0).bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(end["x"] + 5, end["y"] - 4, steps=8)
    page.mouse.up()
    expect(card.locator(".ck-status")).to_have_text("saved 14:02")
    assert sent(page, "order")[-1]["answer"] == {"order": ["z", "x", "y"]}


def test_enter_in_a_field_checks(page: Page) -> None:
    card = show(page, "number")
    card.get_by_role("textbox").fill("2")
    card.get_by_role("textbox").press("Enter")
    expect(card.locator(".ck-feedback")).to_contain_text("Right.")
    expect(card.get_by_role("textbox")).to_be_focused()


def test_keys_stay_in_the_card_and_saving_passes(page: Page) -> None:
    for kind in KINDS:
        card = show(page, kind)
        page.evaluate("stopped.length = 0")
        for control in card.locator("input, select, textarea, button, .ck-words").all():
            if not control.is_visible():
                continue
            control.focus()
            for key in ("b", "d", "d", "x", "5", "Escape", "ArrowLeft", "Shift+M"):
                page.keyboard.press(key)
        assert page.evaluate("stopped") == [], kind
        page.keyboard.press("Control+s")
        assert page.evaluate("stopped.at(-1)") == "s"


def test_keys_elsewhere_are_nobody_elses_business(page: Page) -> None:
    show(page, "single")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("b")
    assert page.evaluate("stopped") == ["b"]


def test_the_focus_is_never_taken_away(page: Page) -> None:
    card = show(page, "single")
    option = card.get_by_label("A contradiction")
    option.focus()
    page.keyboard.press("Space")
    page.evaluate("cards.single.model.kernel.delay = 100")
    page.evaluate("document.querySelector('.ck-foot .ck-button').click()")
    expect(card.locator(".ck-feedback")).to_be_visible()
    expect(option).to_be_focused()
