"""Handing in, in a browser, with a stand-in kernel: a name, one button, the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.conftest import not_run
from tests.frontend.browsing import FRONTEND, ORIGIN
from tests.frontend.cards import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PARTS = [
    {"name": "Fill in *the log*", "stands": "right · 4 of 4 points", "done": True},
    {"name": "Say whom you would believe", "stands": "not written yet · 3 points", "done": False},
]
NOW: dict[str, Any] = {
    "op": "now",
    "unit": "exercise",
    "title": "The log",
    "learner": "",
    "summary": "4 of 6 points.",
    "parts": PARTS,
}
FILE: dict[str, Any] = {
    "op": "handed-in",
    "learner": "Ada",
    "name": "00-log-ada.json",
    "where": "in your course’s folder: work › hand-ins › 00-log-ada.json",
    "summary": "4 of 6 points.",
    "content": '{"learner": "Ada — 李"}\n',
}
EMPTIER = {"op": "emptier", "why": "The file you made before answers one part more."}


def show(page: Page, *replies: dict[str, Any], **now: Any) -> Locator:
    page.goto(f"{ORIGIN}/hand_in_page/index.html")
    page.wait_for_function("window.ready === true")
    page.evaluate("([setup, replies]) => show(setup, replies)", [NOW | now, list(replies)])
    return page.locator(".ck-hand-in")


def asked(page: Page) -> list[tuple[str, bool]]:
    return [(each["learner"], each["insist"]) for each in page.evaluate("model.sent")]


def test_a_name_and_one_press_make_a_file_that_can_be_taken_away(page: Page) -> None:
    form = show(page, FILE)
    form.get_by_role("textbox", name="In whose name?").fill("Ada")
    form.get_by_role("button", name="Make the file").click()
    link = form.get_by_role("link", name="Download 00-log-ada.json")
    with page.expect_download() as taken:
        link.click()
    assert taken.value.suggested_filename == "00-log-ada.json"
    assert Path(taken.value.path()).read_text(encoding="utf-8") == FILE["content"]
    expect(form).to_contain_text("It also lies in your course’s folder: work › hand-ins › 00-log-ada.json.")
    expect(form).to_contain_text("In the name of Ada. 4 of 6 points.")
    assert asked(page) == [("Ada", False)]
    expect(page.locator(".ck-live")).to_contain_text("Made: 00-log-ada.json")


def test_what_is_in_it_is_told_before_what_is_not_finished_first(page: Page) -> None:
    form = show(page)
    expect(form.locator(".ck-in-it > p").first).to_have_text("In the file: 1 of 2 parts answered. 4 of 6 points.")
    expect(form.locator("li:visible")).to_have_text("Say whom you would believe · not written yet · 3 points")
    form.get_by_text("What is in the file").click()
    page.evaluate("model.say", {**NOW, "parts": [{**part, "done": True} for part in PARTS]})
    expect(form).not_to_contain_text("Not finished")
    expect(form.locator("li:visible")).to_have_count(2)  # still unfolded


def test_a_lesson_is_handed_in_by_those_who_are_asked_to(page: Page) -> None:
    form = show(page, FILE, unit="lesson")
    expect(form).to_be_hidden()
    line = page.locator("summary").first
    expect(line).to_contain_text("Hand this lesson in · Only where your instructor asks for it")
    line.focus()
    page.keyboard.press("Enter")
    expect(form).to_be_visible()
    form.get_by_text("What is in the file").click()
    expect(form).to_contain_text("your answers in this lesson and your marks in its texts")


def test_without_a_name_nothing_is_asked_for_and_that_is_said(page: Page) -> None:
    form = show(page)
    form.get_by_role("textbox").fill("  ")
    form.get_by_role("button", name="Make the file").click()
    expect(form.locator(".ck-status")).to_have_text("Write a name first: your own, or a pseudonym.")
    expect(form.get_by_role("textbox")).to_be_focused()
    assert asked(page) == []


def test_a_name_given_once_stands_there_and_may_be_changed_by_keyboard_alone(page: Page) -> None:
    form = show(page, {**FILE, "learner": "Bo"}, learner="Ada")
    field = form.get_by_role("textbox")
    expect(field).to_have_value("Ada")
    expect(field).to_have_accessible_description("Remembered in your work folder; change it here.")
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("Bo b")
    page.keyboard.press("Enter")
    expect(form.get_by_role("link")).to_be_visible()
    expect(field).to_have_value("Bo")
    assert asked(page) == [("Bo b", False)]
    assert set(page.evaluate("stopped")) <= {"Control"}


@pytest.mark.parametrize(
    ("press", "wanted"), [("Leave it as it is", [False]), ("Replace it, and keep it beside", [False, True])]
)
def test_a_fuller_file_is_replaced_only_by_who_says_so(page: Page, press: str, wanted: list[bool]) -> None:
    form = show(page, EMPTIER, FILE, learner="Ada")
    form.get_by_role("button", name="Make the file").click()
    choice = form.get_by_role("group", name="Replace the file?")
    expect(choice).to_contain_text("answers one part more")
    choice.get_by_role("button", name=press).click()
    expect(choice).to_be_hidden()
    expect(form.locator(".ck-handed-in")).to_be_visible(visible=len(wanted) > 1)
    assert [insist for _, insist in asked(page)] == wanted


def test_what_is_refused_is_told_in_a_line_and_may_be_tried_again(page: Page) -> None:
    form = show(page, {"op": "refused", "why": "x.json: not written (no space left)"}, FILE, learner="Ada")
    form.get_by_role("button", name="Make the file").click()
    expect(form.locator(".ck-status")).to_have_text("Not made: x.json: not written (no space left).")
    form.get_by_role("button", name="Make the file").click()
    expect(form.get_by_role("link")).to_be_visible()
    expect(form.locator(".ck-status")).to_have_text("")


def test_a_file_older_than_the_answers_says_so(page: Page) -> None:
    form = show(page, FILE, FILE | {"summary": "5 of 6 points."}, learner="Ada")
    form.get_by_role("button", name="Make the file").click()
    expect(form.get_by_role("link", name="Download")).to_be_visible()
    page.evaluate("model.say", NOW | {"learner": "Ada"})
    expect(form.locator(".ck-older")).to_be_hidden()
    page.evaluate("model.say", NOW | {"learner": "Ada", "summary": "5 of 6 points."})
    expect(form.locator(".ck-older")).to_be_visible()
    form.get_by_role("button", name="Make it anew").click()
    expect(form.locator(".ck-older")).to_be_hidden()


def test_hostile_words_are_shown_and_never_run(page: Page) -> None:
    parts = [{"name": HOSTILE, "stands": HOSTILE, "done": False}]
    file = FILE | {"learner": HOSTILE, "name": HOSTILE, "where": HOSTILE, "summary": HOSTILE}
    form = show(page, file, title=HOSTILE, learner=HOSTILE, summary=HOSTILE, parts=parts)
    form.get_by_role("button", name="Make the file").click()
    expect(form.get_by_role("link")).to_be_visible()
    assert page.locator(".ck img, .ck script").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_320_px_it_fits_and_axe_finds_nothing(page: Page, scheme: Any) -> None:
    axe = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.is_file():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    page.emulate_media(color_scheme=scheme)
    before = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 800})
    form = show(page, EMPTIER, FILE, learner="Ada")
    form.get_by_role("button", name="Make the file").click()
    form.get_by_role("group", name="Replace the file?").wait_for()
    page.add_script_tag(path=str(axe))
    look = "axe.run('main').then((found) => found.violations.map((each) => each.id))"
    assert page.evaluate(look) == []
    form.get_by_role("button", name="Replace it").click()
    expect(form.get_by_role("link")).to_be_visible()
    assert page.evaluate(look) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.set_viewport_size(before or {"width": 900, "height": 900})
    page.emulate_media(color_scheme="light")
