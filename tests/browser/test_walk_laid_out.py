"""A lesson as a student meets it, laid out: one goes on by Next, and answers whatever waits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from coursekit.questions import Questions
from tests.browser.cards import Card
from tests.browser.desk import Desk
from tests.browser.harness import learner_of
from tests.browser.laid import Laid
from tests.browser.shipped import best, lesson, mark_and_finish, recorded, sound
from tests.browser.swift import judge, put
from tests.browser.waiting import still
from tests.browser.walking import ends, goes_on, opened, waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from tests.browser.harness import Lab

# The first, one with many tasks, and the last but one, which asks for passages of every text.
WALKED = ("00-what-lies-in-the-box", "04-the-chemist-what-he-knew", "09-the-missing-note")
CUT = """(node) => node.scrollHeight > node.clientHeight || node.scrollWidth > node.clientWidth"""


@pytest.fixture
def laid(lab: Lab, context: BrowserContext) -> Iterator[Laid]:
    with learner_of(lab, context, laid_out=True) as learner:
        yield Laid(learner)


def finish(laid: Laid, task: str) -> None:
    """Do a task, from its door on."""
    doors = laid.page.locator(".ck-door").evaluate_all("doors => doors.map((door) => door.dataset.task)")
    mark_and_finish(Desk(laid.learner, doors.index(task)), task)
    expect(laid.panel.locator(f".ck-door[data-task='{task}']")).to_have_attribute("data-state", "finished")


def answer(card: Card, given: dict[str, Any]) -> None:
    """Give an answer, and wait until it is marked; a text is judged where it has a rubric."""
    read = card.question.kind == "text"
    put(card, given)
    card.button.click()
    expect(card.root).to_have_attribute("data-state", "human" if read else "right")
    if read and card.root.locator(".ck-rubric-row:visible").count():
        judge(card, 2)
        card.button.click()
        expect(card.button).to_have_text("Kept")
    still(card.learner.page)


@pytest.mark.parametrize("name", WALKED)
def test_a_whole_lesson_is_gone_through_by_next(laid: Laid, name: str) -> None:
    lab = laid.learner.lab
    todo = lesson(lab, name)
    questions = Questions(lab.course).by_id
    opened(laid, f"lessons/{name}.ipynb")
    assert not laid.line.locator(".ck-progress-place").evaluate(CUT)
    done: list[str] = []
    counts = []
    sitting = ""
    while True:
        if found := waiting(laid):
            question, task = found
            assert (question or task) not in done, "it is done, and waits all the same"
            done.append(question or task)
            if task:
                finish(laid, task)
            else:
                answer(Card(laid.learner, questions[question]), best(questions[question]))
        if ends(laid).count() and sitting != (sitting := ends(laid).locator("p").first.inner_text()):
            counts.append(ends(laid).inner_text())
        if not waiting(laid) and not goes_on(laid):
            break
    assert sorted(done) == sorted([*todo.asked(), *todo.tasks()])
    assert len(counts) == laid.line.locator(".ck-progress-sittings li").count()
    sound(laid.learner)
    recorded(lab, todo)
    last = ends(laid)
    expect(last).to_contain_text(re.compile("questions? answered"))
    expect(last).not_to_contain_text("To look at again")
    expect(last).not_to_contain_text("Not answered yet")
    expect(laid.panel.locator(".ck-onward").get_by_role("button", name=f"On to exercise {name[:2]}")).to_be_visible()
