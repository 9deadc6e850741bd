"""Home: where one is, as of now, and one press that goes on at the very place."""

from __future__ import annotations

import itertools
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.journal import Event
from coursekit.journal.events import line
from tests.browser.harness import learner_of
from tests.browser.laid import Laid, lessons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Locator

    from tests.browser.harness import Lab


@pytest.fixture
def laid(lab: Lab, context: BrowserContext) -> Iterator[Laid]:
    with lessons(lab), learner_of(lab, context, laid_out=True) as learner:
        yield Laid(learner)


def home(laid: Laid) -> Locator:
    return laid.panel.locator(".ck-home")


def test_one_stops_in_the_middle_comes_home_and_goes_on_at_the_place(laid: Laid) -> None:
    laid.open()
    laid.answer("first")
    expect(laid.heading("A step that only tells")).to_be_visible()
    laid.press("Go on")
    expect(laid.heading("The second step")).to_be_focused()
    laid.learner.wait(lambda: laid.at_top("The second step"))
    laid.card("second").get_by_label("Friday").check()
    laid.learner.wait(lambda: laid.learner.lab.answer("94-second"))
    laid.line.get_by_role("button", name="Home").click()
    expect(home(laid)).to_contain_text("Go on with Lesson 94, sitting 1: The lamp")
    expect(home(laid).locator(".ck-home-waits")).to_have_text("Lesson 94: 1 answer written and not checked.")
    expect(home(laid).locator(".ck-home-path li", has_text="Lesson 94: The pier")).to_contain_text("1 of 4 done")
    expect(home(laid).locator("[aria-current=step]")).to_have_text("Lesson 94: The pier")

    laid.learner.open("index")  # another day, another page
    home(laid).get_by_role("link", name="Go on with").click()
    laid.ready()
    expect(laid.card("second")).to_be_in_viewport()
    expect(laid.card("second").get_by_label("Friday")).to_be_checked()


def test_home_says_how_things_stand_whenever_one_comes_back_to_it(laid: Laid) -> None:
    laid.learner.open("index")
    expect(home(laid)).to_contain_text("Begin with Lesson 00")
    home(laid).get_by_role("link", name="Lesson 94: The pier").click()
    laid.ready()
    laid.answer("first")
    laid.line.get_by_role("button", name="Home").click()
    expect(home(laid)).to_contain_text(re.compile(r"0 of \d+ lessons and exercises done, 1 begun"))
    expect(home(laid)).to_contain_text("Go on with Lesson 94, sitting 1")
    assert laid.learner.dialogs() == []


def test_what_is_due_comes_back_from_home_and_is_due_no_more(laid: Laid) -> None:
    lab = laid.learner.lab
    then = (datetime.now(UTC) - timedelta(days=20)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    ids = itertools.count(1)
    made = [
        Event(f"{next(ids):032x}", then, "then", "mark-shown", {"question": name, "version": 1, "state": "wrong"})
        for name in ("94-first", "02-warm-names")
    ]
    (lab.work / "journal.jsonl").write_bytes(b"".join(line(event) for event in made))
    laid.learner.open("index")
    home(laid).get_by_role("link", name="Review: 2 due, about 2 min").click()
    expect(laid.panel.locator(".ck-review")).to_contain_text("2 questions are due")
    first = laid.card("first")
    expect(first).to_contain_text("comes back, not counted")
    laid.learner.idle()
    laid.answer("first")
    expect(laid.panel.locator("[data-question='02-warm-names']")).to_contain_text("not counted")
    assert lab.answer("94-first") is None, "the lesson's answer is another thing"
    laid.panel.get_by_role("link", name="Home").click()
    link = home(laid).get_by_role("link", name="Review: 1 due, about 1 min")
    link.click()
    expect(first).to_have_attribute("data-state", "right")  # the other is still to be answered, so all stays
    assert laid.learner.dialogs() == []
