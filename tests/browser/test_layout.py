"""A lesson lays itself out: one thing at a time, what comes afterwards, how far one is, where one left off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.harness import learner_of
from tests.browser.laid import NAME, PARTS, Laid, lessons
from tests.browser.waiting import still, try_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from tests.browser.harness import Lab


# Of each word of an element whether all of it is inside the element's box, a part, or nothing.
WORDS_SEEN = """(node) => {
  const box = node.getBoundingClientRect();
  const text = node.firstChild;
  return [...text.data.matchAll(/\\S+/g)].map(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const { top, bottom, right } = range.getBoundingClientRect();
    const below = (top + bottom) / 2 > box.bottom; // a line's box is taller than its signs
    return below ? "none" : right <= box.right + 0.5 ? "whole" : "part";
  });
}"""


@pytest.fixture
def laid(lab: Lab, context: BrowserContext) -> Iterator[Laid]:
    with lessons(lab), learner_of(lab, context, laid_out=True) as learner:
        yield Laid(learner)


def test_opening_a_lesson_lays_it_out_and_its_text_is_all_there_is_to_see(laid: Laid) -> None:
    laid.open()
    expect(laid.line).to_contain_text("Sitting 1 of 2: The lamp")
    expect(laid.line).to_contain_text("0 of 3 here")
    expect(laid.line).to_contain_text("Ready")
    expect(laid.page.locator(".jp-FileBrowser")).to_be_hidden()
    expect(laid.card("first")).to_be_visible()
    for folded in (laid.card("second"), laid.heading("A step that only tells"), laid.heading("Sitting 2")):
        expect(folded).to_be_hidden()
    assert laid.page.locator(".jp-MarkdownOutput button", has_text="Run this lesson").is_hidden()
    assert laid.learner.dialogs() == []


def test_an_answer_opens_what_comes_afterwards_and_the_next_step(laid: Laid) -> None:
    laid.open()
    afterwards = laid.told("It was August.")
    expect(afterwards).to_be_hidden()
    laid.answer("first")
    expect(afterwards).to_be_visible()
    expect(laid.heading("A step that only tells")).to_be_visible()
    expect(laid.heading("The second step")).to_be_hidden()
    expect(laid.line).to_contain_text("1 of 3 here · 1 point")
    laid.press("Go on")
    expect(laid.heading("The second step")).to_be_focused()
    laid.learner.wait(lambda: laid.at_top("The second step"))


def test_after_an_answer_that_is_not_right_what_follows_waits_for_a_press(laid: Laid) -> None:
    laid.open()
    laid.answer("first", "Friday")
    expect(laid.line).to_contain_text("1 of 3 here · 0 points · 1 to look at again")
    expect(laid.panel.locator(".ck-onward").get_by_role("button", name="Go on", exact=True)).to_be_visible()
    expect(laid.told("It was August.")).to_be_hidden()
    laid.line.get_by_role("button", name="Next: the question that waits").click()
    expect(laid.told("It was August.")).to_be_hidden()
    laid.press("Go on")
    expect(laid.told("It was August.")).to_be_visible()
    expect(laid.heading("A step that only tells")).to_be_visible()
    # To think again folds nothing away, and a right answer opens what waits.
    laid.learner.wait(lambda: laid.card("first").get_by_role("button", name="Try again").is_visible())
    laid.card("first").get_by_role("button", name="Try again").click()
    expect(laid.told("It was August.")).to_be_visible()
    laid.press("Go on")
    laid.answer("second")
    expect(laid.card("third")).to_be_visible()


def test_what_was_tried_once_is_tried_after_a_reload(laid: Laid) -> None:
    laid.open()
    onward = laid.panel.locator(".ck-onward")
    expect(onward.get_by_role("button", name="Go on without answering")).to_be_visible()
    laid.answer("first", "Friday")
    try_again(laid.card("first"))
    expect(onward.get_by_role("button", name="Go on", exact=True)).to_be_visible()
    laid.card("first").get_by_label("August").check()
    expect(laid.card("first").locator(".ck-status")).to_contain_text("saved")
    laid.learner.save()
    laid.page.evaluate("localStorage.clear()")  # another browser knows it from the journal
    laid.learner.reload()
    laid.ready()
    expect(laid.card("first")).to_have_attribute("data-state", "open")
    expect(onward.get_by_role("button", name="Go on", exact=True)).to_be_visible()


def test_where_there_is_little_room_the_place_gives_way_by_whole_words(laid: Laid, lab: Lab) -> None:
    title = "Whose voice it is that speaks here, and what has been changed in it since"
    lab.lesson(NAME, *(part.replace("Sitting 1: The lamp", f"Sitting 1: {title}") for part in PARTS))
    laid.open()
    place = laid.line.locator(".ck-progress-place")
    for width, cut in ((1280, False), (640, True)):
        laid.page.set_viewport_size({"width": width, "height": 900})
        still(laid.page)
        seen = place.evaluate(WORDS_SEEN)
        assert set(seen) <= {"whole", "none"}, seen
        assert ("none" in seen) == cut
        assert laid.line.evaluate("line => line.offsetHeight") < 50
        assert laid.line.evaluate("line => line.scrollWidth <= line.clientWidth")
    expect(place).to_have_text(f"Sitting 1 of 2: {title}")
    expect(place).to_have_attribute("title", f"Sitting 1 of 2: {title}")


def test_a_verdict_below_the_edge_is_brought_into_sight(laid: Laid) -> None:
    laid.open()
    card = laid.card("first")
    card.get_by_label("August").check()
    laid.panel.locator(".jp-WindowedPanel-outer").evaluate(
        """(outer, card) => {
          const check = card.querySelector(".ck-foot").getBoundingClientRect();
          outer.scrollBy(0, check.bottom - outer.getBoundingClientRect().bottom);
        }""",
        card.element_handle(),
    )
    card.get_by_role("button", name="Check").press("Enter")
    expect(card).to_have_attribute("data-state", "right")
    expect(card.locator(".ck-feedback")).to_be_in_viewport(ratio=1)
    expect(card.locator(".ck-foot")).to_be_in_viewport(ratio=1)


def test_the_line_of_progress_keeps_its_height(laid: Laid) -> None:
    laid.open()
    height = laid.line.evaluate("line => line.offsetHeight")
    laid.answer("first", "Friday")
    expect(laid.line).to_contain_text("to look at again")
    assert laid.line.evaluate("line => line.offsetHeight") == height < 50


def test_nothing_is_locked(laid: Laid) -> None:
    laid.open()
    laid.press("Go on without answering")
    expect(laid.heading("A step that only tells")).to_be_visible()
    expect(laid.told("It was August.")).to_be_visible()
    laid.press("Show the rest of this sitting")
    expect(laid.card("third")).to_be_visible()
    expect(laid.told("August again.")).to_be_hidden()
    laid.panel.get_by_role("button", name="Open it now").click()
    expect(laid.told("August again.")).to_be_visible()
    laid.line.locator("summary").click()
    laid.line.get_by_role("button", name="Show everything").click()
    expect(laid.card("fourth")).to_be_visible()
    laid.line.locator("summary").click()
    laid.line.get_by_role("button", name="Fold the lesson again").click()
    expect(laid.card("fourth")).to_be_hidden()


def test_a_sittings_end_says_what_to_look_at_again_and_leads_there(laid: Laid) -> None:
    laid.open()
    laid.answer("first", "Friday")
    laid.press("Go on")
    laid.press("Show the rest of this sitting")
    pause = laid.panel.locator(".ck-pause:visible")
    expect(pause.locator("ul").first).to_contain_text("Which is a month: first?")
    expect(pause).to_contain_text("To look at again")
    expect(pause).to_contain_text("Not answered yet")
    pause.locator("[data-ck-go='94-first']").click()
    expect(laid.card("first")).to_be_in_viewport()
    assert laid.card("first").evaluate("card => card.contains(document.activeElement)")
    laid.press("Go on to sitting 2: The harbour")
    laid.learner.wait(lambda: laid.at_top("Sitting 2: The harbour"))
    expect(laid.card("first")).to_be_hidden()
    laid.answer("fourth")
    expect(laid.panel.locator(".ck-onward").get_by_role("button", name="On to lesson 95")).to_be_visible()


def test_back_and_next_go_by_steps_and_sittings(laid: Laid) -> None:
    laid.open()
    following = laid.line.get_by_role("button", name="Next")
    following.click()
    expect(laid.card("first")).to_be_in_viewport()
    assert laid.card("first").evaluate("card => card.contains(document.activeElement)")
    following.click()  # again and again: the question is not passed
    expect(laid.told("It was August.")).to_be_hidden()
    laid.answer("first")
    following.click()
    expect(
        laid.heading("A step that only tells")
    ).to_be_focused()  # what is below it may be too short to lift it to the top
    following.click()
    laid.learner.wait(lambda: laid.at_top("The second step"))
    laid.line.get_by_role("button", name="Back a step").click()
    laid.learner.wait(lambda: laid.at_top("A step that only tells"))
    laid.press("Show the rest of this sitting")
    laid.press("Go on to sitting 2")
    laid.learner.wait(lambda: laid.at_top("Sitting 2: The harbour"))
    laid.line.get_by_role("button", name="Back a step").click()
    expect(laid.panel.locator(".ck-pause:visible")).to_be_in_viewport()
    expect(laid.heading("Sitting 1: The lamp")).not_to_be_in_viewport()


def test_one_comes_back_to_where_one_left_off(laid: Laid) -> None:
    laid.open()
    laid.answer("first")
    laid.press("Show the rest of this sitting")
    laid.press("Go on to sitting 2")
    laid.learner.save()
    laid.learner.reload()
    laid.ready()
    expect(laid.line).to_contain_text("Sitting 2 of 2")
    laid.learner.wait(lambda: laid.at_top("Sitting 2: The harbour"))
    expect(laid.card("first")).to_be_hidden()


def test_one_comes_back_to_the_card_one_was_at(laid: Laid) -> None:
    laid.open()
    laid.answer("first")
    laid.press("Go on")
    laid.learner.wait(lambda: laid.at_top("The second step"))
    laid.card("second").get_by_label("Friday").check()
    laid.learner.save()
    laid.learner.reload()
    laid.ready()
    expect(laid.card("second")).to_be_in_viewport()
    expect(laid.heading("The second step")).not_to_be_in_viewport()


def test_in_a_browser_that_knows_nothing_one_comes_to_the_first_open_question(laid: Laid) -> None:
    laid.open()
    for name in ("first", "second", "third"):
        if name == "second":
            laid.press("Go on")
        laid.answer(name)
    laid.learner.save()
    laid.page.evaluate("localStorage.clear()")
    laid.learner.reload()
    laid.ready()
    expect(laid.line).to_contain_text("Sitting 2 of 2")
    expect(laid.card("fourth")).to_be_visible()


def test_a_copy_that_is_not_trusted_waits_for_one_press(laid: Laid, lab: Lab) -> None:
    path = lab.work / "lessons" / f"{NAME}.ipynb"
    notebook = json.loads(path.read_bytes())
    notebook["cells"][0]["source"] = ["# Somebody else's"]
    notebook["cells"][1]["outputs"] = [
        {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<p class='odd'>Not ours</p>"}}
    ]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    laid.learner.open(NAME)
    expect(laid.line).to_contain_text("Not laid out yet")
    assert laid.panel.locator(".ck-question").count() == 0
    laid.line.get_by_role("button", name="Run this lesson").click()
    laid.ready()
    expect(laid.line).to_contain_text("Ready")
    expect(laid.panel.locator(".ck-begin")).to_be_in_viewport()


def test_two_lessons_keep_their_own_places(laid: Laid) -> None:
    laid.open()
    laid.line.locator("summary").click()
    laid.line.get_by_role("button", name="2. The harbour").click()
    laid.answer("fourth")
    laid.press("On to lesson 95")
    expect(laid.heading("Ships")).to_be_visible()
    expect(laid.line).to_contain_text("95 · The harbour")
    expect(laid.panel.locator(".ck-begin")).to_be_visible()
    laid.page.keyboard.press("Control+Shift+[")
    expect(laid.line).to_contain_text("Sitting 2 of 2")
    expect(laid.card("fourth")).to_have_attribute("data-state", "right")
