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


LATE = """addEventListener("DOMContentLoaded", () => {
  const style = document.createElement("style");
  style.id = "late";
  style.textContent = ".ck-question[data-question='94-second'] { display: none }";
  document.head.append(style);
})"""


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
    expect(laid.panel.locator(".ck-onward").get_by_role("button", name="Go on", exact=True)).to_be_focused()
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


def test_what_leads_on_stands_below_whatever_comes_into_its_cell_later(laid: Laid) -> None:
    laid.open()
    onward = laid.panel.locator(".ck-onward")
    expect(onward.get_by_role("button", name="Go on without answering")).to_be_visible()
    onward.evaluate("node => node.parentElement.append(document.createElement('div'))")
    expect(laid.panel.locator(".ck-onward:last-child")).to_be_visible()


def test_the_head_of_a_column_stands_over_its_cells(laid: Laid, lab: Lab) -> None:
    table = "| Lamp | Oil |\n|---|--:|\n| a long line of words | 4 |"
    lab.lesson(NAME, *(f"{part}\n\n{table}" if part.startswith("## Sitting 1") else part for part in PARTS))
    laid.open()
    align = "nodes => nodes.map(node => getComputedStyle(node).textAlign)"
    words, figures = laid.panel.locator(".jp-MarkdownOutput th").evaluate_all(align)
    assert words == "start"
    assert figures.endswith("right"), "as its author aligned it"


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


def test_a_card_that_comes_late_takes_nobody_from_where_they_were(laid: Laid) -> None:
    laid.open()
    laid.answer("first")
    laid.press("Go on")
    laid.card("second").get_by_label("Friday").check()
    laid.learner.save()
    away = laid.page.locator("style#late")
    laid.page.add_init_script(LATE)
    laid.learner.reload()
    laid.ready()
    expect(laid.line).to_contain_text("Ready")
    expect(laid.card("second")).to_be_hidden()
    away.evaluate("(style) => { style.media = 'not all'; }")
    expect(laid.card("second")).to_be_in_viewport(ratio=0.9)

    laid.panel.locator(".jp-WindowedPanel-outer").hover()
    laid.page.mouse.wheel(0, -900)
    expect(laid.card("second")).not_to_be_in_viewport()
    for media in ("all", "not all"):
        away.evaluate("(style, media) => { style.media = media; }", media)
        still(laid.page)
    expect(laid.card("second")).not_to_be_in_viewport()  # whoever has moved by themselves is left there


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
