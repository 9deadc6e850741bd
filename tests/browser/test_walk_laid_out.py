"""A lesson and an exercise as a student meets them, laid out: one goes on by Next, and answers whatever waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from coursekit.journal import Journal
from coursekit.questions import Questions
from coursekit.questions.exercises import Exercises
from tests.browser.cards import Card
from tests.browser.desk import Desk
from tests.browser.harness import learner_of
from tests.browser.laid import Laid
from tests.browser.swift import judge, put
from tests.browser.test_exercises import Attempt
from tests.browser.test_walk import SHIPPED, best, lesson, mark_and_finish, recorded, sound
from tests.browser.waiting import still

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Locator

    from tests.browser.harness import Lab

EXERCISE = "00-cards"
# The first card or task that is in sight and waits, as [a question's id, a task's id].
WAITS = """() => {
  const cards = document.querySelectorAll(".jp-NotebookPanel .ck-question, .jp-NotebookPanel .ck-door[data-task]");
  const first = [...cards].find((card) => card.checkVisibility() && ["open", "begun"].includes(card.dataset.state));
  return first ? [first.dataset.question ?? "", first.dataset.task ?? ""] : null;
}"""
CUT = """(node) => node.scrollHeight > node.clientHeight || node.scrollWidth > node.clientWidth"""


@pytest.fixture
def laid(lab: Lab, context: BrowserContext) -> Iterator[Laid]:
    with learner_of(lab, context, laid_out=True) as learner:
        yield Laid(learner)


def opened(laid: Laid, path: str) -> None:
    """Open a copy, and wait until it says that it is ready."""
    laid.learner.open_copy(path)
    expect(laid.line).to_contain_text("Ready")
    laid.learner.idle()


def goes_on(laid: Laid) -> bool:
    """Press Next; tells whether there was anything to go on to."""
    following = laid.line.locator(".ck-progress-next")
    if following.get_attribute("aria-disabled") == "true":
        return False
    following.click()
    still(laid.page)
    return True


def waiting(laid: Laid) -> tuple[str, str] | None:
    found = laid.page.evaluate(WAITS)
    return (found[0], found[1]) if found else None


def finish(laid: Laid, task: str) -> None:
    """Do a task, from its door on."""
    doors = laid.page.locator(".ck-door").evaluate_all("doors => doors.map((door) => door.dataset.task)")
    mark_and_finish(Desk(laid.learner, doors.index(task)), task)
    expect(laid.panel.locator(f".ck-door[data-task='{task}']")).to_have_attribute("data-state", "finished")


def ends(laid: Laid) -> Locator:
    """Return the box at the end of the sitting in sight."""
    return laid.panel.locator(".ck-pause:visible")


def test_a_whole_lesson_is_gone_through_by_next(laid: Laid) -> None:
    lab, name = laid.learner.lab, SHIPPED[0]
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
    expect(last).to_contain_text("questions answered")
    expect(last).not_to_contain_text("To look at again")
    expect(last).not_to_contain_text("Not answered yet")
    expect(laid.panel.locator(".ck-onward").get_by_role("button", name="On to exercise 00")).to_be_visible()


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


def test_a_whole_exercise_is_gone_through_by_next(laid: Laid) -> None:
    attempt = Attempt(laid.learner, Exercises(laid.learner.lab.course)[EXERCISE])
    cards = {card.question.id: card for card in attempt.cards}
    opened(laid, f"exercises/{EXERCISE}/{EXERCISE}.ipynb")
    expect(laid.page.get_by_role("region", name="Where you are in this exercise")).to_be_visible()
    expect(laid.panel.get_by_role("button", name="Show the rest of this exercise")).to_be_visible()
    laid.line.locator("summary").click()
    expect(laid.line.get_by_role("button", name="About this exercise")).to_be_visible()
    laid.page.keyboard.press("Escape")
    while True:
        if found := waiting(laid):
            card = cards.pop(found[0])
            answer(card, best(card.question))
        if not waiting(laid) and not goes_on(laid):
            break
    assert cards == {}
    attempt.shows_what_is_reckoned()
    assert attempt.reckoned().points == attempt.exercise.of
    assert Journal(laid.learner.lab.work / "journal.jsonl").read().set_aside == ()
    expect(laid.panel.locator(".ck-onward").get_by_role("button", name="On to lesson 01")).to_be_visible()
