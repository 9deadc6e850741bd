"""One student goes through the whole course, lesson by lesson, and does every task once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.questions import Questions
from tests.browser.cards import Card
from tests.browser.desk import Desk
from tests.browser.shipped import ASKING, SHIPPED, best, lesson, mark_and_finish, missing, recorded, sound
from tests.browser.swift import judge, put

if TYPE_CHECKING:
    from tests.browser.harness import Learner

# The cards that are not yet right, or, where nobody marks, not yet kept.
OPEN = """() => [...document.querySelectorAll(".ck-question")]
  .filter((card) => card.dataset.state !== "right" && card.querySelector(".ck-foot .ck-button").textContent !== "Kept")
  .map((card) => card.dataset.question)"""


@pytest.fixture(scope="module")
def student(module_learner: Learner) -> Learner:
    """One student, one journal, from the first lesson to the last."""
    return module_learner


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


def test_at_the_end_the_whole_course_is_in_the_journal(student: Learner) -> None:
    lessons = [lesson(student.lab, name) for name in SHIPPED]
    undone = [each.name for each in lessons if missing(student.lab, each)]
    if undone:
        pytest.fail(f"not done to the end, see there: {', '.join(undone)}", pytrace=False)
    assert {question for each in lessons for question in each.asked()} == set(Questions(student.lab.course).by_id)
    assert len([task for each in lessons for task in each.tasks()]) >= 6
