"""A student who has a keyboard and nothing else: every kind is answered, and a text is marked, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from playwright.sync_api import expect

from coursekit.annotation.keys import load_key
from coursekit.questions.ground import ground_of
from tests.browser.waiting import still
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.cards import Card

MOST_TABS = 400  # once around a long page
FITS = "wanted => document.activeElement.matches(wanted)"


class Hands(Protocol):
    """Where a student is: on a page, or in a notebook."""

    page: Page

    def card(self, question: str, /) -> Card:
        """Return a question."""


class Keys:
    """Hands that touch nothing but keys."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.page = hands.page

    def press(self, key: str, times: int = 1) -> None:
        """Press a key, several times."""
        for _ in range(times):
            self.page.keyboard.press(key)

    def to(self, wanted: str) -> None:
        """Press Tab until something that fits a selector has the focus."""
        expect(self.page.locator(wanted).locator("visible=true").first).to_be_visible()
        for _ in range(MOST_TABS):
            self.press("Tab")
            if self.page.evaluate(FITS, wanted):
                return
        raise AssertionError(f"Tab does not lead to {wanted}")

    def enter(self, wanted: str) -> None:
        """Go to something, and press Enter on it."""
        self.to(wanted)
        self.press("Enter")

    def answer(self, question: str, given: dict[str, Any]) -> None:
        """Answer a question, and have it checked."""
        card = self.hands.card(question)
        root = f".ck-question[data-question='{question}']"
        getattr(self, f"_{card.question.kind}")(card, root, given)
        self._point(card, root, ground_of(given))
        self.enter(f"{root} .ck-foot .ck-button")
        expect(card.root).to_have_attribute("data-state", "human" if card.question.kind == "text" else "right")
        still(self.page)

    def _text(self, card: Card, root: str, given: dict[str, Any]) -> None:  # noqa: ARG002 - as each kind's
        self.to(f"{root} :is(textarea, .ck-answer input)")
        self.page.keyboard.type(str(given["text"]))

    _number = _date = _text

    def _single(self, card: Card, root: str, given: dict[str, Any]) -> None:
        values = card.root.locator(".ck-options input").evaluate_all("nodes => nodes.map((node) => node.value)")
        self.to(f"{root} .ck-options input")
        self.press("Space")
        self.press("ArrowDown", values.index(given["choice"]))

    def _evidence(self, card: Card, root: str, given: dict[str, Any]) -> None:
        self._point(card, root, given)

    def _match(self, card: Card, root: str, given: dict[str, Any]) -> None:
        lines = {"match": "left", "classify": "cards"}[card.question.kind]
        chosen = given.get("pairs") or given["classes"]
        for number, line in enumerate(card.view[lines]):
            fields = card.root.locator(".ck-assign-line").nth(number)
            choices = fields.locator("option, input")
            values = choices.evaluate_all("nodes => nodes.map((node) => node.value)")
            self.to(f"{root} .ck-assign-line :is(select, input)")  # of a line the first, from the line above
            if not fields.locator("select").count():
                self.press("Space")
            self.press("ArrowDown", values.index(chosen[line["id"]]))

    _classify = _match

    def _point(self, card: Card, root: str, at: dict[str, Any]) -> None:
        if at.get("nowhere"):
            self.to(f"{root} .ck-nowhere input")
            self.press("Space")
        for span in at.get("spans", []):
            self.enter(f"{root} .ck-evidence-bar .ck-button")
            self.find(card.meant(span))
            self.press("Enter")  # the one press that is left: these words are pointed at
            expect(card.root.locator(".ck-pointed q")).to_have_count(1)

    def find(self, phrase: str) -> None:
        """Find words in the text that lies beside, and go to the press that takes them."""
        expect(self.page.locator(".ck-pane [data-p] .ck-words").first).to_be_visible()
        self.to(".ck-pane input[type=search]")
        self.page.keyboard.type(phrase)
        self.press("Enter")
        expect(self.page.locator(".ck-pane .ck-count")).to_contain_text("1 of ")
        self.to(".ck-pane .ck-findtools .ck-button")

    def do(self, task: str) -> None:
        """Mark one passage of a task, and lay the expert's marks beside it."""
        span = next(span for span in load_key(ROOT / "lessons" / "keys" / f"{task}.toml").spans if not span.optional)
        door = f".ck-door[data-task='{task}']"
        self.enter(f"{door} button")
        self.find(span.quote)
        self.press("Enter")
        expect(self.page.locator(".ck-palette .ck-tag:focus")).to_have_count(1)
        self.press("Enter")
        expect(self.page.locator(".ck-pane .ck-status")).to_have_attribute("data-state", "saved")
        self.enter(".ck-pane .ck-finish button")
        expect(self.page.locator(".ck-pane .ck-ask .ck-button:focus")).to_have_text("Show them")
        self.press("Enter")
        expect(self.page.locator(door)).to_have_attribute("data-state", "finished")
