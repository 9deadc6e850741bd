"""An instructor in a room: its console, and the screen in front of the class."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser.hearing import Ears, leaked, listen
from tests.browser.rooms import running_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

    from tests.browser.rooms import RunningRoom

WIDE: ViewportSize = {"width": 1280, "height": 720}


@dataclass
class Instructor:
    """A room with its two pages, and what its screen has received."""

    room: RunningRoom
    console: Page
    screen: Page
    ears: Ears

    def press(self, name: str) -> None:
        """Press one of the large buttons, once it can be pressed."""
        button = self.console.locator(f"[data-press='{name}']")
        expect(button).to_be_enabled()
        button.click()

    def phase(self, words: str) -> None:
        """Wait until both pages are there."""
        expect(self.console.locator(".rc-phase")).to_have_text(words)
        expect(self.screen.locator(".rs-phase")).to_have_text(words)

    def close(self, words: str) -> None:
        """Close the round, and wait until both pages say so."""
        self.press("close")
        self.phase(words)

    def lost(self) -> None:
        """Wait until both pages say that the room is away."""
        for page in (self.console, self.screen):
            expect(page.locator(".rm-line")).to_contain_text("The connection to the room is lost")

    def back(self) -> None:
        """Wait until both pages have found the room again."""
        for page in (self.console, self.screen):
            expect(page.locator(".rm-line")).to_be_hidden()

    def end(self) -> None:
        """End the session."""
        self.console.get_by_role("button", name="End the session").click()
        self.console.get_by_role("button", name="Yes, end it").click()

    def kept_secret(self, *more: str) -> None:
        """Nothing of results or keys has come to the screen, nor any of ``more``."""
        assert self.ears.frames
        assert leaked(self.ears.heard(), *more) == []


@contextmanager
def instructed(browser: Browser, work: Path, *options: str, **of_context: Any) -> Iterator[Instructor]:
    """Hold a room, and open its console and its screen; no script of theirs may fail.

    ``options`` are the command's, ``of_context`` Playwright's.
    """
    errors: list[str] = []
    made = browser.new_context(viewport=WIDE, **of_context)
    with running_room(work, *options) as room:
        console, screen = made.new_page(), made.new_page()
        ears = listen(screen)
        for page in (console, screen):
            page.on("pageerror", lambda error: errors.append(str(error)))
        console.goto(f"{room.url}console#{room._key}")
        screen.goto(f"{room.url}projected#{room.look()['projected']}")
        yield Instructor(room, console, screen, ears)
        made.close()
    assert errors == []
