"""The pages edition where something fails: no Python, an archive that is missing; work brought to another browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.course import Course
from coursekit.journal.carrying import bring
from coursekit.marking.exercise import mark_exercise
from coursekit.marking.hand_in import read_hand_in
from tests.browser.exercise import right
from tests.browser.pages import START, Site, card, ready
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

EXERCISE = "00-cards"
ADDRESS = f"exercises/{EXERCISE}.html"
WORDS = "Whoever wrote it down was there, and says so."
# What a page shows is noted a moment after it was said, beside the journal; until then the next visit shows less.
NOTED = """async () => {
  const done = (asked) => new Promise((resolve) => { asked.onsuccess = () => resolve(asked.result); });
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    const found = (await indexedDB.databases()).find(({ name }) => name.endsWith(" shown"));
    if (found) {
      const database = await done(indexedDB.open(found.name));
      const all = await done(database.transaction("pages").objectStore("pages").getAll());
      database.close();
      if (JSON.stringify(all).includes('"state":"right"')) return true;
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  return false;
}"""
NO_PYTHON = "Object.defineProperty(globalThis, 'WebAssembly', { value: undefined });"


@pytest.fixture
def site(browser: Browser, address: str) -> Iterator[Site]:
    """A learner who has never been here."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    yield Site(context, address)
    context.close()


def everything(page: Page) -> None:
    page.locator(".ck-progress-menu summary").click()
    page.get_by_role("button", name="Show everything").click()


def saved_file(page: Page) -> bytes:
    """Save all work to a file by the button at the foot of the page."""
    with page.expect_download() as taken:
        page.locator(".ck-work").get_by_role("button", name="Save my work to a file").click()
    return taken.value.path().read_bytes()


def put_in(page: Page, content: bytes) -> Locator:
    """Bring a file back; returns where it is said what came of it."""
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name="Bring work back from a file").click()
    asked.value.set_files({"name": "my-work.zip", "mimeType": "application/zip", "buffer": content})
    return page.locator(".ck-work").get_by_role("status")


def test_without_python_an_exercise_is_answered_handed_in_and_marked_elsewhere(site: Site, tmp_path: Path) -> None:
    exercise = Course(ROOT).exercises[EXERCISE]
    site.context.add_init_script(NO_PYTHON)
    page = site.open(ADDRESS)
    expect(page.locator(".ck-notice")).to_contain_text("this browser cannot run Python")
    everything(page)
    for question in exercise.questions:
        part = card(page, question)
        part.give({"text": WORDS} if question.kind == "text" else right(question))
        part.button.click()
        expect(part.root.locator(".ck-status")).to_contain_text("It is kept in this browser")
    page.reload()
    everything(page)
    form = page.locator(".ck-hand-in")
    form.get_by_role("textbox", name="In whose name?").fill("Ann O'Neill")
    form.get_by_role("button", name="Make the file").click()
    with page.expect_download() as taken:
        form.get_by_role("link", name="Download").click()
    handed = read_hand_in(taken.value.path().read_bytes())
    assert (handed.exercise, handed.version, handed.learner) == (exercise.id, exercise.version, "Ann O'Neill")
    assert mark_exercise(exercise, handed.answers, Course(ROOT).shelf).points == exercise.of
    assert bring(tmp_path, saved_file(page)).events >= len(exercise.questions)


def test_what_was_missing_comes_later_and_work_goes_to_another_browser(
    site: Site, browser: Browser, address: str, tmp_path: Path
) -> None:
    question = Course(ROOT).exercises[EXERCISE].questions[0]
    site.context.route("**/course.zip", lambda route: route.fulfill(status=404))
    page = site.open(ADDRESS)
    notice = page.locator(".ck-notice")
    expect(notice).to_contain_text("(course.zip: 404)", timeout=START)
    everything(page)
    part = card(page, question)
    part.give(right(question))
    part.button.click()
    expect(part.root.locator(".ck-status")).to_contain_text("It is kept in this browser")
    site.context.unroute("**/course.zip")
    notice.get_by_role("button", name="Try again").click()
    expect(part.root).to_have_attribute("data-state", "right", timeout=START)
    part.kept()
    content = saved_file(page)
    assert bring(tmp_path, content).events > 0, "the installed course takes it"
    assert page.evaluate(NOTED)
    page.close()

    # On the next visit it is there before Python is.
    site.context.route("**/worker.js", lambda _: None)
    page = site.open(ADDRESS)
    expect(page.locator(".ck-notice")).to_contain_text("The page is shown as you left it")
    expect(card(page, question).root).to_have_attribute("data-state", "right")
    page.close()

    context = browser.new_context(service_workers="block")
    page = Site(context, address).open(ADDRESS)
    ready(page)
    expect(put_in(page, b"none")).to_contain_text("Nothing was put in: this is not a file of work", timeout=START)
    expect(card(page, question).root).not_to_have_attribute("data-state", "right")
    expect(put_in(page, content)).to_contain_text("in your journal", timeout=START)
    expect(card(page, question).root).to_have_attribute("data-state", "right")
    context.close()
