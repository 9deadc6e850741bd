"""A page of the pages edition is read and answered before anything answers; what then comes is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import settled
from tests.frontend.site_pages import anew, asked, card, check, marked, one_page, question, reader, ready, say, sent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

READY = {"type": "ready"}
WAITING = "kept in this browser; checked when the course is ready"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    yield from one_page(browser)


def test_what_is_answered_before_anything_answers_is_kept_and_checked_when_it_can_be(page: Page) -> None:
    check(page)
    expect(card(page, "first").locator(".ck-status")).to_have_text(WAITING)
    assert asked(page, "3-0") == []
    ready(page)
    page.wait_for_function("workers.at(-1).sent.some((each) => each.content?.check)")
    [given] = asked(page, "3-0")
    assert (given["answer"], given["check"]) == ({"choice": "a"}, True)
    say(page, *marked("3-0", given["n"]))
    expect(card(page, "first")).to_have_attribute("data-state", "right")
    expect(card(page, "first").locator(".ck-status")).to_have_text("saved 14:02")


def test_it_is_there_when_the_page_is_closed_before_anything_answered(page: Page) -> None:
    check(page)
    expect(card(page, "first").locator(".ck-status")).to_have_text(WAITING)
    page.reload()
    page.wait_for_function("window.workers.length > 0")
    expect(card(page, "first").get_by_label("In August")).to_be_checked()
    ready(page)
    page.wait_for_function("workers.at(-1).sent.some((each) => each.content?.check)")


def test_how_far_it_is_is_said_and_then_no_more(page: Page) -> None:
    notice = page.locator(".ck-notice")
    say(page, {"type": "progress", "part": 2, "of": 5, "words": "Python"})
    expect(notice).to_contain_text("Reading and answering work already; checking is ready in a moment: 40 %")
    expect(notice.get_by_role("progressbar")).to_be_visible()
    ready(page)
    expect(notice).to_be_hidden()
    expect(page.locator(".ck-live[role=status]")).to_contain_text("Checking is ready.")


def test_what_was_answered_earlier_is_drawn_but_not_under_somebodys_hands(page: Page) -> None:
    saved = {"answer": {"choice": "b"}, "at": "2026-01-01T10:00:00+00:00", "mark": None}
    field = card(page, "first").get_by_label("In August")
    field.focus()
    traits = [
        {"type": "traits", "view": f"{n}-0", "traits": question(name)["traits"] | {"saved": saved}}
        for n, name in ((3, "first"), (6, "second"))
    ]
    ready(page, *traits)
    expect(card(page, "second").get_by_label("In May")).to_be_checked()
    expect(field).to_be_focused()
    expect(card(page, "first").get_by_label("In May")).not_to_be_checked()
    page.get_by_role("button", name="Next").focus()
    expect(card(page, "first").get_by_label("In May")).to_be_checked()


def test_what_was_given_before_it_was_known_is_newer_and_stays(page: Page) -> None:
    check(page)
    saved = {"answer": {"choice": "b"}, "at": "2020-01-01T10:00:00+00:00", "mark": None}
    page.get_by_role("button", name="Next").focus()
    ready(page, anew("3-0", question("first"), saved=saved))
    expect(card(page, "first").get_by_label("In August")).to_be_checked()
    page.wait_for_function("workers.at(-1).sent.some((each) => each.content?.check)")
    assert [each["answer"] for each in asked(page, "3-0")] == [{"choice": "a"}]


def test_a_mark_made_before_anything_answered_is_kept_and_sent(page: Page) -> None:
    page.get_by_role("button", name="Show the rest of this sitting").click()
    pane = page.get_by_role("region", name="The documents")
    pane.locator("[data-p='p1'] .ck-words").first.evaluate(
        """node => { const text = document.createTreeWalker(node, 4).nextNode(), range = document.createRange();
        const at = text.data.indexOf("the keeper"); range.setStart(text, at); range.setEnd(text, at + 10);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    settled(page)
    pane.get_by_role("button", name="Who").first.click()
    expect(page.locator(".ck-door[data-task='94-mark']")).to_contain_text("1 of about 2 marks")
    ready(page, anew("5-0", reader(revision=1)))
    page.wait_for_function("workers.at(-1).sent.some((each) => each.content?.op === 'add')")
    [made] = [each for each in sent(page, "5-0") if each["op"] == "add"]
    assert made["annotation"]["spans"][0]["quote"] == "the keeper"


def test_a_button_shows_what_python_says(page: Page) -> None:
    page.evaluate("location.hash = 'ask-94-third'")
    page.get_by_role("button", name="Show the rest of this sitting").click()
    press = page.get_by_role("button", name="Show the worked solution")
    press.click()
    expect(page.locator(".ck-press")).to_contain_text("Opens when the course is ready.")
    ready(page)
    page.wait_for_function("workers.at(-1).sent.some((each) => each.content?.op === 'press')")
    told = {"type": "message", "view": "9-0", "content": {"op": "pressed", "html": "<p>It was August.</p>"}}
    say(page, told)
    expect(page.locator(".ck-press")).to_contain_text("It was August.")
    expect(press).to_have_attribute("aria-disabled", "false")


def test_what_python_has_nothing_alive_for_is_read_as_its_twin(page: Page) -> None:
    say(page, READY)
    page.emulate_media(media="print")  # nothing is folded
    expect(page.locator(".ck-press")).to_have_count(0)
    expect(page.locator("[data-view='9-0'] .ck-twin")).to_be_visible()


def test_what_is_shown_anew_is_shown_and_nothing_in_it_runs(page: Page) -> None:
    bad = """<p onclick="window.hurt=1">Now</p><img src=x onerror="window.hurt=1"><script>window.hurt=1</script>
        <a href="javascript:window.hurt=1">there</a><iframe srcdoc="x"></iframe>
        <svg viewBox="0 0 1 1"><path d="M0 0"/><use href="#x"/></svg>"""
    say(page, {"type": "html", "output": "10-0", "html": bad}, {"type": "html", "output": "no-such", "html": bad})
    shown = page.locator("[data-output='10-0']")
    expect(shown).to_contain_text("Now")
    expect(shown.locator("script, iframe, use, [onclick], [onerror], [href]")).to_have_count(0)
    assert shown.locator("svg path").evaluate("node => node.namespaceURI") == "http://www.w3.org/2000/svg"
    assert shown.locator("svg").get_attribute("viewBox") == "0 0 1 1"
    shown.get_by_text("Now").evaluate("node => node.click()")
    assert page.evaluate("window.hurt") is None
    page.errors.clear()  # type: ignore[attr-defined]  # an image that is not there


def test_what_has_not_changed_is_left_alone(page: Page) -> None:
    page.locator("[data-output='10-0'] p").evaluate("node => { window.before = node; }")
    again = page.locator("[data-output='10-0']").evaluate("node => node.innerHTML")
    say(page, {"type": "html", "output": "10-0", "html": again})
    assert page.locator("[data-output='10-0'] p").evaluate("node => node === window.before")
