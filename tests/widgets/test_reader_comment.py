"""A mark just made: its comment has the focus, and the way back to the words is one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.widgets.reading import Reading, setup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser


@pytest.fixture
def reading(browser: Browser) -> Iterator[Reading]:
    opened = Reading.open(browser, setup())
    yield opened
    assert opened.errors == []
    opened.page.context.close()


def in_comment(reading: Reading) -> bool:
    return bool(reading.page.evaluate("document.activeElement.matches('.ck-editor textarea')"))


def by_digit(reading: Reading) -> None:
    reading.press("2")


def by_palette(reading: Reading) -> None:
    reading.tag("Turn")


def by_keyboard_in_the_palette(reading: Reading) -> None:
    reading.words("p2").focus()
    reading.press("Enter", "Tab", "Enter")


@pytest.mark.parametrize("tag", [by_digit, by_palette, by_keyboard_in_the_palette])
def test_what_is_typed_after_tagging_is_the_comment(reading: Reading, tag: Callable[[Reading], None]) -> None:
    reading.drag("p2", "many people")
    tag(reading)
    assert in_comment(reading)
    reading.page.keyboard.type("1 or 2? bx")
    reading.press("Enter")
    assert reading.focused() == "ck-words"
    assert [message["annotation"]["tag"] for message in reading.sent("add")] == ["TURN"]
    assert [message["changes"] for message in reading.sent("change")] == [{"comment": "1 or 2? bx"}]
    assert reading.page.locator(".ck-note.ck-open").count() == 0


@pytest.mark.parametrize("key", ["Enter", "Escape"])
def test_a_series_by_keyboard_goes_on_from_the_marked_words(reading: Reading, key: str) -> None:
    reading.words("p2").focus()
    reading.press("ArrowRight", "ArrowRight", " ", "1", key)
    assert [words for _, words in reading.painted("ck-cursor")] == reading.quotes()[0]
    reading.press("ArrowRight", " ", "3", key, "ArrowRight", " ", "2")
    assert reading.quotes() == [["then"], ["counts"], ["a"]]
    assert reading.sent("change") == []


def test_an_enter_with_shift_begins_a_line_of_the_comment(reading: Reading) -> None:
    reading.drag("p1", "letter")
    reading.press("1")
    reading.page.keyboard.type("one")
    reading.press("Shift+Enter")
    reading.page.keyboard.type("two")
    reading.press("Escape")
    assert [message["changes"]["comment"] for message in reading.sent("change")] == ["one\ntwo"]


def test_undo_right_after_tagging_takes_the_mark_back_to_the_words(reading: Reading) -> None:
    reading.drag("p1", "letter")
    reading.press("1", "Control+z")
    assert reading.notes() == []
    assert len(reading.sent("remove")) == 1
    assert reading.focused() == "ck-words"


def test_with_a_finger_no_keyboard_comes_up_but_the_comment_is_open(browser: Browser) -> None:
    reading = Reading.open(browser, setup(), has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    reading.words("p1").evaluate("(leaf) => getSelection().setBaseAndExtent(leaf.firstChild, 4, leaf.firstChild, 10)")
    reading.page.wait_for_selector(".ck-has-pick")
    reading.page.locator(".ck-palette").get_by_role("button", name="Quantity").tap()
    assert reading.quotes() == [["letter"]]
    assert not in_comment(reading)
    reading.page.locator(".ck-editor textarea").tap()
    reading.page.keyboard.type("2 of them")
    assert reading.page.locator(".ck-editor textarea").input_value() == "2 of them"
    assert reading.errors == []
    reading.page.context.close()
