"""A sitting gone through by touch, on a phone and on a tablet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.harness import READY, learner_of
from tests.browser.laid import Laid, lessons
from tests.browser.waiting import still

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.harness import Lab


@pytest.mark.parametrize("width", [390, 768])
def test_a_sitting_is_gone_through_by_touch(lab: Lab, browser: Browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, has_touch=True)
    context.set_default_timeout(READY)
    with lessons(lab), learner_of(lab, context, width, 844, laid_out=True) as learner:
        laid = Laid(learner)
        laid.open()
        answer(laid, "first")
        on(laid, "Go on")
        for name in ("second", "third"):
            answer(laid, name)
        expect(laid.line).to_contain_text("3 of 3 here")
        on(laid, "Go on to sitting 2")
        expect(laid.line).to_contain_text("Sitting 2 of 2: The harbour")
        laid.learner.wait(lambda: laid.at_top("Sitting 2: The harbour"))
        assert laid.panel.evaluate("node => node.scrollWidth <= node.clientWidth")
    context.close()


def answer(laid: Laid, name: str) -> None:
    card = laid.card(name)
    card.locator("label", has_text="August").tap()
    card.get_by_role("button", name="Check").tap()
    expect(card).to_have_attribute("data-state", "right")
    still(laid.page)


def on(laid: Laid, name: str) -> None:
    laid.panel.locator(".ck-onward").get_by_role("button", name=name).tap()
    still(laid.page)
