"""A page of question cards, and hands that answer them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


KINDS = (
    *("single", "multiple", "ground", "evidence", "order", "match", "classify", "number", "date", "text", "prediction"),
    *("table", "argument"),
)

HOSTILE = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>\u202e\x07 javascript:alert(1)'

GIVEN: dict[str, dict[str, Any]] = {
    "single": {"choice": "c"},
    "multiple": {"choices": ["a"]},
    "evidence": {"nowhere": True},
    "ground": {"choice": "n", "ground": {"nowhere": True}},
    "order": {"order": ["x", "z", "y"]},
    "match": {"pairs": {"one": "q"}},
    "classify": {"classes": {"one": "s"}},
    "number": {"text": "18"},
    "date": {"text": "18"},
    "text": {"text": "18"},
    "prediction": {"text": "18"},
    "table": {"cells": {"one": {"basis": "s"}}},
    "argument": {"cells": {"c1": {"claim": "It was so."}}},
}


def show(page: Page, name: str, **more: Any) -> Locator:
    page.evaluate("([name, more]) => show(name, more)", [name, more])
    return page.locator(".ck-question").last


def sent(page: Page, name: str) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = page.evaluate("name => cards[name].model.sent", name)
    return [message for message in messages if message["op"] == "answer"]


def press(card: Locator) -> None:
    card.locator(".ck-foot .ck-button").click()


def select(card: Locator, words: str, paragraph: int = 0) -> None:
    """Select some words of a text in a card, as a pointer does, and wait until they are taken."""
    card.locator(".ck-words").nth(paragraph).evaluate(
        """(node, words) => {
        const text = document.createTreeWalker(node, 4).nextNode(), range = document.createRange();
        const at = text.data.indexOf(words);
        range.setStart(text, at); range.setEnd(text, at + words.length);
        getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        words,
    )
    expect(card.get_by_role("button", name="Point at these words")).to_have_attribute("aria-disabled", "false")


def answer(card: Locator, kind: str) -> None:
    """Answer a question in the plainest way."""
    if kind == "single":
        card.get_by_label("A shift from some").check()
    elif kind == "multiple":
        card.get_by_role("checkbox").nth(0).check()
    elif kind == "ground":
        card.get_by_label("no, it speaks of many").check()
        card.get_by_label("Nowhere").check()
    elif kind == "evidence":
        card.get_by_label("Nowhere").check()
    elif kind == "order":
        card.get_by_role("button", name="Move up").nth(2).click()
    elif kind == "match":
        card.get_by_role("combobox").nth(0).select_option("q")
    elif kind == "classify":
        card.get_by_role("radio").nth(0).check()
    elif kind == "table":
        card.get_by_role("combobox").nth(0).select_option("s")
    elif kind == "argument":
        card.get_by_role("textbox").nth(0).fill("It was so.")
    else:
        card.get_by_role("textbox").fill("18")
