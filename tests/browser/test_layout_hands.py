"""A lesson that is laid out: by keyboard alone, quiet while one reads, legible in any window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.harness import learner_of
from tests.browser.laid import NAME, PARTS, Laid, lessons
from tests.browser.looks import AXE
from tests.browser.waiting import still
from tests.conftest import not_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Locator

    from tests.browser.harness import Lab

OURS = ".ck-progress, .ck-onward, .ck-later-line, .ck-pause"
STICKING_OUT = """() => [...document.querySelectorAll(".ck-progress *, .ck-onward *, .ck-later-line *")]
  .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1)
  .map((node) => node.outerHTML.slice(0, 120))"""
# Of each word of an element whether all of it is inside the element's box, a part, or nothing.
WORDS_SEEN = """(node) => {
  const box = node.getBoundingClientRect();
  const text = node.firstChild;
  return [...text.data.matchAll(/\\S+/g)].map(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const { top, bottom, right } = range.getBoundingClientRect();
    const below = (top + bottom) / 2 > box.bottom; // a line's box is taller than its signs
    return below ? "none" : right <= box.right + 0.5 ? "whole" : "part";
  });
}"""


@pytest.fixture
def laid(lab: Lab, context: BrowserContext) -> Iterator[Laid]:
    with lessons(lab), learner_of(lab, context, laid_out=True) as learner:
        yield Laid(learner)


def tab_to(laid: Laid, name: str) -> None:
    """Press Tab until a control that bears this name has the focus: whatever it stands in bears it too."""
    for _ in range(60):
        laid.page.keyboard.press("Tab")
        if name in laid.page.evaluate("document.activeElement.closest('button, summary')?.textContent ?? ''"):
            return
    raise AssertionError(f"never came to {name}")


def answer_by_keyboard(laid: Laid, name: str) -> None:
    """Choose the first option of the question that comes next, and have it checked."""
    for _ in range(60):
        laid.page.keyboard.press("Tab")
        if laid.page.evaluate("document.activeElement.type") == "radio":
            break
    laid.page.keyboard.press("Space")
    expect(laid.card(name).locator("input:checked")).to_have_count(1)
    tab_to(laid, "Check")
    laid.page.keyboard.press("Enter")
    expect(laid.card(name)).not_to_have_attribute("data-state", "open")


def test_a_sitting_is_gone_through_by_keyboard_alone(laid: Laid) -> None:
    laid.open()
    laid.line.locator("summary").focus()
    answer_by_keyboard(laid, "first")
    expect(laid.heading("A step that only tells")).to_be_visible()
    tab_to(laid, "Go on")
    laid.page.keyboard.press("Enter")
    expect(laid.heading("The second step")).to_be_focused()
    answer_by_keyboard(laid, "second")
    answer_by_keyboard(laid, "third")
    tab_to(laid, "Go on to sitting 2")
    laid.page.keyboard.press("Enter")
    expect(laid.heading("Sitting 2: The harbour")).to_be_focused()
    expect(laid.line).to_contain_text("0 of 1 here")


def test_the_list_of_sittings_opens_and_shuts_by_keyboard(laid: Laid) -> None:
    laid.open()
    summary = laid.line.locator("summary")
    summary.focus()
    laid.page.keyboard.press("Enter")
    expect(laid.line.get_by_role("button", name="2. The harbour")).to_be_visible()
    laid.page.keyboard.press("Escape")
    expect(laid.line.get_by_role("button", name="2. The harbour")).to_be_hidden()
    expect(summary).to_be_focused()


def test_no_stray_letter_and_no_double_click_changes_a_lesson(laid: Laid, lab: Lab) -> None:
    before = len(lab.notebook(NAME)["cells"])
    laid.open()
    laid.heading("Sitting 1: The lamp").dblclick()
    expect(laid.heading("Sitting 1: The lamp")).to_be_visible()
    for key in ("a", "b", "m", "Enter", "Shift+Enter", "x", "d", "d", "z"):
        laid.page.keyboard.press(key)
    assert laid.panel.locator(".jp-Notebook .jp-Cell").count() == before
    assert laid.panel.locator(".jp-mod-editMode .jp-Cell").count() == 0
    expect(laid.heading("Sitting 1: The lamp")).to_be_visible()
    expect(footer(laid)).to_be_hidden()
    top = laid.panel.locator(".jp-WindowedPanel-outer")
    at = top.evaluate("node => node.scrollTop")
    laid.page.keyboard.press("PageDown")
    laid.learner.wait(lambda: top.evaluate("node => node.scrollTop") > at)


def test_an_author_has_jupyterlabs_keys_back_and_sees_everything(laid: Laid, lab: Lab) -> None:
    page = laid.page
    (lab.course / "lessons" / f"{NAME}.ipynb").unlink()  # the pair, made later than the text: JupyterLab would object
    page.goto(lab.server.address(lab.course / "lessons" / f"{NAME}.md"))
    laid.line.get_by_role("button", name="Run this lesson").click()  # a text bears no signature
    laid.ready()
    choose(laid, "Edit This Lesson")
    expect(laid.card("fourth")).to_be_visible()
    expect(footer(laid)).to_be_visible()
    before = laid.panel.locator(".jp-Notebook .jp-Cell").count()
    laid.heading("Sitting 1: The lamp").click()
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    expect(laid.panel.locator(".jp-Notebook .jp-Cell")).to_have_count(before + 1)
    page.keyboard.press("d")
    page.keyboard.press("d")
    expect(laid.panel.locator(".jp-Notebook .jp-Cell")).to_have_count(before)
    laid.heading("Sitting 1: The lamp").dblclick()
    expect(laid.panel.locator(".jp-MarkdownCell:not(.jp-mod-rendered)")).to_have_count(1)
    laid.learner.reload()
    expect(laid.heading("Sitting 2: The harbour")).to_be_visible()
    choose(laid, "Edit This Lesson")
    expect(laid.heading("Sitting 2: The harbour")).to_be_hidden()


def test_a_plain_notebook_is_as_jupyterlab_has_it(laid: Laid) -> None:
    laid.open()
    choose(laid, "Plain Notebooks")
    expect(laid.card("fourth")).to_be_visible()
    expect(laid.line).to_be_hidden()
    laid.learner.reload()
    expect(laid.heading("Sitting 2: The harbour")).to_be_visible()
    expect(laid.page.locator(".jp-MarkdownOutput button", has_text="Run this lesson")).to_be_visible()
    choose(laid, "Plain Notebooks")
    expect(laid.line).to_be_visible()
    expect(laid.heading("Sitting 2: The harbour")).to_be_hidden()


def footer(laid: Laid) -> Locator:
    """Return JupyterLab's button below a notebook, which adds a cell."""
    return laid.panel.locator(".jp-Notebook-footer")


