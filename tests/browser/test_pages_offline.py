"""The pages edition without a network: after one visit all of it is there; two courses on one host keep apart."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.course import Course
from coursekit.marking.hand_in import read_hand_in
from tests.browser.exercise import right
from tests.browser.pages import SUB, Site, build, card, ready
from tests.browser.small_site import LESSON, SECOND, Server, SmallCourse, kept, shelves
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Route

FIRST = "lessons/00-what-lies-in-the-box.html"
OTHER = "lessons/03-today-three-weeks-later.html"


@pytest.fixture
def server(chromium: str, tmp_path: Path) -> Iterator[Server]:
    """A file server of an empty folder."""
    (tmp_path / "served").mkdir()
    found = Server(tmp_path / "served")
    yield found
    found.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been here."""
    found = browser.new_context(viewport={"width": 1280, "height": 900})
    yield found
    found.close()


def test_after_one_visit_the_whole_course_works_without_a_network(context: BrowserContext, server: Server) -> None:
    build(server.folder / SUB)
    site = Site(context, server.address)
    page = site.open(FIRST)
    ready(page)
    kept(page)
    page.close()
    server.stop()
    page = site.open("index.html")
    expect(page.locator(".ck-offline")).to_have_attribute("data-far", "whole")
    page.goto(f"{server.address}/{SUB}/{OTHER}")  # never opened before
    expect(page.locator("h1")).to_contain_text("Today")
    ready(page)
    page.goto(f"{server.address}/{SUB}/no-such-page.html")
    expect(page.locator("h1")).to_have_text("No network")
    exercise = Course(ROOT).exercises["09-matrix"]
    page.goto(f"{server.address}/{SUB}/exercises/{exercise.id}.html?from=platform")
    ready(page)
    page.locator(".ck-progress-menu summary").click()
    page.get_by_role("button", name="Show everything").click()
    question = next(each for each in exercise.questions if each.kind != "text")
    part = card(page, question)
    part.give(right(question))
    part.check()
    expect(part.root).to_have_attribute("data-state", "right")
    form = page.locator(".ck-hand-in")
    form.get_by_role("textbox", name="In whose name?").fill("Ann O'Neill")
    form.get_by_role("button", name="Make the file").click()
    with page.expect_download() as taken:
        form.get_by_role("link", name="Download").click()
    assert question.id in read_hand_in(taken.value.path().read_bytes()).answers
    assert site.outside == []


def test_two_courses_on_one_host_keep_apart(context: BrowserContext, server: Server, tmp_path: Path) -> None:
    """One below the other, with pages of the same names; each goes on without a network, with its own."""
    for name, folder in (("The lamp", "a"), ("The wick", "a/b")):
        SmallCourse(tmp_path / name, name).build(server.folder / folder)
    page = context.new_page()
    for folder in ("a", "a/b"):
        page.goto(f"{server.address}/{folder}/{SECOND}")
        ready(page)
        kept(page)
    question = Course(tmp_path / "The wick").question("01-wick")
    card(page, question).root.get_by_role("radio").first.check()
    card(page, question).check()
    assert [name.rpartition(":")[0] for name in shelves(page)] == [
        "coursekit:site:/a/:The lamp",
        "coursekit:site:/a/b/:The wick",
    ]
    server.stop()
    for folder, name, answered in (("a", "The lamp", "false"), ("a/b", "The wick", "true")):
        page.goto(f"{server.address}/{folder}/{LESSON}")
        expect(page.locator("h1")).to_have_text(f"0 · {name}")
        page.goto(f"{server.address}/{folder}/{SECOND}")
        ready(page)
        expect(card(page, question).root).to_have_attribute("data-answered", answered)


def test_where_nothing_can_be_kept_the_page_says_so_and_works(
    context: BrowserContext, server: Server, tmp_path: Path
) -> None:
    """Over plain http, as in a class whose teacher serves the course from a laptop."""
    SmallCourse(tmp_path / "course", "The lamp").build(server.folder)

    def serve(route: Route) -> None:
        file = server.folder / route.request.url.removeprefix("http://lan.test/").partition("?")[0]
        if file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/plain")
        else:
            route.fulfill(status=404, body="")

    context.route("http://lan.test/**", serve)
    page = context.new_page()
    page.goto(f"http://lan.test/{SECOND}")
    assert page.evaluate("isSecureContext") is False
    ready(page)
    expect(page.locator(".ck-offline")).to_have_text(
        "Needs a network: this browser does not keep the course at this address."
    )
    question = Course(tmp_path / "course").question("01-wick")
    card(page, question).root.get_by_role("radio").first.check()
    card(page, question).check()
    expect(page.locator(".ck-update")).to_be_hidden()
