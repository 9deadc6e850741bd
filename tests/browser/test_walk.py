"""One student goes through the whole course, lesson by lesson, and does every task once."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from coursekit.annotation.keys import load_key
from coursekit.build.notebook import WIDGET_VIEW
from coursekit.journal import Journal, answers, committed
from coursekit.questions import Questions, typical
from tests.browser.cards import Card
from tests.browser.desk import Desk
from tests.browser.swift import judge, put
from tests.conftest import ROOT

if TYPE_CHECKING:
    from coursekit.questions import Question
    from tests.browser.harness import Lab, Learner

SHIPPED = [path.stem for path in sorted((ROOT / "lessons").glob("*.ipynb"))]
ASKING = ("ask", "predict", "reflect")
# The cards that are not yet right, or, where nobody marks, not yet kept.
OPEN = """() => [...document.querySelectorAll(".ck-question")]
  .filter((card) => card.dataset.state !== "right" && card.querySelector(".ck-foot .ck-button").textContent !== "Kept")
  .map((card) => card.dataset.question)"""
CALL = re.compile(r"^(\w+)\(\"([^\"]+)\"", re.MULTILINE)


@dataclass
class Lesson:
    """What a lesson asks for, in its order: ``("ask", "00-diary")``, ``("read", "LET")``."""

    name: str
    calls: list[tuple[str, str]]
    widgets: int

    def asked(self) -> list[str]:
        return [what for verb, what in self.calls if verb in ASKING]

    def tasks(self) -> list[str]:
        return [what for verb, what in self.calls if verb == "annotate"]


def lesson(lab: Lab, name: str) -> Lesson:
    cells = json.loads((lab.course / "lessons" / f"{name}.ipynb").read_bytes())["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    calls = [(found[1], found[2]) for cell in code for found in CALL.finditer("".join(cell["source"]))]
    outputs = [output for cell in code for output in cell["outputs"]]
    return Lesson(name, calls, sum(WIDGET_VIEW in output.get("data", {}) for output in outputs))


@pytest.fixture(scope="module")
def student(module_learner: Learner) -> Learner:
    """One student, one journal, from the first lesson to the last."""
    return module_learner


def best(question: Question) -> dict[str, Any]:
    """Return an answer that is right; of a text, words."""
    if question.kind == "text":
        return {"text": "The letter says it (LET p7), the catalogue only sums it up; who else says so is open."}
    right = [answer for answer, state in typical(question) if state == "right"]
    return min(right, key=lambda answer: len(answer.get("spans", [])))


def do(card: Card) -> None:
    """Answer a question and have it checked; its mark is waited for at the end."""
    if card.root.get_attribute("data-state") in (None, "open"):  # else done before this lesson was opened once more
        put(card, best(card.question))
        card.button.click()


def judge_oneself(card: Card) -> None:
    """Set levels for one's own text, once it is kept, and keep them."""
    expect(card.root).to_have_attribute("data-state", "human")
    if card.root.locator(".ck-rubric-row:visible").count() and card.button.text_content() != "Kept":
        judge(card, 2)
        card.button.click()


def mark_and_finish(desk: Desk, task: str) -> None:
    """Mark one passage of a task, and lay one's marks beside the expert's."""
    key = load_key(desk.learner.lab.course / "lessons" / "keys" / f"{task}.toml")
    first = next(span for span in key.spans if not span.optional)
    if desk.root.get_by_role("button", name="I have finished").is_visible():
        desk.mark(first.paragraph, first.quote, first.tags[0])
        desk.finish()
    expect(desk.root.locator(".ck-compare .ck-head")).to_contain_text("Where you and the expert meet")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_lesson_is_done_from_its_first_cell_to_its_last(student: Learner, name: str) -> None:
    lab = student.lab
    todo = lesson(lab, name)
    questions = Questions(lab.course).by_id
    student.page.goto("about:blank")
    for session in lab.api("sessions"):
        lab.api(f"sessions/{session['id']}", "DELETE")
    shutil.rmtree(lab.work / "jupyter" / "workspaces", ignore_errors=True)  # or the last lesson opens behind this one
    before = len(lab.journal())
    student.open(name)
    student.run(widgets=todo.widgets)
    assert {event["event"] for event in lab.journal()[before:]} == {"ran"}, "nobody has done anything yet"
    sound(student)
    readers = 0
    cards = [Card(student, questions[what]) for what in todo.asked()]
    ahead = iter(cards)
    for verb, what in todo.calls:
        if verb in ASKING:
            do(next(ahead))
        elif verb in ("read", "annotate"):
            desk = Desk(student, readers)
            readers += 1
            expect(desk.root.locator(".ck-words").first).to_be_visible()
            if verb == "annotate":
                # What is said of the answers above moves the text below, away from under a mouse.
                expect(student.page.locator(".ck-foot .ck-button", has_text="Checking…")).to_have_count(0)
                mark_and_finish(desk, what)
    for card in cards:
        if card.question.kind == "text":
            judge_oneself(card)
    student.wait(lambda: student.page.evaluate(OPEN) == [], left=lambda: student.page.evaluate(OPEN))
    begin = student.page.locator(".ck-begin:visible")
    expect(begin).to_contain_text(f"{len(todo.asked())} of {len(todo.asked())}")
    sound(student)
    recorded(lab, todo)


def sound(student: Learner) -> None:
    """Expect that nothing complains: no cell, no widget, not JupyterLab."""
    said = student.page.locator(".jp-Notebook").inner_text()
    for complaint in ("Traceback", "This cannot be shown", "Error displaying widget"):
        assert complaint not in said
    assert student.page.locator(".jp-RenderedText[data-mime-type$='.stderr']").count() == 0
    assert student.dialogs() == []


def recorded(lab: Lab, todo: Lesson) -> None:
    """Expect all of a lesson in the journal."""
    assert Journal(lab.work / "journal.jsonl").read().set_aside == ()
    assert missing(lab, todo) == []


def missing(lab: Lab, todo: Lesson) -> list[str]:
    """Return what of a lesson the journal does not have."""
    events = Journal(lab.work / "journal.jsonl").read().events
    given = answers(events)
    ran = {event.data["lesson"] for event in events if event.event == "ran"}
    return [
        *(f"not checked: {each}" for each in todo.asked() if each not in given or not given[each].checked),
        *(f"not finished: {task}" for task in todo.tasks() if task not in committed(events)),
        *(["never run"] if todo.name[:2] not in ran else []),
    ]


def test_at_the_end_the_whole_course_is_in_the_journal(student: Learner) -> None:
    lessons = [lesson(student.lab, name) for name in SHIPPED]
    undone = [each.name for each in lessons if missing(student.lab, each)]
    if undone:
        pytest.fail(f"not done to the end, see there: {', '.join(undone)}", pytrace=False)
    assert {question for each in lessons for question in each.asked()} == set(Questions(student.lab.course).by_id)
    assert len([task for each in lessons for task in each.tasks()]) >= 6
