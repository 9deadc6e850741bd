"""Every exercise, done by a student in JupyterLab as it is laid out: blank, with typical errors, right; handed in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.journal import Journal, solutions
from coursekit.marking.exercise import mark_exercise
from coursekit.marking.hand_in import read_hand_in
from coursekit.questions.exercises import Exercises
from tests.browser.exercise import NAME, Attempt, errors, right, write
from tests.browser.harness import learner_of
from tests.browser.laid import Laid
from tests.browser.shipped import sound
from tests.browser.waiting import press
from tests.browser.walking import opened, passes
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from tests.browser.cards import Card
    from tests.browser.harness import Lab

pytestmark = pytest.mark.usefixtures("this_course")

SHIPPED = [path.parent.name for path in sorted((ROOT / "exercises").glob("*/*.ipynb"))]


@pytest.fixture(scope="module")
def student(lab_session: Lab, context: BrowserContext) -> Iterator[Laid]:
    """One student for all exercises."""
    lab_session.reset()
    with learner_of(lab_session, context, laid_out=True) as learner:
        yield Laid(learner)


@pytest.mark.parametrize("name", SHIPPED)
def test_an_exercise_is_done_blank_wrong_right_and_handed_in(student: Laid, name: str) -> None:
    attempt = begun(student, name)
    left_blank(student, attempt)
    nothing_is_wrong_yet(attempt)
    for card in attempt.counted:
        for given in errors(card.question):
            attempt.answer(card, given)
    attempt.shows_what_is_reckoned()
    assert attempt.reckoned().points < attempt.exercise.of
    mended(student, attempt)
    attempt.shows_what_is_reckoned()
    marked = attempt.reckoned()
    assert (marked.points, marked.for_a_teacher) == (attempt.exercise.of, attempt.exercise.for_a_teacher)
    expect(attempt.press("Show the worked solution").locator(".ck-solution")).to_be_visible()
    events = Journal(attempt.lab.work / "journal.jsonl").read().events
    assert name in solutions(events)
    handed = read_hand_in(attempt.hand_in().read_bytes())
    assert (handed.exercise, handed.version, handed.learner) == (name, attempt.exercise.version, NAME)
    again = mark_exercise(attempt.exercise, handed.answers, attempt.shelf)
    assert [found for _, found in again.marks] == [found for _, found in marked.marks]
    taken = [entry for entry in handed.history if entry["what"] == "hint"]
    assert [(entry["question"], entry["step"]) for entry in taken] == [(attempt.counted[0].question.id, 1)]
    leads_on(student, attempt)
    sound(student.learner)
    assert student.learner.complaints == []


def begun(student: Laid, name: str) -> Attempt:
    """Open the student's copy of an exercise, and see where one is."""
    lab = student.learner.lab
    student.page.goto("about:blank")
    lab.reset()
    attempt = Attempt(student.learner, Exercises(lab.course)[name])
    opened(student, f"exercises/{name}/{name}.ipynb")
    expect(student.page.get_by_role("region", name="Where you are in this exercise")).to_be_visible()
    expect(student.line.locator(".ck-progress-progress")).to_have_text(f"0 of {len(attempt.cards)}")
    return attempt


def left_blank(student: Laid, attempt: Attempt) -> None:
    """Check each question with nothing in it, and go on all the same; what comes later is not in sight before."""
    for later in attempt.cards[1:]:
        expect(later.root).to_be_hidden()
    for card in attempt.cards:
        while not card.root.is_visible():
            assert passes(student), f"nothing leads to {card.question.id}"
        press(card.button)
        expect(card.root).to_have_attribute("data-state", "unanswered")
        expect(card.root.locator(".ck-feedback")).to_have_text(re.compile("^Not answered yet"))
        has_its_text(student, card)
    while passes(student):
        pass
    hinted = attempt.counted[0]
    press(hinted.root.get_by_role("button", name="hint (1 of 3)"))
    expect(hinted.root.locator(".ck-hints li")).to_have_count(1)


def has_its_text(student: Laid, card: Card) -> None:
    """Expect that whoever comes to a question has a text that it rests on beside it, where the exercise has one."""
    needed = {ref.split()[0] for ref in card.question.rests_on} & set(texts(student))
    if needed:
        assert set(texts(student, "[data-shown='true']")) & needed, card.question.id
        expect(student.page.locator(".ck-pane .ck-words").first).to_be_visible()


def texts(student: Laid, those: str = "") -> list[str]:
    """Return the sigla of an exercise's texts, or of ``those`` among them."""
    found: list[str] = student.panel.locator(f".ck-door{those}").evaluate_all(
        "all => all.map((each) => each.dataset.text)"
    )
    return found


def nothing_is_wrong_yet(attempt: Attempt) -> None:
    """Expect that blank is not wrong, and that the solution stays shut."""
    attempt.shows_what_is_reckoned()
    assert attempt.reckoned().points == 0
    expect(attempt.results).to_contain_text(f"0 of {attempt.exercise.of:g} points")
    assert not re.search(r"\b(wrong|not right)\b", attempt.results.inner_text())
    expect(attempt.press("Show the worked solution")).to_contain_text("Not yet:")


def mended(student: Laid, attempt: Attempt) -> None:
    """Go by the ways in the box of results to what is not right, and set it right; then write what is to be written."""
    for card in attempt.counted:
        way = attempt.results.locator(f"[data-ck-go='{card.question.id}']")
        if way.count():
            press(way)
            expect(card.root).to_be_in_viewport()
        attempt.answer(card, right(card.question))
        expect(way).to_have_count(0)
    for card in attempt.cards:
        if card.question.kind == "text":
            write(card)
    total = len(attempt.cards)
    expect(student.line.locator(".ck-progress-progress")).to_contain_text(f"{total} of {total}")
    expect(student.line.locator(".ck-progress-progress")).not_to_contain_text("to look at again")


def leads_on(student: Laid, attempt: Attempt) -> None:
    """Expect what is there for programs to be out of sight, and the next lesson one press away."""
    told = student.page.locator(".jp-CodeCell", has=student.page.locator(".ck-for-programs"))
    assert told.count() == len(attempt.counted)
    assert told.evaluate_all("cells => cells.filter(cell => cell.checkVisibility())") == []
    way = student.page.locator(".jp-RenderedMarkdown", has_text="And then").get_by_role("link").first
    expect(way).to_have_attribute("href", re.compile(r"lessons/\d\d-[a-z-]+\.ipynb"))
    if attempt.exercise.id != SHIPPED[-1]:
        onward = student.panel.locator(".ck-onward")
        expect(onward.get_by_role("button", name=re.compile(r"^On to lesson \d\d$"))).to_be_visible()
