"""The README's pictures of the pages edition, made anew: ``python3 -m tests.browser.pictures``."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import expect, sync_playwright

from tests.browser.harness import chromium_browser
from tests.browser.pages import START, SUB, Site, build, ready, served
from tests.browser.paging import COURSE, Hands
from tests.browser.shipped import best
from tests.browser.waiting import still
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PICTURES = ROOT / "docs" / "pictures"
LESSON = "lessons/00-what-lies-in-the-box.html"
ASKED = "00-promise"  # a question that is answered by pointing into the text
GUESS = "Each will give another reason, and the one that was there will tell most of what was seen."


def answered(page: Page) -> Hands:
    """Go on to a question that asks for a passage, and answer it."""
    ready(page)
    hands = Hands(page)
    hands.answer("00-expect", {"text": GUESS})
    while hands.waiting() != (ASKED, ""):
        hands.goes_on()
    hands.answer(ASKED, best(COURSE.question(ASKED)))
    still(page)
    return hands


def take(browser: Browser, address: str, name: str, width: int, height: int) -> None:
    """Take one picture."""
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=width < 600)
    context.set_default_timeout(START)
    site = Site(context, address)
    if name == "front":
        page = site.open("index.html")
    else:
        page = site.open(LESSON)
        hands = answered(page)
        if close := page.get_by_role("button", name=re.compile("To the question")):
            close.click() if close.is_visible() else None
        passage = hands.card(ASKED).root.get_by_role("button", name="Show me the passage")
        if width > 600:
            passage.click()
        hands.card(ASKED).root.evaluate("node => node.scrollIntoView({ block: 'center' })")
    still(page)
    page.screenshot(path=PICTURES / f"{name}.png")
    context.close()


def main() -> None:
    """Build the site, and take every picture of it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=START)
    found = shutil.which("chromium") or shutil.which("google-chrome") or sys.exit("pictures: chromium not installed")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(Path(folder) / SUB)
        with served(Path(folder)) as address, chromium_browser(playwright, found) as browser:
            take(browser, address, "front", 960, 720)
            take(browser, address, "lesson-phone", 390, 720)
            take(browser, address, "lesson-wide", 1280, 800)


if __name__ == "__main__":
    main()
