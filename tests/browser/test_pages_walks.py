"""Lessons and exercises of the pages edition gone through whole: answered, closed, found again, handed in, marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.marking.exercise import mark_exercise
from coursekit.marking.hand_in import read_hand_in
from tests.browser.exercise import right
from tests.browser.keyboard import COUNT_POINTERS
from tests.browser.keying import Keys
from tests.browser.lamp import HANDLES
from tests.browser.pages import START, Site, ready
from tests.browser.paging import COURSE, Hands, states
from tests.browser.shipped import best
from tests.browser.waiting import still

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

FIRST = "lessons/00-what-lies-in-the-box.html"
NAME = "Ann O'Neill"
GUESS = "Each will give another reason, and the one that was there will tell most of what was seen."


def learner(browser: Browser, address: str, **context: object) -> Iterator[Site]:
    """Somebody who has never been here."""
    made = browser.new_context(**context)  # type: ignore[arg-type]
    made.set_default_timeout(START)
    expect.set_options(timeout=START)
    site = Site(made, address)
    yield site
    made.close()
    assert site.outside == []


@pytest.fixture
def site(browser: Browser, address: str) -> Iterator[Site]:
    """A learner at a wide screen."""
    yield from learner(browser, address, viewport={"width": 1280, "height": 900})


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Site]:
    """A learner with a finger and a narrow screen."""
    yield from learner(browser, address, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def marked_alike(file: Path, assignment: str, told: dict[str, str]) -> None:
    """Expect that the file of a hand-in gets the marks that the cards have shown."""
    handed = read_hand_in(file.read_bytes())
    assert (handed.exercise, handed.learner) == (assignment, NAME)
    found = mark_exercise(COURSE.assignments[assignment], handed.answers, COURSE.shelf)
    assert {question.id: mark.state for question, mark in found.marks} == told


@pytest.mark.parametrize("name", ["00-what-lies-in-the-box", "09-the-missing-note"])
def test_a_lesson_is_gone_through_found_again_and_handed_in(site: Site, name: str) -> None:
    page = site.open(f"lessons/{name}.html")
    ready(page)
    hands = Hands(page)
    kinds: set[str] = set()
    tasks = 0
    while True:
        if found := hands.waiting():
            question, task = found
            if task:
                hands.do(task)
                tasks += 1
            else:
                kind = COURSE.question(question).kind
                hands.answer(question, best(COURSE.question(question)), by_hand=kind not in kinds)
                kinds.add(kind)
            still(page)
        if not hands.waiting() and not hands.goes_on():
            break
    told = states(page)
    assert tasks == len(COURSE.assignments[f"L{name[:2]}"].tasks)
    assert set(told.values()) <= {"right", "human"}
    marked_alike(hands.hand_in(NAME), f"L{name[:2]}", told)
    page.close()

    page = site.open("index.html")
    at = page.locator(f"a[href='lessons/{name}.html']")
    expect(page.locator(".ck-home-path > li", has=at).locator(".ck-home-done")).to_have_text("done")
    expect(page.locator("a.ck-home-on")).to_contain_text(f"Go on with Exercise {name[:2]}")
    at.click()
    ready(page)
    assert states(page) == told
    assert page.locator(".ck-door[data-task][data-state='finished']").count() == tasks


@pytest.mark.parametrize("name", ["07-numbers", "09-matrix"])
def test_an_exercise_is_done_found_again_and_handed_in(site: Site, name: str) -> None:
    page = site.open(f"exercises/{name}.html")
    ready(page)
    hands = Hands(page)
    hands.show_everything()
    for question in COURSE.exercises[name].questions:
        hands.answer(question.id, {"text": GUESS} if question.kind == "text" else right(question))
    told = states(page)
    page.close()
    page = site.open(f"exercises/{name}.html")
    ready(page)
    hands = Hands(page)
    hands.show_everything()
    assert states(page) == told
    marked_alike(hands.hand_in(NAME), name, told)


def test_by_keyboard_alone_from_the_front_page_to_the_hand_in(site: Site) -> None:
    page = site.open("index.html")
    Keys(Hands(page)).enter("a.ck-home-on")
    expect(page).to_have_url(re.compile(FIRST))
    ready(page)
    page.evaluate(COUNT_POINTERS)
    hands = Hands(page)
    keys = Keys(hands)
    while True:
        if found := hands.waiting():
            question, task = found
            keys.do(task) if task else keys.answer(question, best(COURSE.question(question)))
            continue
        if hands.line.locator(".ck-progress-next").get_attribute("aria-disabled") == "true":
            break
        keys.enter(".ck-progress-next")
        still(page)
    keys.enter(".ck-hand-in-fold > summary")
    keys.to(".ck-hand-in input")
    page.keyboard.type(NAME)
    keys.press("Enter")
    expect(page.locator(".ck-hand-in a[download]")).to_be_visible()
    keys.to(".ck-hand-in a[download]")
    with page.expect_download() as taken:
        keys.press("Enter")
    marked_alike(taken.value.path(), "L00", states(page))
    assert page.evaluate("window.pointed") == []


def test_by_touch_on_a_telephone(phone: Site) -> None:
    page = phone.open("index.html")
    page.get_by_role("link", name="Begin with").tap()
    ready(page)
    hands = Hands(page)
    guess = hands.card("00-expect")
    guess.root.get_by_role("textbox").tap()
    page.keyboard.type(GUESS)
    guess.button.tap()
    guess.kept()
    question = COURSE.question("00-promise")
    span = best(question)["spans"][0]
    while hands.waiting() != (question.id, ""):
        assert hands.goes_on()
        still(page)
    card = hands.card(question.id)
    point = card.root.get_by_role("button", name=re.compile("^Point in "))
    point.tap()
    words = page.locator(f".ck-pane .ck-pointing [data-p='{span['paragraph']}'] .ck-words")
    expect(words).to_be_visible()
    words.evaluate(HANDLES, card.meant(span))
    add = page.locator(".ck-pane").get_by_role("button", name="Point at these words")
    expect(add).to_have_attribute("aria-disabled", "false")
    add.tap()
    page.get_by_role("button", name="To the question").tap()
    expect(page.locator(".ck-pane")).to_have_count(0)
    card.button.tap()
    expect(card.root).to_have_attribute("data-state", "right")
    page.reload()
    ready(page)
    expect(card.root).to_have_attribute("data-state", "right")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
