"""The front page: as it was built for who is new, as it was told last for who is not, until Python tells more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser.waiting import settled
from tests.frontend.browsing import ORIGIN
from tests.frontend.site_pages import open_site, say

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

COURSE = "coursekit:The Pier /"
# As a worker keeps what the front page shows (shown.js).
KEEP = """async ([name, version, html]) => {
  const asked = indexedDB.open(`${name} shown`, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("pages");
  const database = await new Promise((resolve) => { asked.onsuccess = () => resolve(asked.result); });
  const kept = database.transaction("pages", "readwrite").objectStore("pages");
  const put = kept.put({ version, told: [{ type: "html", output: "home", html }] }, "index");
  await new Promise((resolve) => { put.onsuccess = resolve; });
  database.close();
}"""


def home(words: str) -> str:
    go = f'<p><a class="ck-home-on" href="lessons/94-pier.html">{words}</a></p>'
    return f'<div class="ck-twin ck-home"><p class="ck-home-sum">1 of 2 done.</p>{go}</div>'


def told(words: str) -> dict[str, Any]:
    return {"type": "html", "output": "home", "html": home(words)}


def here_before(browser: Browser, version: str) -> Page:
    """Open the front page as somebody of whom this version of the course has kept something."""
    page = open_site(browser, "index.html")
    page.evaluate(KEEP, [COURSE, version, home("Go on with Lesson 94")])
    page.evaluate("localStorage.setItem('coursekit:kept:The Pier /', '1')")
    page.goto(f"{ORIGIN}/index.html")
    page.wait_for_function("window.workers.length > 0")
    return page


def test_who_is_new_begins_and_fetches_no_python(browser: Browser) -> None:
    page = open_site(browser, "index.html")
    expect(page.get_by_role("link", name="Begin with Lesson 93")).to_be_visible()
    settled(page)
    assert page.evaluate("workers.length") == 0
    with page.expect_file_chooser():
        page.get_by_role("button", name="Bring work back from a file").click()
    page.wait_for_function("workers.length === 1 && workers[0].sent[0].page === 'index'")
    say(page, {"type": "ready"}, {"type": "brought", "words": "Put in.", "changed": True})
    assert page.evaluate("localStorage.getItem('coursekit:kept:The Pier /')") == "1"
    assert page.errors == []  # type: ignore[attr-defined]


def test_who_was_here_sees_at_once_where_they_are_and_then_as_it_is_now(browser: Browser) -> None:
    page = here_before(browser, "1")
    expect(page.get_by_role("link", name="Go on with Lesson 94")).to_be_visible()
    expect(page.locator(".ck-front-doubt")).to_be_hidden()
    assert page.evaluate("document.querySelector('main').lastElementChild.className").endswith("ck-front-about")
    say(page, told("Go on with Lesson 95"), {"type": "ready"})
    expect(page.get_by_role("link", name="Go on with Lesson 95")).to_be_visible()
    assert page.errors == []  # type: ignore[attr-defined]


def test_after_an_update_nobody_who_was_here_is_taken_for_new(browser: Browser) -> None:
    page = here_before(browser, "0")
    doubt = page.locator(".ck-front-doubt")
    expect(doubt).to_have_text("A moment: where you are is being looked up.")
    expect(page.get_by_role("link", name="Begin with")).to_be_hidden()
    say(page, {"type": "failed", "why": "kit.zip: 404"})
    expect(doubt).to_contain_text("What you have done is kept")
    page.reload()
    page.wait_for_function("window.workers.length > 0")
    say(page, told("Go on with Lesson 95"), {"type": "ready"})
    expect(doubt).to_be_hidden()
    expect(page.get_by_role("link", name="Go on with Lesson 95")).to_be_visible()
    assert page.errors == []  # type: ignore[attr-defined]
