"""Hostile words are words, and what a card looks like can be read by everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import settled
from tests.conftest import not_run
from tests.frontend.browsing import FRONTEND, open_page
from tests.frontend.cards import HOSTILE, KINDS, answer, press, show

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_are_words(page: Page, kind: str) -> None:
    page.evaluate("([name, hostile]) => showSpoilt(name, hostile)", [kind, HOSTILE])
    card = page.locator(".ck-question").last
    answer_anyhow(card, kind)
    press(card)
    expect(card.locator(".ck-feedback")).to_be_visible()
    assert page.evaluate("window.hurt") is None
    expect(card.locator("img, script")).to_have_count(0)
    expect(card.locator(".ck-prompt")).to_contain_text("<img src=x onerror")


def answer_anyhow(card: Locator, kind: str) -> None:
    if kind == "single":
        card.get_by_role("radio").nth(1).check()
    elif kind == "classify":  # long names of classes are offered in lists
        card.get_by_role("combobox").nth(0).select_option("s")
    else:
        answer(card, kind)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [900, 320])
def test_axe_finds_nothing_serious_and_nothing_runs_off_the_page(started: Browser, look: Any, width: int) -> None:
    if not (FRONTEND / "node_modules" / "axe-core").is_dir():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    page = open_page(started, viewport={"width": width, "height": 800}, color_scheme=look)
    for kind in KINDS:
        answer(show(page, kind), kind)
    for when in ("open", "marked"):
        if when == "marked":
            for button in page.locator(".ck-foot .ck-button").all():
                button.click()
            settled(page)
            for link in page.get_by_role("button", name="Show me the passage").all():
                link.click()
        page.add_script_tag(url="/node_modules/axe-core/axe.min.js")
        found = page.evaluate("axe.run('.ck')")["violations"]
        serious = [
            (one["id"], one["impact"], [node["target"] for node in one["nodes"]][:3])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == [], when
        assert page.evaluate("document.documentElement.scrollWidth") <= width, when
    page.context.close()


WHERE = """foot => [foot.querySelector(".ck-button"), foot].map(node => node.getBoundingClientRect())
  .map(({ right, top }) => [Math.round(right), top])"""


def test_the_main_button_stands_at_the_right_also_in_a_line_of_its_own(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 900})
    try:
        card = show(page, "single", view={"confidence": True})
        (right, top), (edge, above) = card.locator(".ck-foot").evaluate(WHERE)
        assert top > above + 10, "how sure one is takes the line"
        assert right == edge
    finally:
        page.set_viewport_size({"width": 900, "height": 900})
