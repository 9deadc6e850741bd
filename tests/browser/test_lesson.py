"""Lesson 00 as it is shipped, from the first look at it to the first text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from coursekit.questions import Questions
from coursekit.sources import Library
from tests.browser.cards import Card
from tests.browser.desk import Desk

if TYPE_CHECKING:
    from tests.browser.harness import Lab, Learner

LESSON, PREDICTION = "00-what-lies-in-the-box", "00-expect"


def test_before_anything_runs_the_whole_lesson_can_be_read(lab: Lab, learner: Learner) -> None:
    words = Library(lab.course).source("LET").guide.paragraph("m1").text
    learner.open(LESSON)
    assert learner.dialogs() == []
    twins = learner.page.locator(".ck-twin")
    expect(twins.first).to_be_visible()
    assert twins.count() > 20
    assert [twin.inner_text() for twin in twins.all() if not twin.is_visible()] == []
    notebook = learner.page.locator(".jp-Notebook")
    expect(notebook).to_contain_text(words)
    for question in Questions(lab.course).quizzes[LESSON]:
        expect(notebook).to_contain_text(re.split(r"[*\n]", question.prompt)[0][:60].strip())
    said = learner.page.locator(".jp-Notebook").inner_text()
    assert "Error displaying widget" not in said
    assert "Run this lesson in JupyterLab" not in said
    assert "coursekit" not in said


def test_one_button_runs_it_and_a_text_waits_for_the_prediction(lab: Lab, learner: Learner) -> None:
    verbs = {"predict", "ask", "reflect", "read", "annotate", "hand_in"}
    cells = [cell["source"] for cell in json.loads((lab.course / "lessons" / f"{LESSON}.ipynb").read_bytes())["cells"]]
    widgets = sum(
        "".join(source).startswith("from coursekit") and verbs & set("".join(source).split()) != set()
        for source in cells
    )
    learner.open(LESSON)
    expect(learner.page.get_by_role("button", name="Run this page").last).to_be_in_viewport()
    learner.run(widgets=widgets)
    assert learner.dialogs() == []
    assert learner.page.locator(".jp-InputArea-editor:visible").count() == 0
    assert "coursekit" not in learner.page.locator(".jp-Notebook").inner_text()
    expect(learner.page.locator(".ck-twin:visible").filter(has_text="wait for you")).to_have_count(1)

    desk = Desk(learner)
    expect(desk.root).to_contain_text("This text opens when you have written down what you expect")
    expect(desk.words("m1")).to_have_count(0)
    card = Card(learner, Questions(lab.course).by_id[PREDICTION])
    card.give({"text": "Each will praise its own side."})
    card.kept()
    expect(desk.words("m1")).to_have_count(0)
    card.check()
    expect(desk.words("m1")).to_be_visible()
    expect(desk.root).not_to_contain_text("This text opens when")
    begin = learner.page.locator(".ck-begin:visible")
    expect(begin).to_contain_text("You have answered 1 of")
    expect(learner.page.locator(".ck-comparing:visible")).to_contain_text("Each will praise its own side.")
    assert lab.answer(PREDICTION) == {"text": "Each will praise its own side."}
