"""The ground of an answer, in the real JupyterLab: by mouse, by keyboard, by touch, and kept when the kernel dies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from coursekit.questions import Questions, typical
from coursekit.questions.ground import ground_of
from tests.browser.cards import Card, by_hand
from tests.browser.harness import READY, learner_of
from tests.browser.keyboard import pointers, press, tab_to, without_mouse
from tests.browser.looks import SCROLLING, STICKING_OUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from coursekit.questions import Question
    from tests.browser.harness import Lab, Learner

NOT_YET = "Now point at the words that decide"
KEPT_HERE = "Not saved yet. It is kept in this browser"
# As a finger does with the two handles of a selection.
HANDLES = """(node, words) => {
  const leaf = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode(), at = leaf.data.indexOf(words);
  document.getSelection().setBaseAndExtent(leaf, at, leaf, at + words.length);
}"""


@dataclass
class Grounded:
    """A question that asks for a ground, and what may be said to it."""

    question: Question
    right: dict[str, Any]
    off: dict[str, Any]  # the right answer on a wrong ground

    @property
    def span(self) -> dict[str, Any]:
        found: dict[str, Any] = ground_of(self.right)["spans"][0]
        return found

    @property
    def alone(self) -> dict[str, Any]:
        return {"choice": self.right["choice"]}


def grounded(lab: Lab) -> Grounded:
    """Return the course's first single choice that rests on words, with a near miss on other words of its text."""
    for question in Questions(lab.course).by_id.values():
        if question.kind != "single" or question.ground is None or not question.ground.paragraphs:
            continue
        tries = [(answer, state) for answer, state in typical(question) if by_hand(question, answer)]
        quoted = {place.quote for place in (*question.ground.accept, *question.ground.near)} - {""}
        pointed = {
            state: answer
            for answer, state in reversed(tries)
            if all(span["quote"] in quoted for span in ground_of(answer).get("spans", [{"quote": ""}]))
        }
        if "right" in pointed and "partly" in pointed:
            return Grounded(question, pointed["right"], pointed["partly"])
    raise AssertionError("the course has no question that rests on words")


@pytest.fixture
def asked(lab: Lab) -> Grounded:
    return grounded(lab)


def laid_out(learner: Learner, asked: Grounded) -> Card:
    """Open a lesson with this one question."""
    cell = f'from coursekit.lesson import ask\nask("{asked.question.id}")'
    learner.open(learner.lab.lesson("91-ground", "# Ground", cell))
    learner.run(widgets=1)
    return Card(learner, asked.question)


def told(card: Card) -> str:
    """Return what stands first in the reason."""
    return card.root.locator(".ck-feedback > .ck-reason").first.inner_text()


def kept_words(lab: Lab, asked: Grounded) -> list[str]:
    """Return the words that the journal's latest answer rests on."""
    return [span["quote"] for span in ground_of(lab.answer(asked.question.id) or {}).get("spans", [])]


def test_by_mouse_one_answers_points_and_checks(learner: Learner, asked: Grounded) -> None:
    card = laid_out(learner, asked)
    ground = card.root.locator(".ck-evidence")
    expect(ground).to_be_hidden()
    card.give(asked.alone)
    expect(ground).to_be_visible()
    expect(learner.page.locator(".ck-pane .ck-pointing .ck-prow").first).to_be_visible()  # by itself

    card.button.click()
    expect(card.root.locator(".ck-status")).to_contain_text(NOT_YET)
    assert not any(event.get("checked") for event in learner.lab.journal()), "asked for its ground, not marked"
    card.button.click()
    expect(card.root).to_have_attribute("data-state", "partly")
    expect(card.root.locator(".ck-ground .ck-slot")).to_contain_text("You have not pointed")

    again(card)
    card.point(ground_of(asked.off))
    card.check()
    expect(card.root).to_have_attribute("data-state", "partly")
    assert told(card).startswith("Partly right")
    again(card)
    card.root.get_by_role("button", name="Take back").click()
    card.point(ground_of(asked.right))
    card.check()
    expect(card.root).to_have_attribute("data-state", "right")
    assert told(card).startswith("Right")
    assert kept_words(learner.lab, asked) == [asked.span["quote"]]
    assert learner.lab.answer(asked.question.id) == {**asked.alone, "ground": {"spans": [whole(learner.lab, asked)]}}


def whole(lab: Lab, asked: Grounded) -> dict[str, Any]:
    """Return the span as the journal has it, and expect its place to be true."""
    (span,) = ground_of(lab.answer(asked.question.id) or {})["spans"]
    given: dict[str, Any] = span
    assert (span["source"], span["paragraph"]) == (asked.span["source"], asked.span["paragraph"])
    assert span["end"] - span["start"] == len(span["quote"])
    return given


def again(card: Card) -> None:
    """Press "Try again", as often as it takes."""
    feedback = card.root.locator(".ck-feedback")
    while feedback.is_visible():
        card.button.click()


