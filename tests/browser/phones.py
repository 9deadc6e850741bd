"""Somebody in a room: a phone that is tapped, or a laptop at which nobody touches a mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser import pointing
from tests.browser.looks import AXE
from tests.conftest import not_run

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.rooms import RunningRoom

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
READY = 30_000
WIDER = """() => [...document.querySelectorAll("body *")].filter((node) => {
  const { left, right, width } = node.getBoundingClientRect();
  return width > 1 && (right > innerWidth + 1 || left < -1);
}).map((node) => node.outerHTML.slice(0, 120))"""
# What a finger has to meet: all that can be pressed, save a native control whose label is the target.
PRESSED = "button, label.ck-option, input:not([type=radio], [type=checkbox]), select, summary"
SMALL = f"""() => [...document.querySelectorAll("{PRESSED}")]
  .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 43.5)
  .map((node) => node.outerHTML.slice(0, 120))"""


@dataclass
class Phone:
    """A participant's page."""

    page: Page

    @property
    def status(self) -> Locator:
        """How the vote stands, beside its button."""
        return self.page.locator(".rp-status")

    @property
    def line(self) -> Locator:
        """How the connection is."""
        return self.page.locator(".rp-line")

    def at(self, heading: str) -> None:
        """Wait until a heading stands on the stage."""
        expect(self.page.get_by_role("heading", name=heading, exact=True, level=1)).to_be_visible()

    def join(self, room: RunningRoom) -> None:
        """Come in by the link."""
        self.page.goto(f"{room.url}#{room.join}")
        self.page.get_by_role("button", name="Join").tap()
        self.at("You are in")

    def choose(self, words: str) -> None:
        """Tap an option."""
        self.page.locator("label.ck-option", has_text=words).tap()

    def tap(self, paragraph: int, phrase: str) -> None:
        """Tap a word of the text."""
        words = self.page.locator(".ck-words").nth(paragraph)
        start, end = pointing.place(words, phrase)
        words.evaluate(pointing.SETTLE, start)
        box = pointing.box(words, (start + end) // 2)
        self.page.touchscreen.tap((box["left"] + box["right"]) / 2, box["y"])

    def point(self, paragraph: int, first: str, last: str = "") -> None:
        """Point at words, from the first to the last of them."""
        self.tap(paragraph, first)
        if last:
            self.tap(paragraph, last)
        self.page.get_by_role("button", name="Point at these words").tap()

    def vote(self, button: str = "Vote") -> None:
        """Press the button, and see the vote counted."""
        self.page.get_by_role("button", name=button, exact=True).tap()
        expect(self.status).to_contain_text("Counted.")

    def faults(self) -> list[str]:
        """Return what axe finds, and what is wider than the page or too small for a finger."""
        if not AXE.is_file():
            not_run("axe-core not installed (npm ci in coursekit/frontend)")
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
        found = self.page.evaluate("axe.run({ resultTypes: ['violations', 'passes'] })")
        assert any(each["id"] == "color-contrast" for each in found["passes"]), "axe measured no contrast"
        axe = [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found["violations"]]
        return axe + list(self.page.evaluate(WIDER)) + list(self.page.evaluate(SMALL))


def phone(browser: Browser, **options: Any) -> Phone:
    """Return a phone of its own, with nothing in it yet."""
    context = browser.new_context(**PHONE | options)
    context.set_default_timeout(READY)
    return Phone(context.new_page())
