"""Each kind of question, answered in the real JupyterLab: saved, marked, and the passage shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from coursekit.questions import Questions
from tests.browser.cards import Card, one_of_each_kind
from tests.browser.desk import Desk
from tests.browser.invented import NUMBER, quiz
from tests.browser.waiting import try_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.harness import Learner

MARKED = ("single", "multiple", "evidence", "order", "match", "number", "date", "classify", "ground")
VERBS = {"prediction": "predict", "reflection": "reflect"}
READ = 'from coursekit.lesson import read\nread("LET")'


def cell(kind: str, question_id: str) -> str:
    verb = VERBS.get(kind, "ask")
    return f'from coursekit.lesson import {verb}\n{verb}("{question_id}")'


@pytest.fixture(scope="module")
def lesson(module_learner: Learner) -> Iterator[dict[str, Card]]:
    """A lesson that asks one question of each kind, and lays the letter beside them."""
    lab = module_learner.lab
    with quiz(lab):
        questions = one_of_each_kind(lab, "00", "01", NUMBER)
        cells = [cell(kind, question.id) for kind, question in questions.items()]
        module_learner.open(lab.lesson("92-kinds", "# Kinds", *cells, READ))
        module_learner.run(widgets=len(questions) + 1)
        yield {kind: Card(module_learner, question) for kind, question in questions.items()}


@pytest.mark.parametrize("kind", MARKED)
def test_each_kind_is_saved_marked_and_explained(lesson: dict[str, Card], kind: str) -> None:
    card = lesson[kind]
    lab = card.learner.lab
    wrong = card.an_answer("wrong")
    card.give(wrong)
    card.learner.wait(lambda: said(card, lab.answer(card.question.id)) == said(card, wrong))
    card.kept()
    card.check()
    expect(card.root).to_have_attribute("data-state", "wrong")
    expect(card.root.locator(".ck-reason").first).to_be_visible()
    try_again(card.root)
    expect(card.root.locator(".ck-feedback")).to_be_hidden()
    take_back(card)
    right = card.an_answer("right")
    card.give(right)
    card.check()
    expect(card.root).to_have_attribute("data-state", "right")
    expect(card.root.locator(".ck-feedback")).to_contain_text("Right")
    assert said(card, lab.answer(card.question.id)) == said(card, right)


def said(card: Card, answer: dict[str, Any] | None) -> object:
    """Return what an answer says: of words pointed at, the words; where they stand is spelt out in a file only."""
    told: dict[str, Any] = dict(answer or {})
    if "spans" in told:
        told["spans"] = [(span["paragraph"], card.meant(span)) for span in told["spans"]]
    if "ground" in told:
        told["ground"] = said(card, told["ground"])
    return told


def take_back(card: Card) -> None:
    """Undo what another answer does not replace by itself."""
    for box in card.root.get_by_role("checkbox").all():
        box.uncheck()
    for button in card.root.get_by_role("button", name="Take back").all():
        button.click()


def test_a_prediction_is_kept_and_a_text_is_judged_by_its_writer(lesson: dict[str, Card]) -> None:
    prediction, reflection = lesson["prediction"], lesson["reflection"]
    lab = prediction.learner.lab
    words = prediction.an_answer("human")
    prediction.give(words)
    prediction.check()
    expect(prediction.root.locator(".ck-feedback")).to_contain_text("Kept.")
    expect(prediction.button).to_have_text("Kept")
    assert lab.answer(prediction.question.id) == words
    reflection.give(words)
    reflection.button.click()
    rows = reflection.root.locator(".ck-rubric-row")
    expect(rows.first).to_be_visible()
    expect(reflection.root.get_by_text("A strong answer")).to_have_count(0)
    for row in rows.all():
        row.get_by_role("radio").nth(1).check()
    reflection.button.click()
    expect(reflection.root.get_by_text("A strong answer")).to_be_visible()
    levels = lab.answer(reflection.question.id)["levels"]
    assert set(levels.values()) == {1}
    assert len(levels) == rows.count()


def test_show_me_the_passage_jumps_into_the_reader(lesson: dict[str, Card]) -> None:
    learner = lesson["order"].learner
    card = next(card for card in lesson.values() if any(ref.startswith("LET ") for ref in card.question.rests_on))
    ref = next(ref for ref in card.question.rests_on if ref.startswith("LET "))
    desk = Desk(learner)
    take_back(card)
    card.give(card.an_answer("right"))
    card.check()
    card.root.get_by_role("button", name=f"Show {ref}").first.click()
    words = desk.words(ref.split()[1])
    expect(words).to_be_in_viewport()
    learner.wait(lambda: desk.coloured("^ck-flash$") != [])
    assert words.evaluate("node => node.textContent").startswith(desk.coloured("^ck-flash$")[0][:20])
    expect(card.root.locator(".ck-inline-passage:visible")).to_have_count(0)


def test_how_sure_one_is_goes_with_the_answer_and_stands_after_the_verdict(learner: Learner) -> None:
    lab = learner.lab
    asked = Questions(lab.course).by_id.values()
    question = next(each for each in asked if each.confidence and each.kind == "single")
    learner.open(lab.lesson("91-sure", "# Sure", cell("single", question.id)))
    learner.run(widgets=1)
    card = Card(learner, question)
    slider = card.root.get_by_role("slider")
    expect(card.root.locator(".ck-sure-value")).to_have_text("not said")
    slider.focus()
    for _ in range(6):
        slider.press("ArrowRight")
    expect(card.root.locator(".ck-sure-value")).to_have_text("80 %")
    learner.wait(lambda: (lab.answer(question.id) or {}).get("confidence") == 80)
    card.give(card.an_answer("wrong"))
    card.check()
    expect(card.root).to_have_attribute("data-state", "wrong")
    try_again(card.root)
    expect(slider).to_be_disabled()
    expect(card.root.locator(".ck-sure-value")).to_have_text("80 %")
