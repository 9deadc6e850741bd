"""What is due comes back on the pages: from the front page, in a lesson's warm-up, and no more once answered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.journal import Event
from coursekit.journal.events import line
from tests.browser.pages import START, SUB, Site, ready
from tests.browser.small_site import SECOND, Server, SmallCourse
from tests.browser.test_pages_safe import put_in
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

ASKED = "00-place"


@pytest.fixture
def site(chromium: str, browser: Browser, tmp_path: Path) -> Iterator[Site]:
    """A learner at the small course, which has a page for what is due, and a warm-up in its second lesson."""
    server = Server(tmp_path / "served")
    small = SmallCourse(tmp_path / "course", "The lamp")
    lessons = small.root / "lessons"
    (lessons / "review.md").write_bytes((ROOT / "lessons" / "review.md").read_bytes())
    cell = '```{code-cell} ipython3\nfrom coursekit.lesson import warm_up\nwarm_up("01")\n```\n\n'
    prose = "A wick is long or short.\n\n"
    small.edit("lessons/01-wick.md", prose, prose + cell)
    small.build(server.folder / SUB)
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(START)
    yield Site(context, server.address)
    context.close()
    server.stop()


def came_back(page: Page) -> Locator:
    return page.locator(f".ck-question[data-question='{ASKED}']", has_text="comes back, not counted")


def test_what_is_due_is_led_to_answered_and_due_no_more(site: Site) -> None:
    then = (datetime.now(UTC) - timedelta(days=20)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    made = Event("1" * 32, then, "then", "mark-shown", {"question": ASKED, "version": 1, "state": "wrong"})
    front = site.open("index.html")
    expect(put_in(front, line(made))).to_contain_text("Put in")
    link = front.get_by_role("link", name="Review: 1 due, about 1 min")
    expect(link).to_be_visible()

    lesson = site.open(SECOND)
    ready(lesson)
    expect(came_back(lesson)).to_be_visible()
    expect(lesson.locator(".ck-review")).to_contain_text("1 question from an earlier lesson is due again")
    lesson.close()

    link.click()
    ready(front)
    expect(front.locator(".ck-review")).to_have_text("1 question is due, about 1 min.")
    card = came_back(front)
    card.get_by_role("radio").first.check()
    card.get_by_role("button", name="Check").click()
    expect(card).to_have_attribute("data-state", "right")
    expect(card.locator(".ck-status")).to_contain_text("saved")
    front.get_by_role("region", name="What is due").get_by_role("link", name="Home").click()
    expect(front.locator("[data-output=home]")).to_contain_text("Lesson 00")
    expect(front.locator("[data-output=home]")).not_to_contain_text("Review:")

    again = site.open(SECOND)
    ready(again)
    expect(came_back(again)).to_have_count(0)
    expect(again.locator(".ck-question")).to_have_count(3)
    assert site.outside == []
