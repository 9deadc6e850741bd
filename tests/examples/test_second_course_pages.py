"""The pages edition of the second course, and its first lesson gone through in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.course import Course
from coursekit.marking.exercise import mark_exercise
from coursekit.site.runtime import PYODIDE
from tests.browser.pages import SUB, Site, ready, served
from tests.browser.paging import Hands, states
from tests.browser.shipped import best
from tests.browser.waiting import still
from tests.conftest import not_run

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.examples.conftest import Second

FIRST = "lessons/01-die-nacht-im-ratsbuch.html"


@pytest.fixture(scope="module")
def built(second: Second, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages edition at its place in it."""
    if not PYODIDE.is_dir():
        not_run("Pyodide not installed")
    folder = tmp_path_factory.mktemp("pages")
    done = second.run("coursekit", "site", "--out", str(folder / SUB), "--base-path", f"/{SUB}/")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.slow
def test_every_page_of_it_is_there_and_reads_without_python(built: Path) -> None:
    names = {path.stem for path in (built / SUB).rglob("*.html")}
    assert {"01-die-nacht-im-ratsbuch", "03-zwei-menschenalter-spaeter", "03-horn"} <= names
    page = (built / SUB / FIRST).read_text(encoding="utf-8")
    assert "Der Text lässt es offen." in page


def test_its_first_lesson_is_gone_through_and_handed_to_the_marks(
    browser: Browser, built: Path, second: Second, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("COURSEKIT_COURSE", "COURSEKIT_WORK"):
        monkeypatch.setenv(name, second.environment[name])
    course = Course(second.root)
    with served(built) as address:
        site = Site(browser.new_context(viewport={"width": 1280, "height": 900}), address)
        page = site.open(FIRST)
        ready(page)
        hands = Hands(page, course)
        given = {}
        while True:
            if found := hands.waiting():
                question = course.question(found[0])
                given[question.id] = best(question)
                hands.answer(question.id, given[question.id])
                still(page)
            elif not hands.goes_on():
                break
        told = states(page)
        assert set(told) == {question.id for question in course.questions.quiz("01-die-nacht-im-ratsbuch")}
        assert set(told.values()) <= {"right", "human"}
        page.reload()
        ready(page)
        assert states(page) == told
        expect(page.locator("[data-question='01-zeichen'] .ck-feedback")).to_contain_text("RAT p5")
        assert site.outside == []
    marked = mark_exercise(course.assignments["L01"], given, course.shelf)
    assert {question.id: mark.state for question, mark in marked.marks} == told
