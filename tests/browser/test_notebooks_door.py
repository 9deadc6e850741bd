"""Before a notebook opens: a newer one takes the place of a kept copy, own words are laid aside, and loss is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.cli.lite.books import sums
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

SCRIPT = ROOT / "coursekit" / "frontend" / "src" / "site" / "notebooks.js"
PATH = "exercises/00-lamp/00-lamp.ipynb"
KEEP = """([name, copies]) => new Promise((resolve) => {
  const asked = indexedDB.open(name);
  asked.onupgradeneeded = () => asked.result.createObjectStore("files");
  asked.onsuccess = () => {
    const write = asked.result.transaction("files", "readwrite");
    for (const copy of copies) write.objectStore("files").put(copy, copy.path);
    write.oncomplete = () => resolve(asked.result.close());
  };
})"""
KEPT = """(name) => new Promise((resolve) => {
  const asked = indexedDB.open(name);
  asked.onsuccess = () => {
    const all = asked.result.transaction("files").objectStore("files").getAll();
    all.onsuccess = () => resolve(all.result);
  };
})"""
RENEW = "async (given) => (await import('/notebooks.js')).renew(...given)"


def book(*sources: str) -> dict[str, Any]:
    """A notebook; its sources are lists of lines, as JupyterLab may keep them."""
    cells = [{"cell_type": "code", "source": source.splitlines(keepends=True)} for source in sources]
    return {"cells": cells}


def kept(*sources: str) -> dict[str, Any]:
    return {"name": "00-lamp.ipynb", "path": PATH, "type": "notebook", "content": book(*sources)}


def summed(*sources: str) -> dict[str, str]:
    return sums({PATH: book(*sources)})


def opened(browser: Browser, address: str) -> Page:
    """Open an empty page that can load the script."""

    def serve(route: Route) -> None:
        script = route.request.url.endswith(".js")
        kind = "text/javascript" if script else "text/html"
        route.fulfill(body=SCRIPT.read_bytes() if script else b"<!doctype html>", content_type=f"{kind}; charset=utf-8")

    found = browser.new_context().new_page()
    found.route("**/*", serve)
    found.goto(address)
    return found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page where a browser allows all of its storage."""
    found = opened(browser, "http://localhost/")
    yield found
    found.context.close()


@pytest.mark.parametrize("words", ["print('ü \u2028 😀\\\\ \"')\nprint(2)", ""])
def test_an_untouched_copy_makes_way_for_the_newer_notebook(page: Page, words: str) -> None:
    page.evaluate(KEEP, ["lab", [kept("# one", words)]])
    page.evaluate(RENEW, ["lab", summed("# one", words), summed("# one", words)])
    assert len(page.evaluate(KEPT, "lab")) == 1  # nothing is newer
    page.evaluate(RENEW, ["lab", summed("# one", words), summed("# two", words)])
    assert page.evaluate(KEPT, "lab") == []


def test_a_copy_with_own_words_is_laid_aside_and_never_lost(page: Page) -> None:
    page.evaluate(KEEP, ["lab", [kept("# one", "mine")]])
    for number, newer in enumerate(("# two", "# three"), 1):
        page.evaluate(RENEW, ["lab", summed("# one", ""), summed(newer, "")])
        paths = {each["path"]: each for each in page.evaluate(KEPT, "lab")}
        assert paths[f"exercises/00-lamp/earlier/00-lamp-{number}.ipynb"]["content"] == book("# one", "mine")
        assert paths["exercises/00-lamp/earlier"]["type"] == "directory"
        assert PATH not in paths
        page.evaluate(KEEP, ["lab", [kept("# one", "mine")]])


def test_where_nothing_is_kept_nothing_is_made(page: Page) -> None:
    page.evaluate(RENEW, ["lab", summed("# one"), summed("# two")])
    assert page.evaluate("indexedDB.databases()") == []


def test_where_what_is_done_would_be_lost_nothing_starts(browser: Browser) -> None:
    page = opened(browser, "http://lan.test/course/lab/lab/index.html?path=a.ipynb")
    started = page.evaluate(
        "async () => { let n = 0; await (await import('/notebooks.js')).enter(async () => { n += 1; }); return n; }"
    )
    assert started == 0
    assert page.get_by_role("heading").inner_text() == "No notebooks here"
    assert "does not begin with https://" in page.get_by_role("main").inner_text()
    assert page.get_by_role("link").evaluate("(link) => link.href") == "http://lan.test/course/index.html"
    page.context.close()