def test_by_keyboard_alone(learner: Learner, asked: Grounded) -> None:
    card = laid_out(learner, asked)
    without_mouse(learner)
    tab_to(learner, ".ck-question input[type=radio]")
    press(learner, "Space")
    values = card.root.locator(".ck-options input").evaluate_all("nodes => nodes.map((node) => node.value)")
    press(learner, "ArrowDown", values.index(asked.alone["choice"]))
    expect(card.root.locator(f".ck-options input[value='{asked.alone['choice']}']")).to_be_checked()

    tab_to(learner, ".ck-ground .ck-evidence-bar .ck-button")
    press(learner, "Enter")
    expect(learner.page.locator(".ck-pointing .ck-words").first).to_be_focused()
    shown = card.view["ground"]["ids"]
    press(learner, "PageDown", shown.index(asked.span["paragraph"]))
    expect(card.words(asked.span["paragraph"])).to_be_focused()
    before, _, _ = (card.words(asked.span["paragraph"]).text_content() or "").partition(asked.span["quote"])
    press(learner, "ArrowRight", len(before.split()))
    press(learner, "Shift+ArrowRight", len(asked.span["quote"].split()))
    press(learner, "Enter")
    expect(card.root.locator(".ck-pointed q")).to_have_count(1)
    press(learner, "Escape")
    expect(card.root.locator(".ck-evidence-bar .ck-button")).to_be_focused()
    tab_to(learner, ".ck-foot .ck-button")
    press(learner, "Enter")
    expect(card.root).to_have_attribute("data-state", "right")
    assert kept_words(learner.lab, asked) == [asked.span["quote"]]
    assert pointers(learner) == []
    expect(learner.page.locator(".jp-Notebook .jp-Cell")).to_have_count(2)


@pytest.fixture
def phone(lab: Lab, browser: Browser) -> Iterator[Learner]:
    """A learner with a finger and a narrow screen."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    context.set_default_timeout(READY)
    with learner_of(lab, context, 390, 844) as found:
        yield found
    context.close()


def test_by_touch_on_a_narrow_screen(phone: Learner, asked: Grounded) -> None:
    card = laid_out(phone, asked)
    assert phone.page.evaluate(STICKING_OUT) == []
    card.root.locator(f".ck-option:has(input[value='{asked.alone['choice']}'])").tap()
    words = card.words(asked.span["paragraph"])
    expect(words).to_be_visible()
    words.evaluate(HANDLES, asked.span["quote"])
    assert phone.page.evaluate(STICKING_OUT) == []
    add = card.text.get_by_role("button", name="Point at these words")
    expect(add).to_have_attribute("aria-disabled", "false")
    add.tap()
    expect(card.root.locator(".ck-pointed q")).to_have_text(asked.span["quote"])
    phone.page.get_by_role("button", name="To the question").tap()
    expect(phone.page.locator(".ck-pane")).to_have_count(0)
    card.root.get_by_role("button", name="Take back").tap()
    expect(card.root.locator(".ck-pointed q")).to_have_count(0)
    card.root.get_by_label("Nowhere in this document").tap()
    words = card.words(asked.span["paragraph"])
    words.evaluate(HANDLES, asked.span["quote"])
    expect(add).to_have_attribute("aria-disabled", "false")
    add.tap()
    expect(card.root.get_by_label("Nowhere in this document")).not_to_be_checked()
    phone.page.get_by_role("button", name="To the question").tap()
    card.button.tap()
    expect(card.root).to_have_attribute("data-state", "right")
    assert kept_words(phone.lab, asked) == [asked.span["quote"]]
    assert phone.page.evaluate(STICKING_OUT) == []
    assert phone.page.evaluate(SCROLLING) == []


def test_it_is_kept_when_the_kernel_dies_and_there_when_one_comes_back(learner: Learner, asked: Grounded) -> None:
    card = laid_out(learner, asked)
    pointed = card.root.locator(".ck-pointed q")
    card.give(asked.off)
    card.check()
    expect(card.root).to_have_attribute("data-state", "partly")
    wrong = kept_words(learner.lab, asked)

    learner.page.goto("about:blank")
    learner.open("91-ground")
    learner.run(widgets=1)
    expect(pointed).to_have_text(wrong)
    expect(card.root).to_have_attribute("data-state", "partly")

    expect(card.text).to_be_visible()  # the words came before the kernel died
    learner.crash()
    again(card)
    card.root.get_by_role("button", name="Take back").click()
    card.point(ground_of(asked.right))
    expect(card.root.locator(".ck-status")).to_contain_text(KEPT_HERE)
    assert kept_words(learner.lab, asked) == wrong, "what was not saved is not called saved"

    learner.page.goto("about:blank")
    learner.open("91-ground")
    learner.run(widgets=1)
    expect(pointed).to_have_text([asked.span["quote"]])
    learner.wait(lambda: kept_words(learner.lab, asked) == [asked.span["quote"]])
    expect(card.button).to_have_text("Check")  # it is a new answer, and not the marked one
    card.check()
    expect(card.root).to_have_attribute("data-state", "right")
    assert learner.dialogs() == []
