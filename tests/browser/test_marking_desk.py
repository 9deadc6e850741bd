"""Reading what a class wrote, in the real JupyterLab: by keyboard, saved, found again; words stay words."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.cli.lab import copies, trust
from coursekit.marking.hand_in import FORMAT
from coursekit.seminar import levels
from tests.browser.looks import MOVING, SCROLLING, STICKING_OUT, serious
from tests.browser.test_hostile import HOSTILE, harmless, told
from tests.browser.waiting import still
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.harness import Lab, Learner

QUESTION, NAME = "x09-defend", "Zora Quill"
NOTEBOOK = "marking/marking.ipynb"


@pytest.fixture
def handed(lab: Lab) -> Lab:
    """A course whose class has handed in: six answers, one of them an attack."""
    for part in ("solutions", "exercises"):
        if not (lab.course / part).is_dir():
            shutil.copytree(ROOT / part, lab.course / part)
    changes = copies.refresh_all(lab.course, lab.work)
    trust.sign([change.copy for change in changes], lab.work)
    desk = lab.work / "teaching" / "in" / "hand-ins"
    desk.mkdir(parents=True)
    for number in range(6):
        text = HOSTILE if number == 0 else f"I defend cell {number}, by the word “many”, and a list would change it."
        data = {"format": FORMAT, "exercise": "09-matrix", "version": 1, "learner": f"{NAME} {number}"}
        data |= {"made": "2026-01-31T12:00:00Z", "answers": {QUESTION: {"text": text}}}  # type: ignore[dict-item]
        (desk / f"{NAME} {number}.json").write_text(json.dumps(data), encoding="utf-8")
    return lab


def opened(learner: Learner) -> Locator:
    """Open the instructor's copy and run it."""
    learner.page.goto(learner.lab.server.address(learner.lab.work / NOTEBOOK))
    learner.page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    learner.wait(lambda: "Idle" in (learner.page.locator("#jp-main-statusbar").text_content() or ""))
    learner.run(widgets=1)
    return learner.page.locator(".ck-marking")


def test_two_answers_are_read_by_keyboard_and_are_there_after_a_reload(handed: Lab, learner: Learner) -> None:
    page = learner.page
    desk = opened(learner)
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    expect(desk.locator(".ck-count")).to_have_text("0 of 6 read")
    told(desk.locator("blockquote").filter(has_text="<script>"))
    harmless(learner)
    assert NAME not in page.content()

    desk.locator(".ck-bar").get_by_role("button", name="Next unread").focus()
    page.keyboard.press("Enter")
    for key in ("2", "Tab", "3", "Tab", "1", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("Sets 2 words against each other; b, x and dd are only letters.")
    for key in ("Shift+Tab", "n", "0", "Tab", "1", "Tab", "0", "ArrowRight"):
        page.keyboard.press(key)
    expect(desk.locator(".ck-count")).to_have_text("2 of 6 read")
    expect(desk.get_by_role("article").nth(1).get_by_text("saved")).to_be_visible()
    expect(desk.locator(".ck-status")).to_contain_text("saved")
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells, "no key was JupyterLab's"

    rows = ("words", "other", "change")
    given = levels.read(handed.work / "marking" / "levels-AB.jsonl").given.values()
    assert [tuple(each.levels[row] for row in rows) for each in given] == [(2, 3, 1), (0, 1, 1)]
    assert [each.comment[:12] for each in given] == ["Sets 2 words", ""]

    learner.save()
    learner.reload()
    learner.run(widgets=1)
    desk = page.locator(".ck-marking")
    expect(desk.locator(".ck-count")).to_have_text("2 of 6 read")
    first = desk.get_by_role("article").first
    assert first.locator(":checked").evaluate_all("all => all.map((one) => one.value)") == ["2", "3", "1"]
    expect(first.get_by_role("textbox")).to_have_value("Sets 2 words against each other; b, x and dd are only letters.")
    saved = (handed.work / NOTEBOOK).read_text(encoding="utf-8")
    assert NAME not in saved
    assert "I defend cell" not in saved, "the notebook's file holds nobody's work"


def test_it_can_be_used_by_everybody_in_light_and_dark_and_in_a_narrow_window(handed: Lab, learner: Learner) -> None:
    page = learner.page
    desk = opened(learner)
    desk.get_by_role("radio", name="2").first.check()
    for summary in desk.locator("summary").all():
        summary.click()
    assert serious(page) == []
    learner.theme("JupyterLab Dark")
    still(page)
    assert serious(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    still(page)
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate(SCROLLING) == []
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING) == []
