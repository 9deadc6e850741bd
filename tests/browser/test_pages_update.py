"""The site is updated while somebody reads it, or while they have no network: the page says so, no answer is lost."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.course import Course
from tests.browser.pages import card, ready
from tests.browser.small_site import LESSON, SECOND, Server, SmallCourse, kept, shelves

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.cards import Card

RIGHT, WRONG = "the copyist's own year", "the harbour master's year"


class Taught:
    """A course on a server, and a learner at its second lesson."""

    def __init__(self, course: SmallCourse, server: Server, page: Page) -> None:
        self.course, self.server, self.page = course, server, page
        self.out = server.folder / "course"
        course.build(self.out)
        self.first = self.version()
        self.open(SECOND)
        ready(page)
        page.locator(".ck-progress-menu summary").click()
        page.get_by_role("button", name="Show everything").click()

    def open(self, path: str) -> None:
        """Go to a page of the course."""
        self.page.goto(f"{self.server.address}/course/{path}")

    def version(self) -> str:
        """The version that the server has."""
        return str(json.loads((self.out / "site.json").read_bytes())["version"])

    def card(self, name: str) -> Card:
        """A question of the lesson."""
        return card(self.page, Course(self.course.root).question(name))

    def answer(self, name: str, choice: str) -> None:
        """Answer a question and have it checked."""
        self.card(name).root.get_by_role("radio", name=choice).check()
        self.card(name).check()

    def update(self) -> None:
        """Change the lesson and a question, and put the new site where the old was, with nothing of the old left."""
        self.course.edit("lessons/01-wick.md", "A wick is long or short.", "A wick is cut each evening.")
        quizzes = "lessons/quizzes/01-wick.toml"
        self.course.edit(quizzes, 'id = "01-oil"', 'id = "01-oil"\nversion = 2')
        shutil.rmtree(self.out)
        self.course.build(self.out)


@pytest.fixture
def taught(browser: Browser, tmp_path: Path) -> Iterator[Taught]:
    """A learner at a course of their own."""
    (tmp_path / "served").mkdir()
    server = Server(tmp_path / "served")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Taught(SmallCourse(tmp_path / "made", "The lamp"), server, context.new_page())
    context.close()
    server.stop()


def is_as_it_was_left(taught: Taught) -> None:
    """Each answer stands in its place; the one to a question that was changed since is there, and not marked."""
    expect(taught.card("01-wick").root).to_have_attribute("data-state", "right")
    expect(taught.card("01-oil").root.get_by_role("radio", name=WRONG)).to_be_checked()
    expect(taught.card("01-oil").root).not_to_have_attribute("data-state", re.compile("right|wrong|partly"))


def test_a_page_goes_on_as_it_is_and_offers_the_new_one(taught: Taught) -> None:
    page = taught.page
    kept(page)
    taught.answer("01-wick", RIGHT)
    taught.answer("01-oil", WRONG)
    taught.card("01-glass").root.get_by_role("radio", name=RIGHT).check()  # not checked yet
    taught.update()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # somebody comes back to the tab
    expect(page.get_by_role("region", name="The course has been updated")).to_be_visible()
    # The old page has what it needs, all of one version.
    old = f"_/{taught.first}/dates.zip"
    assert not (taught.out / old).exists()
    assert (
        page.evaluate("(at) => fetch(new URL(at, document.baseURI)).then(({ status }) => status)", f"../{old}") == 200
    )
    page.get_by_role("button", name="Load the new one").press("Enter")
    expect(page.locator("main")).to_contain_text("cut each evening")
    ready(page)
    is_as_it_was_left(taught)
    expect(taught.card("01-glass").root.get_by_role("radio", name=RIGHT)).to_be_checked()
    kept(page)
    expect(page.locator(".ck-update")).to_be_hidden()
    assert [name.rpartition(":")[2] for name in shelves(page)] == [taught.version()]


def test_an_update_that_came_without_a_network_is_there_with_one(taught: Taught) -> None:
    page = taught.page
    kept(page)
    taught.answer("01-wick", RIGHT)
    taught.server.stop()
    taught.update()
    taught.open(LESSON)
    taught.open(SECOND)
    expect(page.locator("main")).to_contain_text("long or short")
    ready(page)
    taught.answer("01-oil", WRONG)
    taught.server.start()
    taught.open(SECOND)
    expect(page.locator("main")).to_contain_text("cut each evening")
    ready(page)
    is_as_it_was_left(taught)
    kept(page)
    assert [name.rpartition(":")[2] for name in shelves(page)] == [taught.version()]


def test_half_a_site_is_not_taken_for_a_whole_one(taught: Taught) -> None:
    """The server is in the middle of an update: its list is new, one page is old yet. The old course stays kept."""
    page = taught.page
    kept(page)
    before = (taught.out / LESSON).read_bytes()
    taught.update()
    after = (taught.out / LESSON).read_bytes()
    (taught.out / LESSON).write_bytes(before)
    taught.open(SECOND)
    ready(page)
    expect(page.locator(".ck-offline")).to_have_attribute("data-far", "part")
    assert {name.rpartition(":")[2] for name in shelves(page)} == {taught.first, taught.version()}
    (taught.out / LESSON).write_bytes(after)
    taught.open(SECOND)
    kept(page)
    assert [name.rpartition(":")[2] for name in shelves(page)] == [taught.version()]
