"""A lesson opens without questions, without code, and runs where the reader is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.harness import Lab, Learner

BUTTON = '<button type="button" data-commandlinker-command="notebook:run-all-cells">Run this lesson</button>'
PROSE = "A paragraph to be read at leisure. " * 60
TWIN = "import ipywidgets; from IPython.display import HTML, display; display(HTML('<p class=\"ck-twin\">static</p>'));"
WIDGET = f"{TWIN} display(ipywidgets.HTML('<p class=\"ck\">alive</p>'))"


@pytest.fixture
def long_lesson(lab: Lab) -> str:
    parts = [part for number in range(8) for part in (f"## Part {number}\n\n{PROSE}", WIDGET)]
    return lab.lesson("90-long", f"# A long lesson\n\n{BUTTON}", *parts)


def test_the_button_runs_a_lesson_without_questions_or_code_where_the_reader_is(
    learner: Learner, long_lesson: str
) -> None:
    page = learner.page
    learner.open(long_lesson)
    assert "ipywidgets" not in page.locator(".jp-Notebook").inner_text()
    learner.run(widgets=8)
    assert page.locator(".jp-WindowedPanel-outer").evaluate("e => e.scrollTop") < 5
    assert page.get_by_role("heading", name="A long lesson").is_visible()
    assert "ipywidgets" not in page.locator(".jp-Notebook").inner_text()
    learner.wait(lambda: not any(twin.is_visible() for twin in page.locator(".ck-twin").all()))
    assert page.locator(".ck").first.is_visible()
    # JupyterLab asks late whether one wants its news: all that while it had time to.
    assert learner.dialogs() == []
    assert page.locator(".Toastify__toast").count() == 0


def test_a_reopened_lesson_shows_the_twins_where_its_widgets_are_dead(
    lab: Lab, learner: Learner, long_lesson: str
) -> None:
    learner.open(long_lesson)
    learner.run(widgets=8)
    learner.save()
    for session in lab.api("sessions"):
        lab.api(f"sessions/{session['id']}", "DELETE")
    learner.page.goto("about:blank")
    learner.open(long_lesson)
    twins = learner.page.locator(".ck-twin")
    learner.wait(lambda: all(twin.is_visible() for twin in twins.all()))
    assert twins.count() == 8
    assert "Error displaying widget" not in learner.page.locator(".jp-Notebook").inner_text()
    learner.run(widgets=8)
    assert learner.dialogs() == []


def test_the_lessons_own_cells_cannot_be_deleted_by_a_slip(lab: Lab, learner: Learner, long_lesson: str) -> None:
    before = len(lab.notebook(long_lesson)["cells"])
    learner.open(long_lesson)
    learner.page.get_by_role("heading", name="Part 0").click()
    for key in ("Escape", "d", "d", "x"):
        learner.page.keyboard.press(key)
    learner.save()
    assert len(lab.notebook(long_lesson)["cells"]) == before


def test_a_narrow_window_belongs_to_the_lesson(learner: Learner, long_lesson: str) -> None:
    learner.page.set_viewport_size({"width": 320, "height": 640})
    learner.open(long_lesson)
    text = learner.page.locator(".jp-MarkdownOutput").first
    learner.wait(lambda: text.evaluate("e => e.clientWidth") > 180)
    assert learner.page.get_by_role("button", name="Run this lesson").last.is_visible()


def test_a_lessons_text_opens_as_a_notebook_for_its_author(lab: Lab, learner: Learner, long_lesson: str) -> None:
    learner.page.goto(lab.server.address(lab.course / "lessons" / f"{long_lesson}.md"))
    learner.page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    learner.page.get_by_role("heading", name="A long lesson").wait_for()
    assert learner.dialogs() == []


def test_a_button_pressed_before_python_is_up_runs_the_lesson_when_it_is(learner: Learner, long_lesson: str) -> None:
    page = learner.page
    page.goto(learner.lab.server.address(learner.lab.work / "lessons" / f"{long_lesson}.ipynb"))
    page.locator("button[data-commandlinker-command='notebook:run-all-cells']:visible").first.click()
    assert "Idle" not in (page.locator("#jp-main-statusbar").text_content() or ""), "the kernel was up too soon"
    expect(learner.widgets()).to_have_count(8, timeout=60_000)
    assert "data-ck-waiting" not in page.locator(".jp-NotebookPanel").first.evaluate(
        "node => node.outerHTML.slice(0, 400)"
    )
