"""The documents beside the lesson, in the real JupyterLab: by mouse, by keyboard alone, by touch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.harness import READY
from tests.browser.keyboard import pointers, press, tab_to, without_mouse
from tests.browser.lamp import HANDLES, NAME, OTHER, WIDGETS, Pane, pane_of
from tests.browser.looks import serious
from tests.browser.pointing import drag
from tests.browser.waiting import still

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext

    from tests.browser.harness import Lab

LOCK = "This text opens when you have written down what you expect"
ENCLOSED = "the keeper's own note"
WATCH = "the watch of number 9"
HEAD = 90  # px that the head of a sheet may take: the documents, what to do in one, and the way back
FINGER = 44  # px that what is touched is high and wide at least
SOME = 40  # places of which axe measures the contrast


@pytest.fixture
def pane(lamp: Lab, context: BrowserContext) -> Iterator[Pane]:
    """The lesson laid out, at a wide screen."""
    with pane_of(lamp, context, NAME) as found:
        expect(found.root).to_be_visible()
        yield found


def test_the_gate_holds_in_reader_question_and_task_and_opens_for_all(pane: Pane) -> None:
    expect(pane.root).to_contain_text(LOCK)
    pane.card("00-where").get_by_role("button", name="Point in").click()
    expect(pane.root.locator(".ck-pointing")).to_contain_text(LOCK)
    pane.door("00-marks").click()
    expect(pane.root.locator(".ck-reader")).to_contain_text(LOCK)
    assert pane.page.evaluate("!document.body.innerText.includes('the keeper')")
    pane.predict()
    expect(pane.words("p3")).to_contain_text(ENCLOSED)
    pane.card("00-where").get_by_role("button", name="Point in").click()
    expect(pane.words("p3")).to_contain_text(ENCLOSED)


def test_a_link_into_a_text_that_was_left_elsewhere_leads_to_its_words(pane: Pane) -> None:
    pane.door("LOG").click()
    pane.words("p3").evaluate("node => node.scrollIntoView({ block: 'start', behavior: 'instant' })")
    pane.door("00-marks").click()
    pane.page.locator(".ck-ref", has_text="p12").click()
    still(pane.page)  # what was left is not gone back to meanwhile
    expect(pane.words("p12")).to_be_in_viewport()
    expect(pane.words("p3")).not_to_be_in_viewport()


def test_no_door_grows_when_its_text_comes_into_the_pane(pane: Pane) -> None:
    doors = pane.page.locator(".ck-door")
    before = doors.evaluate_all("all => all.map((each) => each.offsetHeight)")
    for name, number in (("LOG", 1), ("BOX", 0)):
        pane.door(name).click()
        expect(doors.nth(number)).to_have_attribute("data-shown", "true")
        assert doors.evaluate_all("all => all.map((each) => each.offsetHeight)") == before
        expect(pane.door(name)).to_have_accessible_name("In the pane now")
    expect(pane.door("LOG")).to_have_accessible_name("Read it in the pane")


def test_a_link_leads_there_and_back_to_the_same_place(pane: Pane) -> None:
    pane.door("LOG").click()
    pane.words("p5").evaluate("node => node.scrollIntoView({ block: 'start', behavior: 'instant' })")
    still(pane.page)
    before = pane.top("p5")
    assert before is not None
    pane.page.locator(".ck-ref", has_text="p12").click()
    expect(pane.words("p12")).to_be_in_viewport()
    still(pane.page)
    assert pane.top("p5") != before
    pane.tab("Back").click()
    pane.learner.wait(lambda: pane.top("p5") == before, lambda: f"{pane.top('p5')} is not {before}")
    card = pane.card("96-who")
    card.get_by_label("a keeper").check()
    card.get_by_role("button", name="Check").click()
    card.get_by_role("button", name="Show LOG p3").click()
    expect(pane.words("p3")).to_be_in_viewport()
    expect(card.locator(".ck-inline-passage")).to_have_count(0)
    pane.tab("Back").click()
    pane.learner.wait(lambda: pane.top("p5") == before, lambda: f"{pane.top('p5')} is not {before}")
    pane.tab("Back").click()  # before the door was opened
    expect(pane.root).to_contain_text(LOCK)
    expect(pane.tab("Back")).to_be_disabled()


def test_only_what_the_lesson_has_becomes_a_link(pane: Pane) -> None:
    assert pane.page.locator(".ck-ref").all_inner_texts() == ["LOG p9", "p12"]


def test_it_is_closed_and_reopened_as_wide_as_it_was(pane: Pane) -> None:
    pane.widen(90)
    still(pane.page)
    wide = pane.root.bounding_box()
    pane.tab("Close").click()
    expect(pane.root).to_have_count(0)
    pane.page.get_by_role("tab", name="The documents", exact=True).click()
    expect(pane.root).to_be_visible()
    pane.tab("Close").click()
    pane.learner.open(NAME)
    pane.learner.run(widgets=WIDGETS[NAME])
    assert pane.page.locator(".ck-pane").count() == 0, "put away, it does not come up by itself"
    pane.door("LOG").click()
    expect(pane.words("p1")).to_be_visible()
    now = pane.root.bounding_box()
    assert wide
    assert now
    assert abs(now["width"] - wide["width"]) <= 3


def test_it_follows_the_door_one_comes_to_and_comes_back_after_a_reload(pane: Pane) -> None:
    pane.page.locator(".ck-door[data-text='LOG'] .ck-door-words").click()
    expect(pane.words("p14")).to_have_count(1)
    expect(pane.door("LOG")).to_have_class(re.compile("ck-quiet"))
    pane.learner.open(NAME)
    pane.learner.run(widgets=WIDGETS[NAME])
    expect(pane.words("p14")).to_have_count(1)


def test_a_window_made_narrow_shows_the_lesson_and_the_pane_comes_from_below(pane: Pane) -> None:
    pane.page.set_viewport_size({"width": 390, "height": 844})
    expect(pane.root).to_have_count(0)
    expect(pane.page.locator("#jp-right-stack")).to_be_hidden()
    pane.card("96-oil").get_by_role("button", name="Point in").click()
    expect(pane.page.locator(".ck-pane-below .ck-pane")).to_be_visible()
    pane.page.set_viewport_size({"width": 1280, "height": 900})
    expect(pane.page.locator(".ck-pane-side .ck-pane")).to_be_visible()
    expect(pane.page.locator(".ck-pane-below")).to_be_hidden()


def test_two_lessons_share_one_pane_and_it_shows_the_one_in_front(pane: Pane) -> None:
    pane.door("LOG").click()
    expect(pane.words("p14")).to_have_count(1)
    listed = pane.page.locator(".jp-DirListing-item", has_text=OTHER)
    if not listed.is_visible():
        pane.page.keyboard.press("Control+b")
    listed.dblclick()
    panel = pane.page.locator(".jp-NotebookPanel:visible")
    expect(panel.get_by_role("heading", name="97")).to_be_visible()
    expect(pane.root).to_contain_text("come here when it is laid out")
    pane.learner.wait(lambda: pane.page.get_by_text("Idle").count() > 0)
    pane.page.get_by_role("button", name="Run this page").locator("visible=true").first.click()
    expect(pane.words("p3")).to_be_visible()
    expect(pane.words("p14")).to_have_count(0)
    assert pane.page.locator(".ck-pane").count() == 1
    pane.page.locator(".lm-MenuBar-item").filter(has_text="Tabs").click()
    pane.page.locator(".lm-Menu-item").filter(has_text=NAME).click()
    expect(pane.words("p14")).to_have_count(1)
    assert pane.page.locator(".ck-pane").count() == 1


def test_by_keyboard_alone(pane: Pane) -> None:
    pane.predict()
    without_mouse(pane.learner)
    tab_to(pane.learner, ".ck-ref")
    press(pane.learner, "Enter")
    expect(pane.words("p9")).to_be_focused()
    press(pane.learner, "Escape")
    expect(pane.page.locator(".ck-ref").first).to_be_focused()
    tab_to(pane.learner, "[data-task='00-marks'] .ck-button")
    press(pane.learner, "Enter")
    expect(pane.words("m1")).to_be_focused()
    press(pane.learner, "Space")
    press(pane.learner, "1")
    pane.learner.wait(lambda: len(pane.learner.lab.marks()) == 1)
    press(pane.learner, "Escape", 2)
    expect(pane.door("00-marks")).to_be_focused()
    expect(pane.page.locator(".ck-door[data-task]")).to_have_attribute("data-state", "begun")
    assert pointers(pane.learner) == []


def test_the_kernel_is_killed_and_work_goes_on_in_the_pane(pane: Pane) -> None:
    pane.predict()
    pane.door("00-marks").click()
    drag(pane.words("m1"), "box 12, leaf 4")
    pane.root.locator(".ck-palette .ck-tag").first.click()
    pane.learner.wait(lambda: len(pane.learner.lab.marks()) == 1)
    pane.learner.crash()
    drag(pane.words("p3"), ENCLOSED)
    pane.root.locator(".ck-palette .ck-tag").first.click()
    expect(pane.root.locator(".ck-status")).to_contain_text("kept in this browser")
    pane.learner.open(NAME)
    pane.learner.run(widgets=WIDGETS[NAME])
    pane.learner.wait(lambda: len(pane.learner.lab.marks()) == 2)
    expect(pane.page.locator(".ck-door[data-task]")).to_contain_text("2 of about 2 marks")
    pane.door("00-marks").click()
    expect(pane.root.locator(".ck-note")).to_have_count(2)


@pytest.mark.parametrize("width", [390, 768])
def test_by_touch_it_is_a_sheet_from_below_that_goes_back_to_the_question(
    lamp: Lab, browser: Browser, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, has_touch=True)
    context.set_default_timeout(READY)
    with pane_of(lamp, context, NAME, width, 844) as pane:
        expect(pane.root).to_have_count(0)
        card = pane.card("96-oil")
        point = card.get_by_role("button", name="Point in")
        point.tap()
        expect(pane.root).to_be_visible()
        expect(point).to_be_in_viewport()
        head = pane.root.locator(".ck-pane-head")
        sizes = head.locator("button:visible").evaluate_all(
            "all => all.flatMap((b) => [b.offsetHeight, b.offsetWidth])"
        )
        assert min(sizes) >= FINGER
        assert head.evaluate("node => node.offsetHeight") <= HEAD
        words = pane.words("p9")
        words.scroll_into_view_if_needed()
        words.evaluate(HANDLES, WATCH)
        add = pane.root.get_by_role("button", name="Point at these words")
        expect(add).to_have_attribute("aria-disabled", "false")
        add.tap()
        pane.root.get_by_role("button", name="To the question").tap()
        expect(pane.root).to_have_count(0)
        expect(point).to_be_focused()
        expect(card.locator(".ck-pointed q")).to_have_text(WATCH)
        card.get_by_role("button", name="Check").tap()
        expect(card).to_have_attribute("data-state", "right")
    context.close()


@pytest.mark.parametrize(
    "look",
    [(1280, 900, 1, "JupyterLab Light"), (1280, 900, 1, "JupyterLab Dark"), (320, 640, 1, ""), (640, 450, 2, "")],
    ids=["light", "dark", "320 px", "200 per cent"],
)
def test_axe_finds_nothing_serious_in_the_pane(lamp: Lab, browser: Browser, look: tuple[int, int, int, str]) -> None:
    width, height, scale, theme = look
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale)
    context.set_default_timeout(READY)
    with pane_of(lamp, context, NAME, width, height) as pane:
        if theme:
            pane.learner.theme(theme)
        for door in ("LOG", "00-marks"):
            pane.door(door).click()
            still(pane.page)
            assert serious(pane.page, SOME) == []
            assert pane.root.evaluate("node => node.scrollWidth <= node.clientWidth")
        pane.root.get_by_role("button", name=re.compile("Close|To the question")).click()
        pane.card("96-oil").get_by_role("button", name="Point in").click()
        expect(pane.words("p9")).to_be_visible()
        still(pane.page)
        assert serious(pane.page, SOME) == []
    context.close()
