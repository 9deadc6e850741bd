"""A learner's own copy of a document, dropped onto a page of an invented course, stays in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.pages import START, SUB, Site, ready
from tests.browser.small_site import Server, SmallCourse
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

COPY = ROOT / "tests" / "tiny" / "as-it-was.txt"
LESSON = "lessons/00-lamp.html"
TEXTS = """async () => {
  const done = (asked) => new Promise((resolve) => { asked.onsuccess = () => resolve(asked.result); });
  const all = await indexedDB.databases();
  const { name } = all.find((each) => each.name.startsWith("coursekit:") && !/ (shown|kept)/.test(each.name));
  const store = (await done(indexedDB.open(name))).transaction("files").objectStore("files");
  return (await done(store.getAllKeys())).filter((each) => each.startsWith("texts/"));
}"""

# Everything that is sent to a worker is heard: a page takes silence for the death of Python, after 45 s.
COUNTED = """const post = Worker.prototype.postMessage;
[window.posted, window.heard] = [0, 0];
Worker.prototype.postMessage = function (...given) {
  if (!window.posted++) this.addEventListener("message", ({ data }) => { if (data.type === "heard") window.heard++; });
  return post.apply(this, given);
};"""

ALL_HEARD = """() => new Promise((heard, never) => {
  const end = performance.now() + 30_000;
  const look = () => {
    if (window.posted === window.heard) heard();
    else if (performance.now() > end) never(new Error(`${window.heard} of ${window.posted} heard`));
    else setTimeout(look, 50);
  };
  look();
})"""


def opened(site: Site) -> Page:
    """Open the lesson, whole."""
    page = site.open(LESSON)
    ready(page)
    page.locator(".ck-progress-menu summary").click()
    page.get_by_role("button", name="Show everything").click()
    return page


@pytest.mark.slow
def test_an_own_copy_is_recognised_kept_and_there_again(browser: Browser, tmp_path: Path) -> None:
    server = Server(tmp_path / "served")
    SmallCourse(tmp_path / "course", "The lamp").build(server.folder / SUB)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    context.add_init_script(COUNTED)
    site = Site(context, server.address)
    page = opened(site)
    page.locator(".ck-own-file").first.set_input_files(COPY)
    expect(page.locator(".ck-own-said").first).to_contain_text("word for word", timeout=START)
    assert page.evaluate(TEXTS) == ["texts/BOX.json"]
    page.close()
    page = opened(site)
    assert page.evaluate(TEXTS) == ["texts/BOX.json"]
    page.get_by_role("button", name="Read without predicting").click()
    expect(page.get_by_role("radio", name="Full text").first).to_be_attached()
    page.evaluate("window.dispatchEvent(new Event('focus'))")  # each reader asks what is new, and nothing is
    page.evaluate(ALL_HEARD)
    assert page.evaluate("window.posted") > 1
    context.close()
    server.stop()
    assert site.outside == []
