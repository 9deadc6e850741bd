"""By keyboard alone in JupyterLab: from home through the first lesson to its hand-in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.questions import Questions
from tests.browser.cards import Card
from tests.browser.harness import learner_of
from tests.browser.keyboard import COUNT_POINTERS
from tests.browser.keying import Keys
from tests.browser.laid import Laid
from tests.browser.shipped import best, lesson, recorded, sound
from tests.browser.waiting import still
from tests.browser.walking import waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from tests.browser.harness import Lab

FIRST = "00-what-lies-in-the-box"
NAME = "Ann O'Neill"


class LabHands(Laid):
    """Hands on a lesson in JupyterLab."""

    def card(self, question: str) -> Card:  # type: ignore[override]
        """Return a question."""
        return Card(self.learner, Questions(self.learner.lab.course).by_id[question])


@pytest.fixture
def hands(lab: Lab, context: BrowserContext) -> Iterator[LabHands]:
    with learner_of(lab, context, laid_out=True) as learner:
        yield LabHands(learner)


def test_by_keyboard_alone_from_home_to_the_hand_in(hands: LabHands) -> None:
    page, lab, keys = hands.page, hands.learner.lab, Keys(hands)
    hands.learner.open("index")
    expect(page.locator("a.ck-home-on")).to_be_visible()
    page.evaluate(COUNT_POINTERS)
    keys.enter("a.ck-home-on")
    expect(hands.line).to_contain_text("Ready")
    hands.learner.idle()
    following = hands.line.locator(".ck-progress-next")
    while True:
        if found := waiting(hands):
            question, task = found
            keys.do(task) if task else keys.answer(question, best(hands.card(question).question))
            continue
        if following.get_attribute("aria-disabled") == "true":
            break
        keys.enter(".jp-NotebookPanel:not(.lm-mod-hidden) .ck-progress-next")
        still(page)
    keys.enter(".ck-hand-in-fold > summary")
    keys.to(".ck-hand-in input")
    page.keyboard.type(NAME)
    keys.press("Enter")
    keys.to(".ck-hand-in a[download]")
    with page.expect_download() as taken:
        keys.press("Enter")
    handed = json.loads(taken.value.path().read_bytes())
    todo = lesson(lab, FIRST)
    assert handed["learner"] == NAME
    assert sorted(handed["answers"]) == sorted(todo.asked())
    assert page.evaluate("window.pointed") == []
    recorded(lab, todo)
    sound(hands.learner)