def choose(laid: Laid, entry: str) -> None:
    """Choose from the View menu."""
    laid.page.locator(".lm-MenuBar-item").filter(has_text="View").click()
    laid.page.locator(".lm-Menu-item").filter(has_text=entry).click()


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_what_is_ours_is_accessible_and_fits_a_narrow_window(laid: Laid, theme: str) -> None:
    if not AXE.is_file():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    laid.open()
    if "Dark" in theme:
        laid.learner.theme(theme)
    laid.answer("first", "Friday")
    laid.press("Go on")
    laid.press("Show the rest of this sitting")
    laid.line.locator("summary").click()
    for width in (1280, 320):
        laid.page.set_viewport_size({"width": width, "height": 900})
        expect(laid.panel.locator(".ck-later-line")).to_be_visible()
        laid.page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
        found = laid.page.evaluate(
            "ours => axe.run({ include: ours.split(', ').map(each => [each]) }, { resultTypes: ['violations'] })", OURS
        )
        assert [(each["id"], [node["html"][:120] for node in each["nodes"]]) for each in found["violations"]] == []
        laid.learner.wait(lambda: laid.page.evaluate(STICKING_OUT) == [], left=lambda: laid.page.evaluate(STICKING_OUT))


def test_where_there_is_little_room_the_place_gives_way_by_whole_words(laid: Laid, lab: Lab) -> None:
    title = "Whose voice it is that speaks here, and what has been changed in it since"
    lab.lesson(NAME, *(part.replace("Sitting 1: The lamp", f"Sitting 1: {title}") for part in PARTS))
    laid.open()
    place = laid.line.locator(".ck-progress-place")
    for width, cut in ((1280, False), (640, True)):
        laid.page.set_viewport_size({"width": width, "height": 900})
        still(laid.page)
        seen = place.evaluate(WORDS_SEEN)
        assert set(seen) <= {"whole", "none"}, seen
        assert ("none" in seen) == cut
        assert laid.line.evaluate("line => line.offsetHeight") < 50
        assert laid.line.evaluate("line => line.scrollWidth <= line.clientWidth")
    expect(place).to_have_text(f"Sitting 1 of 2: {title}")
    expect(place).to_have_attribute("title", f"Sitting 1 of 2: {title}")


@pytest.mark.parametrize(("width", "most"), [(1280, 50), (390, 80)])
def test_the_line_of_progress_keeps_its_height(laid: Laid, width: int, most: int) -> None:
    laid.page.set_viewport_size({"width": width, "height": 844})
    laid.open()
    height = laid.line.evaluate("line => line.offsetHeight")
    laid.answer("first", "Friday")
    expect(laid.line).to_contain_text("to look at again")
    assert laid.line.evaluate("line => line.offsetHeight") == height < most
    told = laid.line.locator(".ck-progress-place, .ck-progress-progress")
    one_line = max(told.evaluate_all("nodes => nodes.map(node => node.offsetHeight)")) < 30
    assert one_line or width < 1280, "beside the pane"
