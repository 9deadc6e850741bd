"""A page of the pages edition whose worker or browser fails: what one does is kept, saved, brought and handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.journal.carrying import bring
from coursekit.journal.merging import read_one
from coursekit.marking.hand_in import read_hand_in
from tests.frontend.site_pages import asked, card, check, marked, one_page, open_site, ready, say, sent, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WAITING = "kept in this browser; checked when the course is ready"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    yield from one_page(browser)


def test_a_worker_that_cannot_start_is_told_of_and_can_be_started_anew(page: Page) -> None:
    check(page)
    say(page, {"type": "failed", "why": "its server cannot be reached"})
    notice = page.locator(".ck-notice")
    expect(notice).to_contain_text("Checking waits, because its server cannot be reached. What you do is kept in this")
    expect(card(page, "first").locator(".ck-status")).to_contain_text("will be saved when you load this page again")
    notice.get_by_role("button", name="Try again").click()
    expect(card(page, "first").locator(".ck-status")).to_have_text(WAITING)
    assert page.evaluate("[workers.length, workers[0].ended]") == [2, True]
    ready(page)
    page.wait_for_function("workers.at(-1).sent.some((each) => each.content?.check)")


def test_a_worker_that_says_nothing_of_why_is_told_of_in_words_all_the_same(page: Page) -> None:
    say(page, {"type": "failed", "why": ""})
    expect(page.locator(".ck-notice")).to_contain_text("Checking waits, because Python could not be started.")


def test_a_browser_that_keeps_nothing_is_told_of_at_once_and_nothing_is_called_saved(page: Page) -> None:
    say(page, {"type": "kept", "where": "page", "why": "This browser keeps nothing for this site"})
    held = "This browser keeps nothing for this site. What you do here is held in this page only"
    expect(page.locator(".ck-notice")).to_contain_text(held)
    expect(page.locator(".ck-work")).to_contain_text(held)
    ready(page)
    expect(page.locator(".ck-notice")).to_contain_text(held)
    check(page)
    page.wait_for_function("workers.at(-1).sent.some((each) => each.content?.check)")
    told = marked("3-0", asked(page, "3-0")[-1]["n"])
    told[0]["content"]["op"] = "held"
    say(page, told[1], told[0])
    expect(card(page, "first")).to_have_attribute("data-state", "right")
    expect(card(page, "first").locator(".ck-status")).to_contain_text("Not saved yet")
    page.locator(".ck-notice").get_by_role("button", name="Try again").click()
    page.wait_for_function("workers.at(-1).sent.some((each) => each.type === 'keep')")
    told[0]["content"]["op"] = "ack"
    say(page, {"type": "kept", "where": "browser"}, told[0])
    expect(card(page, "first").locator(".ck-status")).to_have_text("saved 14:02")
    expect(page.locator(".ck-notice")).to_be_hidden()


def test_what_was_cleared_since_the_last_visit_is_told_of(page: Page) -> None:
    say(page, {"type": "kept", "where": "browser", "empty": True})
    ready(page)
    expect(page.locator(".ck-notice")).to_be_hidden()
    check(page)
    page.wait_for_function("workers.at(-1).sent.some((each) => each.content?.check)")
    say(page, *marked("3-0", asked(page, "3-0")[-1]["n"]))
    expect(card(page, "first").locator(".ck-status")).to_have_text("saved 14:02")
    page.reload()
    page.wait_for_function("typeof window.workers.at(-1)?.onmessage === 'function'")
    say(page, {"type": "kept", "where": "browser", "empty": True})
    ready(page)
    expect(page.locator(".ck-notice")).to_contain_text("no longer has what you did here before")


def test_ones_work_is_saved_to_a_file_by_one_press(page: Page) -> None:
    foot = page.locator(".ck-work")
    expect(foot).to_contain_text("kept in this browser")
    ready(page)
    foot.get_by_role("button", name="Save my work to a file").click()
    page.wait_for_function("workers.at(-1).sent.some((each) => each.type === 'save')")
    with page.expect_download() as taken:
        page.evaluate("workers.at(-1).onmessage({ data: { type: 'saved', content: new Uint8Array([80, 75, 0]) } })")
    assert taken.value.suggested_filename == "the-pier-work.zip"
    assert taken.value.path().read_bytes() == b"PK\0"
    expect(foot).to_contain_text("Saved as the-pier-work.zip")


def test_without_python_what_waits_is_saved_to_a_file_that_can_be_brought_in(page: Page, tmp_path: Path) -> None:
    say(page, {"type": "failed", "why": "there is not enough memory"})
    check(page)
    expect(card(page, "first").locator(".ck-status")).to_contain_text("It is kept in this browser")
    with page.expect_download() as taken:
        page.locator(".ck-notice").get_by_role("button", name="Save my work to a file").click()
    assert taken.value.suggested_filename == "the-pier-work.jsonl"
    content = taken.value.path().read_bytes()
    assert bring(tmp_path, content).events == 1
    assert bring(tmp_path, content).events == 0, "the same message is the same event"
    [given] = read_one(tmp_path / "journal.jsonl").events
    assert (given.event, given.data["question"], given.data["version"]) == ("answer", "94-first", 2)
    assert given.data["answer"] == {"choice": "a"}


def test_work_is_brought_back_from_a_file(page: Page) -> None:
    foot = page.locator(".ck-work")
    ready(page)
    with page.expect_file_chooser() as asked_for:
        foot.get_by_role("button", name="Bring work back from a file").click()
    asked_for.value.set_files({"name": "work.zip", "mimeType": "application/zip", "buffer": b"PK1"})
    page.wait_for_function("workers.at(-1).sent.some((each) => each.type === 'bring')")
    assert page.evaluate("[...new Uint8Array(workers.at(-1).sent.at(-1).content)]") == list(b"PK1")
    say(page, {"type": "brought", "words": "Put in: 3 new lines in your journal."})
    expect(foot.get_by_role("status")).to_have_text("Put in: 3 new lines in your journal.")


def test_without_python_nothing_is_brought_back_and_that_is_said(page: Page) -> None:
    say(page, {"type": "failed", "why": "there is not enough memory"})
    page.get_by_role("button", name="Bring work back from a file").click()
    expect(page.locator(".ck-work").get_by_role("status")).to_contain_text("Nothing has changed.")


def test_what_fails_in_python_is_told_of(page: Page) -> None:
    ready(page)
    say(page, {"type": "failed", "why": "dates.zip: 404"})
    notice = page.locator(".ck-notice")
    expect(notice).to_contain_text("dates.zip: 404.")
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_be_hidden()
    say(page, {"type": "failed", "why": "memory", "fatal": True})
    expect(notice).to_contain_text("Checking waits, because memory.")


def test_without_python_a_hand_in_is_made_of_what_waits(browser: Browser) -> None:
    now = {"op": "now", "title": "The log", "learner": "Ada", "summary": "1 of 2 points.", "parts": []}
    page = open_site(browser, page_html=written(v9_0={"widget": "hand-in", "traits": {"setup": now}}))
    check(page)
    form = page.locator(".ck-hand-in")
    page.emulate_media(media="print")  # nothing is folded
    form.get_by_role("button", name="Make the file").click()
    say(page, {"type": "failed", "why": "there is not enough memory"})
    with page.expect_download() as taken:
        form.get_by_role("link", name="Download 94-log-ada.json").click()
    handed = read_hand_in(taken.value.path().read_bytes())
    assert (handed.exercise, handed.version, handed.learner) == ("94-log", 3, "Ada")
    assert handed.answers == {"94-first": {"choice": "a"}}
    expect(form).to_contain_text("it is marked where it is handed in")


def test_handing_in_speaks_of_this_browser_and_of_no_folder(browser: Browser) -> None:
    now = {"op": "now", "title": "The log", "learner": "Ada", "summary": "1 of 2 points.", "parts": []}
    page = open_site(browser, page_html=written(v3_0={"widget": "hand-in", "traits": {"setup": now}}))
    form = page.locator(".ck-hand-in")
    expect(form.get_by_role("textbox")).to_have_accessible_description("Remembered in this browser; change it here.")
    form.get_by_role("button", name="Make the file").click()
    ready(page)
    page.wait_for_function("workers.at(-1).sent.some((each) => each.content?.op === 'hand-in')")
    [asked_for] = sent(page, "3-0")
    made = {"op": "handed-in", "n": asked_for["n"], "learner": "Ada", "name": "94-ada.json", "content": "{}"}
    made |= {"where": "at /mine/hand-ins/94-ada.json", "summary": "1 of 2 points."}
    say(page, {"type": "message", "view": "3-0", "content": made})
    expect(form.get_by_role("link", name="Download 94-ada.json")).to_be_visible()
    expect(form.get_by_text("It also lies")).to_be_hidden()
