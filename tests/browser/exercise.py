"""A student at an exercise, and what the course reckons of the same answers without any page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from coursekit.journal import Journal, answers
from coursekit.marking import mark
from coursekit.marking.exercise import mark_exercise
from coursekit.questions import LibraryShelf, typical
from coursekit.sources import Library
from tests.browser.cards import Card, by_hand
from tests.browser.swift import judge, put
from tests.browser.waiting import press

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator

    from coursekit.marking.exercise import Marked
    from coursekit.questions import Question
    from coursekit.questions.exercises import Exercise
    from tests.browser.harness import Lab, Learner

NAME = "Zora Müller-Ōno"
NUMBERS = re.compile(r"([\d.]+) of ([\d.]+) point")
EMPHASIS = re.compile(r"\*([^*\s](?:[^*]{0,200}[^*\s])?)\*")
CLOSE = 0.006


@dataclass
class Attempt:
    """A student at one exercise."""

    learner: Learner
    exercise: Exercise

    @property
    def lab(self) -> Lab:
        """JupyterLab, with the student's journal."""
        return self.learner.lab

    @cached_property
    def shelf(self) -> LibraryShelf:
        """Where the words of paragraphs are."""
        return LibraryShelf(Library(self.lab.course))

    @cached_property
    def cards(self) -> list[Card]:
        """All questions, in their order."""
        return [Card(self.learner, question) for question in self.exercise.questions]

    @property
    def counted(self) -> list[Card]:
        """The questions that are marked here."""
        return [card for card in self.cards if card.question.kind != "text"]

    @property
    def results(self) -> Locator:
        """The box that tells how it stands."""
        return self.learner.page.locator(".ck-results:visible")

    def reckoned(self) -> Marked:
        """Mark the answers that the journal holds."""
        events = Journal(self.lab.work / "journal.jsonl").read().events
        kept = {name: last.answer for name, last in answers(events).items()}
        return mark_exercise(self.exercise, kept, self.shelf)

    def press(self, label: str) -> Locator:
        """Press one of the buttons below the questions; what comes of it stands beside."""
        box = self.learner.page.locator(".ck-press").filter(has=self.learner.page.get_by_role("button", name=label))
        press(box.get_by_role("button", name=label))
        return box

    def shows_what_is_reckoned(self) -> None:
        """Expect the points that the box of results shows to be those of the answers in the journal."""
        marked = self.reckoned()
        expect(self.results.locator("p").nth(1)).to_have_text(marked.summary)
        cells = self.results.locator("tbody td").all_inner_texts()
        for (question, found), said in zip(marked.marks, cells, strict=True):
            if question.kind != "text":
                assert said.split(" · ")[1] == f"{found.points:g} of {found.of:g} points", question.id

    def answer(self, card: Card, given: dict[str, Any]) -> None:
        """Answer, check, and expect points and reasons of the card to be those of the marking."""
        wanted = mark(card.question, given, self.shelf)
        put(card, given)  # by keyboard, mouse and paste a table is filled in elsewhere
        press(card.button)
        expect(card.root).to_have_attribute("data-state", wanted.state)
        head = card.root.locator(".ck-feedback > .ck-reason").first
        expect(head).to_contain_text(NUMBERS)
        shown = NUMBERS.search(head.inner_text())
        assert shown
        assert float(shown[1]) == pytest.approx(wanted.points, abs=CLOSE), card.question.id
        assert float(shown[2]) == wanted.of
        said = " ".join((card.root.text_content() or "").split())
        for note in (note for note in wanted.feedback if note.tone in ("wrong", "partly")):
            words = " ".join(EMPHASIS.sub(r"\1", note.text).split())
            assert words in said, (card.question.id, note.part)

    def hand_in(self) -> Path:
        """Hand the exercise in under a name that is asked, download it, and return the file."""
        form = self.learner.page.locator(".ck-hand-in")
        form.get_by_role("button", name="Make the file").click()
        expect(form).to_contain_text("Write a name first")
        assert not list((self.lab.work / "hand-ins").glob(f"{self.exercise.id}-*.json"))
        form.get_by_role("textbox", name="In whose name?").fill(NAME)
        form.get_by_role("button", name="Make the file").click()
        expect(form).to_contain_text(f"In the name of {NAME}.")
        (found,) = (self.lab.work / "hand-ins").glob(f"{self.exercise.id}-*.json")
        expect(form).to_contain_text(f"in your course’s folder: work › hand-ins › {found.name}.")
        with self.learner.page.expect_download() as taken:
            form.get_by_role("link", name=f"Download {found.name}").click()
        assert taken.value.path().read_bytes() == found.read_bytes()
        return found


def right(question: Question) -> dict[str, Any]:
    """Return the answer with all points."""
    return next(given for given, state in typical(question) if state == "right")


def errors(question: Question) -> list[dict[str, Any]]:
    """Return typical errors: all wrong where that is possible, and the near misses, as many at once as there are."""
    tries = [(given, state) for given, state in typical(question) if by_hand(question, given)]
    wrong = [given for given, state in tries if state == "wrong"][-1:]
    solved = next(given for given, state in tries if state == "right")
    if "cells" not in solved or not getattr(question, "cells", ()):
        return [*wrong, *[given for given, state in tries if state == "partly"][-1:]]
    cells = {row: dict(line) for row, line in solved["cells"].items()}
    missed = [cell for cell in question.cells if cell.near]  # type: ignore[attr-defined]
    for cell in missed:
        cells[cell.row][cell.column] = cell.near[0].value
    return [*wrong, {"cells": cells}] if missed else wrong


def write(card: Card) -> None:
    """Write a text, have it kept, and judge it where it has a rubric."""
    put(card, {"text": "The letter says it (LET p7); the catalogue only sums it up (CAT e12.a); who else is open."})
    card.button.click()
    expect(card.root).to_have_attribute("data-state", "human")
    if card.root.locator(".ck-rubric-row:visible").count():
        judge(card, 2)
        card.button.click()
    expect(card.button).to_have_text("Kept")
