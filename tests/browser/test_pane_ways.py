"""Where references lead in the pane, and what stays in sight there, in the real JupyterLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.harness import READY, learner_of
from tests.browser.lamp import HANDLES, STEPS, WAYS, Pane, cell, laid_out, pane_of
from tests.browser.pointing import drag
from tests.browser.waiting import still

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext

    from tests.browser.harness import Lab

WATCH = "the watch of number 9"
NOTE = "the keeper's own note"
FLASHED = """() => [...(CSS.highlights.get("ck-flash") ?? [])]
  .map(({ startContainer }) => startContainer.parentElement.closest("[data-p]").dataset.p)"""
FIXED = ("What the tags mean", "I have finished")
MOST = 0.33  # of the text's height that the tools may stand over


@pytest.fixture
def pane(lamp: Lab, context: BrowserContext) -> Iterator[Pane]:
    """The lesson laid out, at a wide screen."""
    with pane_of(lamp, context, WAYS) as found:
        expect(found.root).to_be_visible()
        yield found


def test_a_fact_that_is_cited_opens_where_it_is_cited(pane: Pane) -> None:
    cited = pane.page.get_by_role("button", name="fact F1")
    opened = pane.page.locator(".ck-cited-fact")
    expect(opened).to_be_hidden()
    cited.focus()
    pane.page.keyboard.press("Enter")
    expect(opened).to_contain_text("The lamp was lit again at midnight.")
    expect(cited).to_have_attribute("aria-expanded", "true")
    cited.click()
    expect(opened).to_be_hidden()


def test_words_that_only_a_task_has_are_shown_only_to_be_read(pane: Pane) -> None:
    pane.page.locator(".ck-ref", has_text="BOX p3").click()
    expect(pane.words("p3")).to_be_in_viewport()
    expect(pane.root).to_contain_text("Only to read: nothing is marked")
    expect(pane.tab("Read the letter")).to_have_attribute("aria-pressed", "true")
    expect(pane.root.locator(".ck-palette")).to_have_count(0)
    drag(pane.words("p3"), NOTE)
    pane.page.keyboard.press("1")
    pane.page.keyboard.press("Enter")
    pane.door("00-marks").click()
    expect(pane.root.locator(".ck-palette")).to_be_visible()
    expect(pane.root.locator(".ck-note")).to_have_count(0)
    expect(pane.root).not_to_contain_text("Only to read")
    assert pane.learner.lab.marks() == []
    pane.tab("Back").click()
    expect(pane.root).to_contain_text("Only to read")
    expect(pane.root.locator(".ck-palette")).to_have_count(0)


def test_words_selected_where_they_are_only_to_be_read_count_as_pointed_at(pane: Pane) -> None:
    card = pane.card("00-where")
    pane.page.locator(".ck-ref", has_text="BOX p3").click()
    expect(pane.root).to_contain_text("Only to read")
    drag(pane.words("p3"), NOTE)
    card.get_by_role("button", name="Check").click()
    expect(card).to_have_attribute("data-state", "right")
    expect(card.locator(".ck-pointed q")).to_have_text(NOTE)


def test_a_task_in_hand_stays_in_hand(pane: Pane) -> None:
    pane.door("00-marks").click()
    pane.page.locator(".ck-ref", has_text="BOX p3").click()
    pane.page.wait_for_function(f"({FLASHED})().length")
    expect(pane.root.locator(".ck-palette")).to_be_visible()


def test_a_range_flashes_as_a_whole(pane: Pane) -> None:
    pane.page.locator(".ck-ref", has_text="LOG p9").click()
    pane.page.wait_for_function(f"({FLASHED})().length")
    assert pane.page.evaluate(FLASHED) == ["p9", "p10", "p11"]


def test_a_passage_is_shown_in_a_text_and_not_where_another_question_is_pointed_at(pane: Pane) -> None:
    pane.card("96-oil").locator("legend").click()
    expect(pane.root.locator(".ck-pointing")).to_be_visible()
    pane.card("96-who").get_by_role("button", name="Show LOG p3").click()
    expect(pane.root.locator(".ck-pointing")).to_have_count(0)
    expect(pane.root.locator(".ck-reader [data-p='p3'] .ck-words")).to_be_in_viewport()


def test_whoever_comes_to_a_step_has_what_it_rests_on_beside_it(lamp: Lab, context: BrowserContext) -> None:
    with laid_out(lamp, context, STEPS) as pane:
        onward = pane.page.locator(".ck-onward").get_by_role("button", name="Go on")
        expect(pane.words("p1")).to_be_in_viewport()
        onward.click()
        expect(pane.root.locator(".ck-pointing")).to_be_visible()
        pane.card("96-oil").get_by_label("Nowhere").check()
        pane.card("96-oil").get_by_role("button", name="Check").click()
        expect(pane.card("96-oil")).to_have_attribute("data-state", "wrong")
        onward.click()
        expect(pane.page.get_by_role("heading", name="To be told")).to_be_focused()
        expect(pane.root.locator(".ck-pointing")).to_have_count(0)
        expect(pane.root.locator(".ck-reader")).to_be_visible()
        pane.words("p12").scroll_into_view_if_needed()
        still(pane.page)
        expect(pane.words("p3")).not_to_be_in_viewport()
        before = pane.top("p12")
        onward.click()
        expect(pane.page.get_by_role("heading", name="To answer")).to_be_focused()
        expect(pane.words("p3")).to_be_in_viewport()
        pane.tab("Back").click()
        pane.learner.wait(lambda: pane.top("p12") == before, lambda: f"{pane.top('p12')} is not {before}")


def test_words_to_point_at_can_be_found_by_keyboard(pane: Pane) -> None:
    card = pane.card("96-oil")
    card.locator("legend").click()
    field = pane.root.get_by_role("searchbox", name="Find a phrase in this text")
    field.fill(WATCH.upper())
    field.press("Enter")
    expect(pane.root.locator(".ck-count")).to_have_text("1 of 1")
    expect(pane.words("p9")).to_be_in_viewport()
    add = pane.root.get_by_role("button", name="Point at this")
    add.focus()
    add.press("Enter")
    expect(card.locator(".ck-pointed q")).to_have_text(WATCH)
    field.press("Escape")
    expect(field).to_have_value("")
    card.get_by_role("button", name="Check").click()
    expect(card).to_have_attribute("data-state", "right")


def test_what_the_pane_remembers_is_kept_under_the_courses_name(pane: Pane) -> None:
    pane.door("98-marks").click()
    pane.tab("Close").click()
    expect(pane.root).to_have_count(0)
    keys = pane.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('coursekit:pane:'))")
    course = pane.learner.lab.course
    shown = f"shown:work/lessons/{WAYS}.ipynb"
    assert sorted(keys) == [f"coursekit:pane:{course}:{what}" for what in ("closed", shown)]


@pytest.mark.parametrize("size", [(1280, 900), (390, 844), (320, 640)], ids=lambda size: f"{size[0]} px")
def test_the_tools_of_a_task_stay_in_sight_and_leave_the_text_its_room(
    lamp: Lab, browser: Browser, size: tuple[int, int]
) -> None:
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height})
    context.set_default_timeout(READY)
    with pane_of(lamp, context, WAYS, width, height) as pane:
        pane.door("98-marks").click()
        still(pane.page)
        tools, slot = pane.root.locator(".ck-tools"), pane.root.locator(".ck-pane-slot")
        assert slot.evaluate("node => node.scrollHeight > 2 * node.clientHeight"), "a long text"
        for name in FIXED:
            expect(tools.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)

        def share() -> float:
            found: float = tools.evaluate("node => node.offsetHeight / node.closest('.ck-pane-slot').clientHeight")
            return found

        if size != (320, 640):
            assert share() < MOST
        pane.words("p9").evaluate(HANDLES, WATCH)
        expect(pane.root.locator(".ck-has-pick")).to_have_count(1)
        for name in FIXED:
            expect(tools.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
        if size != (320, 640):
            assert share() < MOST
        tools.locator(".ck-palette .ck-tag").first.click()
        pane.learner.wait(lambda: len(lamp.marks()) == 1)
        means = tools.get_by_role("button", name=FIXED[0])
        means.press("Enter")
        expect(tools.locator(".ck-meanings")).to_be_in_viewport()
        means.press("Escape")
        expect(tools.locator(".ck-meanings")).to_be_hidden()
        expect(means).to_be_focused()
        finish = tools.get_by_role("button", name=FIXED[1])
        finish.press("Enter")
        expect(tools.get_by_role("button", name="Show them")).to_be_focused()
        expect(tools.get_by_role("button", name="Show them")).to_be_in_viewport(ratio=1)
        tools.get_by_role("button", name="Not yet").press("Enter")
        expect(finish).to_be_focused()
        finish.press("Enter")
        tools.get_by_role("button", name="Show them").press("Enter")
        expect(pane.root.locator(".ck-compare .ck-head")).to_be_focused()
        pane.words("p9").evaluate("node => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
        meet = tools.get_by_role("button", name="Where you and the expert meet")
        expect(meet).to_be_in_viewport(ratio=1)
        meet.press("Enter")
        expect(pane.root.locator(".ck-compare .ck-head")).to_be_focused()
        assert pane.root.evaluate("node => node.scrollWidth <= node.clientWidth")
    context.close()


def test_what_no_text_of_the_lesson_has_opens_in_place(lamp: Lab, context: BrowserContext) -> None:
    lamp.reset()
    name = lamp.lesson(
        "99-lent",
        "# 99 · Lent\n\nThe log begins with a watch (LOG p1) and ends with one (LOG p14, p13).",
        cell("read", '"LOG", "p1-p3"'),
        cell("ask", '"96-who"'),
    )
    with learner_of(lamp, context) as learner:
        learner.open(name)
        learner.run(widgets=2)
        prose = learner.page.locator(".jp-MarkdownOutput", has_text="The log begins")
        expect(prose.locator(".ck-ref")).to_have_text(["LOG p1", "LOG p14", "p13"])
        last = prose.locator(".ck-ref", has_text="LOG p14")
        last.click()
        passage = prose.locator(".ck-inline-passage")
        expect(passage).to_contain_text("This is the watch of number 14")
        expect(last).to_have_attribute("aria-expanded", "true")
        last.press("Enter")
        expect(passage).to_be_hidden()
        prose.locator(".ck-ref", has_text="LOG p1").first.click()
        expect(learner.page.locator(".ck-pane [data-p='p1'] .ck-words")).to_be_in_viewport()
        expect(passage).to_be_hidden()
