"""A second visit to the pages edition, work of two machines put together, and work that is deleted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.journal import Event, Journal
from coursekit.journal.carrying import bring
from tests.browser.pages import SUB, Site, ready
from tests.browser.small_site import SECOND, Server, SmallCourse
from tests.browser.test_pages_safe import put_in, saved_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# In the page: waits for what is kept of Python, does something with the place where it lies, and tells its length.
WITH_KEPT = """async (change) => {
  const done = (asked) => new Promise((ok, no) => { asked.onsuccess = () => ok(asked.result); asked.onerror = no; });
  for (let times = 0; times < 600; times += 1) {
    const found = (await indexedDB.databases()).find(({ name }) => name.endsWith(" python"));
    const base = found && (await done(indexedDB.open(found.name)));
    const place = base?.transaction("python", "readwrite").objectStore("python");
    const [version] = place ? await done(place.getAllKeys()) : [];
    if (version) {
      const { byteLength } = await done(place.get(version));
      if (change === "mark") place.put("still here", "zz");
      if (change === "break") place.put(new Uint8Array(1000).buffer, version);
      const all = await done(place.getAllKeys());
      base.close();
      return { byteLength, marked: all.includes("zz") };
    }
    base?.close();
    await new Promise((later) => setTimeout(later, 100));
  }
}"""
WHOLE = 10_000_000  # bytes that Python is never smaller than


@pytest.fixture
def site(chromium: str, browser: Browser, tmp_path: Path) -> Iterator[Site]:
    """A learner at the small course."""
    server = Server(tmp_path / "served")
    SmallCourse(tmp_path / "course", "The lamp").build(server.folder / SUB)
    context = browser.new_context()
    yield Site(context, server.address)
    context.close()
    server.stop()


def checked(page: Page, question: str) -> None:
    """Answer a question and see it checked."""
    root = page.locator(f".ck-question[data-question='{question}']")
    root.get_by_role("radio").first.check()
    root.get_by_role("button", name="Check").click()
    expect(root).to_have_attribute("data-state", re.compile("right|wrong"))


@pytest.mark.slow
def test_python_goes_on_as_it_was_kept_and_begins_anew_where_that_is_broken(site: Site) -> None:
    page = site.open(SECOND)
    ready(page)
    checked(page, "01-wick")
    assert page.evaluate(WITH_KEPT, "mark")["byteLength"] > WHOLE
    page.reload()
    ready(page)
    assert page.evaluate(WITH_KEPT, "")["marked"]  # whoever begins anew clears it
    expect(page.locator(".ck-question[data-question='01-wick']")).to_have_attribute("data-answered", "true")
    checked(page, "01-oil")
    page.evaluate(WITH_KEPT, "break")
    page.reload()
    ready(page)
    checked(page, "01-glass")
    found = page.evaluate(WITH_KEPT, "")
    assert found["byteLength"] > WHOLE
    assert not found["marked"]


def events(folder: Path, content: bytes) -> list[Event]:
    """Return what a file of somebody's work holds, as the installed course reads it."""
    bring(folder, content)
    return list(Journal(folder / "journal.jsonl").read().events)


@pytest.mark.slow
def test_work_of_two_machines_is_put_together_and_none_of_it_is_lost(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    here = site.open(SECOND)
    ready(here)
    checked(here, "01-wick")
    carried = saved_file(here)
    context = browser.new_context()
    there = Site(context, site.address).open(SECOND)
    ready(there)
    checked(there, "01-oil")
    own = saved_file(there)
    expect(put_in(there, carried)).to_contain_text("Put in")
    expect(there.locator(".ck-question[data-question='01-wick']")).to_have_attribute("data-answered", "true")
    expect(put_in(there, carried)).to_contain_text("verything in it is here already")
    there.reload()
    ready(there)
    for name in ("01-wick", "01-oil"):
        expect(there.locator(f".ck-question[data-question='{name}']")).to_have_attribute("data-answered", "true")
    both = events(tmp_path / "both", saved_file(there))
    parts = [*events(tmp_path / "own", own), *events(tmp_path / "carried", carried)]
    assert sorted(both) == sorted(parts)
    assert len({each.id for each in both}) == len(both)
    context.close()


@pytest.mark.slow
def test_work_is_deleted_once_that_is_said_twice_and_comes_back_from_a_file_event_by_event(
    site: Site, tmp_path: Path
) -> None:
    page = site.open(SECOND)
    ready(page)
    checked(page, "01-wick")
    saved = saved_file(page)
    page.get_by_role("button", name="Delete my work here").click()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("button", name="Delete my work here")).to_be_focused()
    page.get_by_role("button", name="Delete my work here").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Delete it all").click()
    ready(page)
    expect(page.locator(".ck-question[data-question='01-wick']")).not_to_have_attribute("data-answered", "true")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('coursekit:kept'))") == []
    expect(put_in(page, saved)).to_contain_text("Put in")
    expect(page.locator(".ck-question[data-question='01-wick']")).to_have_attribute("data-answered", "true")
    assert events(tmp_path / "again", saved_file(page)) == events(tmp_path / "saved", saved)
