"""Light and dark, narrow, without motion: it can be read and used, and axe finds nothing serious."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.cards import Card, one_of_each_kind
from tests.browser.desk import Desk
from tests.browser.looks import MOVING, ROWS_IN_VIEW, SCROLLING, STICKING_OUT, serious
from tests.browser.waiting import still

if TYPE_CHECKING:
    from tests.browser.harness import Lab, Learner

# Until what was scrolled has been drawn.
FRAMES = """async () => {
  for (let n = 0; n < 4; n += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
}"""
VERBS = {"prediction": "predict", "reflection": "reflect"}
TASK = "00-cover-sheet"


def everything(lab: Lab) -> tuple[str, list[str]]:
    """A lesson with each kind of question, a locked text, and a task; and the ids of the questions."""
    questions = one_of_each_kind(lab, "00", "01")
    cells = [
        f'from coursekit.lesson import {(verb := VERBS.get(kind, "ask"))}\n{verb}("{question.id}")'
        for kind, question in questions.items()
    ]
    cells += [
        f'from coursekit.lesson import read\nread("LET", after="{questions["prediction"].id}")',
        f'from coursekit.lesson import annotate\nannotate("{TASK}")',
    ]
    return lab.lesson("97-looks", "# Looks", *cells), [question.id for question in questions.values()]


@pytest.fixture(scope="module")
def opened(module_learner: Learner) -> Learner:
    name, ids = everything(module_learner.lab)
    module_learner.open(name)
    module_learner.run(widgets=len(ids) + 2)
    return module_learner


def dark(learner: Learner, *, on: bool = True) -> None:
    learner.theme("JupyterLab Dark" if on else "JupyterLab Light")
    still(learner.page)  # colours fade over


def answer_all(learner: Learner) -> None:
    for question in one_of_each_kind(learner.lab, "00", "01").values():
        card = Card(learner, question)
        card.give(card.an_answer("wrong"))
        card.check()
    desk = Desk(learner, 1)
    desk.mark(*first_words(desk), "AUTHOR")
    desk.finish()
    expect(desk.root.locator(".ck-expert").first).to_be_visible()


def first_words(desk: Desk) -> tuple[str, str]:
    paragraph = desk.root.locator(".ck-row[data-p]").first.get_attribute("data-p") or ""
    return paragraph, " ".join((desk.words(paragraph).text_content() or "").split()[:3])


def test_axe_finds_nothing_serious_before_and_after_answering_in_light_and_dark(opened: Learner) -> None:
    expect(Desk(opened, 0).root).to_contain_text("This text opens when")
    for moment in ("untouched", "answered"):
        if moment == "answered":
            answer_all(opened)
            expect(Desk(opened, 0).words("m1")).to_be_visible()
        assert serious(opened.page) == [], f"{moment}, light"
        dark(opened)
        assert serious(opened.page) == [], f"{moment}, dark"
        dark(opened, on=False)


def test_at_320_pixels_nothing_is_cut_off_and_all_can_be_used(lab: Lab, learner: Learner) -> None:
    page = learner.page
    page.set_viewport_size({"width": 320, "height": 640})
    name, ids = everything(lab)
    learner.open(name)  # JupyterLab makes room for a narrow window when it starts
    learner.run(widgets=len(ids) + 2)
    assert page.evaluate(STICKING_OUT) == []
    answer_all(learner)
    for button in page.get_by_role("button", name="Show me the passage").all():
        if button.is_visible():
            button.click()
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate(SCROLLING) == []
    desk = Desk(learner, 1)
    side, words = (
        desk.root.locator(".ck-row .ck-side").first.bounding_box(),
        desk.root.locator(".ck-row .ck-words").first.bounding_box(),
    )
    assert side["y"] >= words["y"] + words["height"] - 1, "notes stand below the words they belong to"
    assert words["width"] > 240
    narrow = "nodes => nodes.map((node) => node.clientWidth).filter((width) => width < 180)"
    assert page.locator(".ck-order-text").evaluate_all(narrow) == []


def test_no_part_of_a_tall_text_stays_blank_when_it_is_scrolled_through(lab: Lab, learner: Learner) -> None:
    page = learner.page
    learner.open(lab.lesson("98-tall", "# Tall", 'from coursekit.lesson import read\nread("CAT")'))
    learner.run(widgets=1)
    panel = page.locator(".ck-pane-slot")
    box = panel.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    seen: set[str] = set()
    while True:
        top, left = panel.evaluate("node => [node.scrollTop, node.scrollHeight - node.clientHeight - node.scrollTop]")
        shown = page.evaluate(ROWS_IN_VIEW)
        assert [name for name, drawn in shown if not drawn] == []
        seen |= {name for name, _ in shown}
        if left < 1:
            break
        page.mouse.wheel(0, 500)
        page.wait_for_function("top => document.querySelector('.ck-pane-slot').scrollTop > top", arg=top)
        page.evaluate(FRAMES)
    assert len(seen) == page.locator(".ck-row[data-p]").count()


def test_with_reduced_motion_nothing_moves(opened: Learner) -> None:
    page = opened.page
    page.emulate_media(reduced_motion="reduce")
    try:
        assert page.evaluate(MOVING) == []
        card = Card(opened, next(q for q in one_of_each_kind(opened.lab, "00").values() if q.kind == "single"))
        ref = card.question.rests_on[0]
        if card.root.locator(".ck-feedback:visible").count() == 0:
            card.give(card.an_answer("right"))
            card.check()
        link = card.root.get_by_role("button", name=f"Show {ref}").first
        link.click()
        assert (
            page.evaluate("[...document.getAnimations()].filter(a => a.effect?.target?.closest?.('.ck')).length") == 0
        )
    finally:
        page.emulate_media(reduced_motion="no-preference")
