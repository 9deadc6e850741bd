"""Four people in a room, each at a page of another sort, and some more who vote by the protocol."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser import keyboard
from tests.browser.hearing import Ears, listen
from tests.browser.phones import Phone, phone
from tests.browser.voters import Voter, voters
from tests.browser.waiting import until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

    from tests.browser.instructing import Instructor

LAPTOP: dict[str, Any] = {"viewport": {"width": 1100, "height": 800}, "has_touch": False, "is_mobile": False}
MINUTE, STEP = 60_000, 12_000  # ms; a phone never waits longer than a step before it tries again


@dataclass
class People:
    """Whoever takes part."""

    touch: Phone
    away: Phone  # another phone; it loses its network
    keys: Phone  # a laptop at which nobody touches a mouse
    read: Phone  # a laptop that is read out
    rest: Sequence[Voter]
    ears: dict[str, Ears]
    errors: list[str] = field(default_factory=list)

    @property
    def pages(self) -> Sequence[Phone]:
        """Those who have a page."""
        return (self.touch, self.away, self.keys, self.read)

    def at(self, heading: str) -> None:
        """Wait until all of them are there."""
        for each in self.pages:
            each.at(heading)

    def back(self) -> None:
        """Wait until all have found the room again."""
        for each in self.pages:
            expect(each.line).to_be_empty()


def joined(browser: Browser, at: Instructor, rest: int) -> People:
    """Let everybody in, each in their own way."""
    touch, away, keys, read = phone(browser), phone(browser), phone(browser, **LAPTOP), phone(browser, **LAPTOP)
    every = {"touch": touch, "away": away, "keys": keys, "read": read}
    ears = {name: listen(each.page) for name, each in every.items()}
    people = People(touch, away, keys, read, voters(at.room, rest), ears)
    for each in people.pages:
        each.page.on("pageerror", lambda error: people.errors.append(str(error)))
    away.page.clock.install()
    touch.join(at.room)
    away.page.goto(at.room.url)
    away.page.get_by_label("Code of the room").fill(at.room.code.lower())
    away.page.get_by_role("button", name="Join").tap()
    keys.page.goto(at.room.url)
    keys.page.get_by_role("button", name="Join").wait_for()
    keyboard.without_mouse(keys)
    keyboard.tab_to(keys, ".rp-code")
    keys.page.keyboard.type(at.room.code)
    keys.page.keyboard.press("Enter")
    read.page.goto(f"{at.room.url}#{at.room.join}")
    read.page.get_by_role("button", name="Join").click()
    people.at("You are in")
    expect(at.console.get_by_text(f"{4 + rest} joined")).to_be_visible()
    return people


def vote_by_key(keys: Phone) -> None:
    """Go to the button, press it, and see the vote counted."""
    if not keys.page.evaluate("document.activeElement.matches('.rp-vote')"):
        keyboard.tab_to(keys, ".rp-vote")
    keys.page.keyboard.press("Enter")
    expect(keys.status).to_contain_text("Counted.")


def vote_by_name(read: Phone) -> None:
    """Press what is read out as a button, and hear that the vote is counted."""
    read.page.get_by_role("button", name="Vote", exact=True).click()
    expect(read.status).to_contain_text("Counted.")
    expect(read.page.get_by_role("status").filter(has_text="Counted.")).to_have_count(1)


def a_minute_without_a_network(at: Instructor, away: Phone, ears: Ears) -> None:
    """Vote without a network; for a minute of the phone's clock it tries in vain, and then the vote is counted."""
    away.page.context.set_offline(offline=True)
    expect(away.line).to_contain_text("No connection")
    away.point(1, "apart", "one”")
    away.page.get_by_role("button", name="Vote", exact=True).tap()
    expect(away.status).to_contain_text("kept here, and sent when it is back")
    for _ in range(MINUTE // STEP):
        before = ears.tries
        away.page.clock.run_for(STEP)
        until(at.console, lambda before=before: ears.tries > before)  # type: ignore[misc]
    expect(away.line).to_contain_text("No connection")
    expect(away.status).to_contain_text("kept here, and sent when it is back")
    away.page.context.set_offline(offline=False)
    expect(away.status).to_contain_text("Counted.")


def killed(at: Instructor, people: People) -> None:
    """Kill the server, see that everybody is told, and start it again; all come back by themselves."""
    at.room.kill()
    at.lost()
    for each in people.pages:
        expect(each.line).to_contain_text("No connection")
    at.room.start()
    at.back()
    people.back()
