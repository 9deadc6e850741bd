"""The pages edition in a browser: read, answered, closed, found again, handed in; nothing is asked of another host."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.course import Course
from tests.browser.pages import SUB, Site, card, ready
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

GUESS = "Each will give another reason, and the one that was there will tell most of what was seen."
LESSON = "lessons/00-what-lies-in-the-box.html"
LETTER = "lessons/02-reading-the-letter.html"


@pytest.fixture
def site(browser: Browser, address: str) -> Iterator[Site]:
    """A learner who has never been here."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    learner = Site(context, address)
    yield learner
    context.close()
    assert learner.outside == []


def test_a_lesson_is_begun_from_the_front_page_answered_closed_and_found_again(site: Site) -> None:
    page = site.open("index.html")
    page.get_by_role("link", name="Begin with").press("Enter")
    expect(page).to_have_url(f"{site.address}/{SUB}/{LESSON}")
    prediction = card(page, Course(ROOT).question("00-expect"))
    prediction.root.get_by_role("textbox").press_sequentially(GUESS)  # before Python is there
    prediction.button.press("Enter")
    ready(page)
    expect(prediction.root).to_have_attribute("data-answered", "true")
    prediction.kept()
    page.close()
    page = site.open("index.html")
    expect(page.get_by_role("link", name="Go on with Lesson 00, sitting 1")).to_have_attribute("href", LESSON)
    expect(page.locator("li", has_text="Lesson 00: What lies in the box")).to_contain_text("1 of 15 done")
    expect(page.locator(".ck-home-waits")).to_contain_text("your prediction is not yet compared with the text")
    page.get_by_role("link", name="Go on with").press("Enter")
    ready(page)
    again = card(page, Course(ROOT).question("00-expect"))
    expect(again.root).to_have_attribute("data-answered", "true")
    expect(again.root.get_by_role("textbox")).to_have_value(GUESS)


def test_what_is_said_in_one_tab_is_seen_in_the_other(site: Site) -> None:
    one, other = site.open(LESSON), site.open(LESSON)
    question = Course(ROOT).question("00-expect")
    ready(one)
    ready(other)
    first = card(one, question)
    first.root.get_by_role("textbox").fill(GUESS)
    first.button.click()
    first.kept()
    expect(card(other, question).root.get_by_role("textbox")).to_have_value(GUESS)


def test_a_link_leads_to_a_sitting_and_to_a_text_that_still_waits_for_a_prediction(site: Site) -> None:
    page = site.open(f"{LETTER}#sitting-2")
    expect(page.get_by_role("heading", name="Sitting 2: How the letter is built")).to_be_in_viewport()
    expect(page.locator(".ck-progress-place")).to_contain_text("Sitting 2 of 5")
    page.close()
    page = site.open(f"{LETTER}#LET-p7")
    ready(page)
    pane = page.locator(".ck-pane")
    expect(pane).to_contain_text("This text opens when you have written down what you expect")
    text = Course(ROOT).shelf.text("LET", "guide", "p7") or ""
    assert text
    assert text not in page.locator("body").inner_text()
    page.evaluate("location.hash = '02-expect'")
    prediction = card(page, Course(ROOT).question("02-expect"))
    prediction.root.get_by_role("textbox").fill(GUESS)
    prediction.button.click()
    page.evaluate("location.hash = 'LET-p7'")
    expect(pane.locator("[data-p='p7']")).to_contain_text(" ".join(text.split()[:5]))
