"""Every exercise, done by a student in JupyterLab: blank, with typical errors, right; then handed in."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from coursekit.build.notebook import WIDGET_VIEW
from coursekit.journal import Journal, answers, solutions
from coursekit.marking import mark
from coursekit.marking.exercise import mark_exercise
from coursekit.marking.hand_in import read_hand_in
from coursekit.questions import LibraryShelf, typical
from coursekit.questions.exercises import Exercise, Exercises
from coursekit.sources import Library
from tests.browser.cards import Card, by_hand
from tests.browser.swift import put
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator

    from coursekit.marking.exercise import Marked
    from coursekit.questions import Question
    from tests.browser.harness import Lab, Learner

SHIPPED = [path.parent.name for path in sorted((ROOT / "exercises").glob("*/*.ipynb"))]
NAME = "Zora Müller-Ōno"
NUMBERS = re.compile(r"([\d.]+) of ([\d.]+) point")
EMPHASIS = re.compile(r"\*([^*\s](?:[^*]{0,200}[^*\s])?)\*")
CLOSE = 0.006


@dataclass
class Attempt:
    """A student at one exercise, and what the course reckons of the same answers without any page."""

    learner: Learner
    exercise: Exercise

    @property
    def lab(self) -> Lab:
        return self.learner.lab

    @cached_property
    def shelf(self) -> LibraryShelf:
        return LibraryShelf(Library(self.lab.course))

    @cached_property
    def cards(self) -> list[Card]:
        return [Card(self.learner, question) for question in self.exercise.questions]

    @property
    def counted(self) -> list[Card]:
        return [card for card in self.cards if card.question.kind != "text"]

    @property
    def results(self) -> Locator:
        return self.learner.page.locator(".ck-results:visible")

    def kept(self) -> dict[str, Any]:
        events = Journal(self.lab.work / "journal.jsonl").read().events
        return {name: last.answer for name, last in answers(events).items()}

    def reckoned(self) -> Marked:
        return mark_exercise(self.exercise, self.kept(), self.shelf)

    def press(self, label: str) -> Locator:
        """Press one of the buttons below the questions; what comes of it stands beside."""
        box = self.learner.page.locator(".ck-press").filter(has=self.learner.page.get_by_role("button", name=label))
        box.get_by_role("button", name=label).click()
        return box

    def shows_what_is_reckoned(self) -> None:
        """Expect the points that the box of results shows to be those of the answers in the journal."""
        marked = self.reckoned()
        expect(self.results.locator("p").nth(1)).to_have_text(marked.summary)
        cells = self.results.locator("tbody td").all_inner_texts()
        for (question, found), said in zip(marked.marks, cells, strict=True):
            if question.kind != "text":
                assert said.split(" · ")[1] == f"{found.points:g} of {found.of:g} points", question.id


def errors(question: Question) -> list[dict[str, Any]]:
    """Return typical errors: all wrong where that is possible, and the near misses, as many at once as there are."""
    tries = [(given, state) for given, state in typical(question) if by_hand(question, given)]
    wrong = [given for given, state in tries if state == "wrong"][-1:]
    right = next(given for given, state in tries if state == "right")
    if "cells" not in right or not getattr(question, "cells", ()):
        return [*wrong, *[given for given, state in tries if state == "partly"][-1:]]
    cells = {row: dict(line) for row, line in right["cells"].items()}
    missed = [cell for cell in question.cells if cell.near]  # type: ignore[attr-defined]
    for cell in missed:
        cells[cell.row][cell.column] = cell.near[0].value
    return [*wrong, {"cells": cells}] if missed else wrong


def right(question: Question) -> dict[str, Any]:
    return next(given for given, state in typical(question) if state == "right")


def answered(attempt: Attempt, card: Card, given: dict[str, Any]) -> None:
    """Answer, check, and expect points and reasons of the card to be those of the marking."""
    wanted = mark(card.question, given, attempt.shelf)
    if "cells" in given:
        put(card, given)  # by keyboard, mouse and paste a table is filled in elsewhere
    else:
        card.give(given)
    card.button.click()
    expect(card.root).to_have_attribute("data-state", wanted.state)
    head = card.root.locator(".ck-feedback > .ck-reason").first
    expect(head).to_contain_text(re.compile(NUMBERS.pattern if wanted.state != "unanswered" else "Not answered yet"))
    shown = NUMBERS.search(head.inner_text())
    assert shown
    assert float(shown[1]) == pytest.approx(wanted.points, abs=CLOSE), card.question.id
    assert float(shown[2]) == wanted.of
    said = " ".join((card.root.text_content() or "").split())
    for note in (note for note in wanted.feedback if note.tone in ("wrong", "partly")):
        words = " ".join(EMPHASIS.sub(r"\1", note.text).split())
        assert words in said, (card.question.id, note.part)


def written(card: Card) -> None:
    """Write a text and judge it."""
    card.give({"text": "The letter says it (LET p7); the catalogue only sums it up (CAT e12.a); who else is open."})
    card.check()
    rows = card.root.locator(".ck-rubric-row:visible").all()
    for row in rows:
        row.get_by_role("radio").nth(2).check()
    if rows:
        card.button.click()
    expect(card.button).to_have_text("Kept")


def handed_in(attempt: Attempt) -> Path:
    """Hand the exercise in under a name that is asked; returns the file."""
    form = attempt.learner.page.locator(".ck-hand-in")
    form.get_by_role("button", name="Make the file").click()
    expect(form).to_contain_text("Write a name first")
    assert not list((attempt.lab.work / "hand-ins").glob(f"{attempt.exercise.id}-*.json"))
    form.get_by_role("textbox", name="In whose name?").fill(NAME)
    form.get_by_role("button", name="Make the file").click()
    expect(form).to_contain_text(f"In the name of {NAME}.")
    (found,) = (attempt.lab.work / "hand-ins").glob(f"{attempt.exercise.id}-*.json")
    expect(form).to_contain_text(f"in your course’s folder: work › hand-ins › {found.name}.")
    with attempt.learner.page.expect_download() as taken:
        form.get_by_role("link", name=f"Download {found.name}").click()
    assert taken.value.path().read_bytes() == found.read_bytes()
    return found


def leads_on(attempt: Attempt) -> None:
    """Expect what is there for programs to be out of sight, and the next lesson one press away."""
    page = attempt.learner.page
    told = page.locator(".jp-CodeCell", has=page.locator(".ck-for-programs"))
    assert told.count() == len(attempt.counted)
    assert told.evaluate_all("cells => cells.filter(cell => cell.checkVisibility())") == []
    way = page.locator(".jp-RenderedMarkdown", has_text="And then").get_by_role("link").first
    expect(way).to_have_attribute("href", re.compile(r"lessons/\d\d-[a-z-]+\.ipynb"))


@pytest.fixture(scope="module")
def student(module_learner: Learner) -> Learner:
    """One student for all exercises."""
    return module_learner


@pytest.mark.parametrize("name", SHIPPED)
def test_an_exercise_is_done_blank_wrong_right_and_handed_in(student: Learner, name: str) -> None:
    attempt = laid_out(student, name)
    nothing_is_wrong_yet(attempt)
    for card in attempt.counted:
        for given in errors(card.question):
            answered(attempt, card, given)
    attempt.shows_what_is_reckoned()
    assert attempt.reckoned().points < attempt.exercise.of
    for card in attempt.cards:
        if card.question.kind == "text":
            written(card)
        else:
            answered(attempt, card, right(card.question))
    attempt.shows_what_is_reckoned()
    marked = attempt.reckoned()
    assert (marked.points, marked.for_a_teacher) == (attempt.exercise.of, attempt.exercise.for_a_teacher)
    expect(attempt.press("Show the worked solution").locator(".ck-solution")).to_be_visible()
    events = Journal(student.lab.work / "journal.jsonl").read().events
    assert name in solutions(events)
    given = read_hand_in(handed_in(attempt).read_bytes())
    assert (given.exercise, given.version, given.learner) == (name, attempt.exercise.version, NAME)
    leads_on(attempt)
    again = mark_exercise(attempt.exercise, given.answers, attempt.shelf)
    assert [found for _, found in again.marks] == [found for _, found in marked.marks]
    taken = [entry for entry in given.history if entry["what"] == "hint"]
    assert [(entry["question"], entry["step"]) for entry in taken] == [(attempt.counted[0].question.id, 1)]
    said = student.page.locator(".jp-Notebook").inner_text()
    assert "Traceback" not in said
    assert "This cannot be shown" not in said
    assert student.page.locator(".jp-RenderedText[data-mime-type$='.stderr']").count() == 0
    assert student.dialogs() == []
    assert student.complaints == []


def test_a_table_keeps_its_keys_from_jupyterlab_and_takes_what_is_copied(student: Learner) -> None:
    page = student.page
    student.page.goto("about:blank")
    student.lab.reset()
    student.open(student.lab.lesson("95-table", "# Table", 'from coursekit.lesson import ask\nask("x09-matrix")'))
    student.run(widgets=1)
    before = page.locator(".jp-Notebook .jp-Cell").count()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('D\\tS\\r\\nn\\tA\\r\\n')")
    lists = page.locator(".ck-table-fill select")
    lists.first.focus()
    for key in ("a", "Enter", "x", "Shift+Enter"):
        page.keyboard.press(key)
    expect(lists.first).to_be_focused()
    assert lists.evaluate_all("nodes => nodes.map(node => node.value).filter(Boolean)") == ["A", "X"]
    page.keyboard.press("Control+v")
    expect(page.locator(".ck-table-box > .ck-hint")).to_have_text("4 cells filled.")
    page.keyboard.press("Control+z")
    rows = page.locator(".ck-table-fill > tbody > tr")
    for row, values in ((0, ["D", "S"]), (1, ["N", "A"])):
        found = rows.nth(row).locator("select").evaluate_all("nodes => nodes.slice(0, 2).map(node => node.value)")
        assert found == values
    assert page.locator(".jp-Notebook .jp-Cell").count() == before
    assert student.dialogs() == []


def laid_out(student: Learner, name: str) -> Attempt:
    """Open the student's copy of an exercise and run it."""
    lab = student.lab
    attempt = Attempt(student, Exercises(lab.course)[name])
    cells = json.loads((lab.course / "exercises" / name / f"{name}.ipynb").read_bytes())["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    student.page.goto("about:blank")
    lab.reset()
    student.open_copy(f"exercises/{name}/{name}.ipynb")
    student.run(widgets=sum(WIDGET_VIEW in output.get("data", {}) for output in outputs))
    return attempt


def nothing_is_wrong_yet(attempt: Attempt) -> None:
    """Check each question with nothing in it; the solution stays shut; one hint is taken."""
    for card in attempt.cards:
        card.button.click()
        expect(card.root).to_have_attribute("data-state", "unanswered")
        expect(card.root.locator(".ck-feedback")).to_have_text(re.compile("^Not answered yet"))
    attempt.shows_what_is_reckoned()
    assert attempt.reckoned().points == 0
    expect(attempt.results).to_contain_text(f"0 of {attempt.exercise.of:g} points")
    assert not re.search(r"\b(wrong|not right)\b", attempt.results.inner_text())
    expect(attempt.press("Show the worked solution")).to_contain_text("Not yet:")
    first = attempt.counted[0]
    first.root.get_by_role("button", name="hint (1 of 3)").click()
    expect(first.root.locator(".ck-hints li")).to_have_count(1)
