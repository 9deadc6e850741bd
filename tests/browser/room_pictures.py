"""The pictures of a room, made anew: ``python3 -m tests.browser.room_pictures``. The class is made up."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect, sync_playwright

from tests.browser import pointing
from tests.browser.harness import chromium_browser
from tests.browser.phones import phone
from tests.browser.pictures import PICTURES
from tests.browser.rooms import RunningRoom
from tests.browser.voters import voters
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playwright.sync_api import Browser

    from tests.browser.voters import Voter

LESSON = "04"
CLASS = 24
SIZE = {"width": 1280, "height": 800}
# The words at a third of the window, wherever in a long paragraph they stand.
IN_SIGHT = """(node, at) => {
  const range = document.createRange();
  range.setStart(document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode(), at);
  scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3, behavior: "instant" });
}"""
# Phones that are only there: what they vote comes otherwise.
HERE = """(tokens) => tokens.forEach((token) => {
  const socket = new WebSocket(`ws://${location.host}/live`);
  socket.onopen = () => socket.send(JSON.stringify({ op: "hello", as: "participant", token }));
})"""
# Phrase of the calendar -> how many of the class point at it, in each round; so the teaching notes expect it, roughly.
Split = dict[str, tuple[int, int]]


def split(vote: Mapping[str, Any], lucky: Random) -> Split:
    """Return who might point at what: most at what an expert would, the rest at other quoted words."""
    expert = [each["quote"] for each in vote["expert"]]
    quoted = [
        each["text"][start:end].strip("“”")
        for each in vote["paragraphs"]
        for start, end in each["quotes"]
        if 2 < len(each["text"][start:end].split()) < 12
    ]
    others = lucky.sample([each for each in quoted if each not in expert], 3)
    first, second = (4, 3, 8, 5, 4), (12, 6, 3, 2, 1)
    return dict(zip([*expert[:2], *others], zip(first, second, strict=True), strict=False))


def point(people: Sequence[Voter], wanted: Split, number: int) -> None:
    """Let everybody point, each in one place."""
    places = [words for words, counts in wanted.items() for _ in range(counts[number])]
    for person, words in zip(people, places, strict=False):
        assert person.point(words)["op"] == "ack"


def take(browser: Browser, room: RunningRoom) -> None:
    """Play a vote by pointing, and take a picture of each page at its moment."""
    console, screen = browser.new_page(viewport=SIZE), browser.new_page(viewport=SIZE)
    console.goto(f"{room.url}console#{room._key}")
    screen.goto(f"{room.url}projected#{room.look()['projected']}")
    people = voters(room, CLASS)
    here = browser.new_page()
    here.goto(f"{room.url}about")
    here.evaluate(HERE, [each.token for each in people])
    one = phone(browser)
    one.join(room)
    planned = next(each["item"] for each in room.look()["plan"] if each["item"]["kind"] == "point")
    room.press("ask", item=planned)
    asked = room.look()["vote"]["asked"]
    wanted = split({"expert": planned["expert"], "paragraphs": asked["paragraphs"]}, Random(4))  # noqa: S311
    expect(one.page.locator(".ck-words").first).to_be_visible()
    best = next(iter(wanted))
    at = next(n for n, each in enumerate(asked["paragraphs"]) if best in each["text"])
    text = one.page.locator(".ck-words").nth(at)
    start, end = pointing.place(text, best)
    text.evaluate(IN_SIGHT, start)
    for sign in (start + 1, end - 2):
        box = pointing.box(text, sign)
        one.page.touchscreen.tap((box["left"] + box["right"]) / 2, box["y"])
    one.page.get_by_role("button", name="Point at these words").tap()
    one.vote()
    text.evaluate(IN_SIGHT, start)
    one.page.screenshot(path=PICTURES / "room-phone.png")
    point(people, wanted, 0)
    expect(console.get_by_text(f"{CLASS + 1} of {CLASS + 1} here have voted")).to_be_visible()
    console.screenshot(path=PICTURES / "room-console.png")
    room.press("close")
    room.press("second")
    point(people, wanted, 1)
    room.press("open")
    room.press("lay_over", on=True)
    expect(screen.locator(".rm-expert").first).to_be_visible()
    screen.screenshot(path=PICTURES / "room-screen.png")


def main() -> None:
    """Hold a room, and take every picture of it."""
    found = shutil.which("chromium") or shutil.which("google-chrome") or sys.exit("pictures: chromium not installed")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        room = RunningRoom(Path(folder), ("--open",), course=ROOT, lesson=LESSON)
        with chromium_browser(playwright, found) as browser:
            try:
                room.start()
                take(browser, room)
            finally:
                room.kill()


if __name__ == "__main__":
    main()
