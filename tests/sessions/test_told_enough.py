"""A check of a table tells of three entries in a cell whether they are right, and of more only how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import course as here
from coursekit.marking import mark
from coursekit.sessions.open_question import question_session
from coursekit.sessions.store import store_of
from tests.exercise import NAME, lay_out_exercise

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sessions.question import QuestionSession

LOG, REPORT = "log:oil", "report:oil"


class Table:
    """The card of an exercise's table."""

    def __init__(self) -> None:
        self.store = store_of(here())
        self.question = here().question("x00-grid")
        self.n = 0
        self.session = self.opened()

    def opened(self) -> QuestionSession:
        """Return the session of a card that is opened now."""
        return question_session(self.store, self.question)

    def check(self, log: str, report: str = "") -> Any:
        """Check two cells, and return the mark that the card is told of."""
        self.n += 1
        answer = {"cells": {"log": {"oil": log}, "report": {"oil": report}}}
        *_, told = self.session.take(self.n, {"op": "answer", "n": self.n, "answer": answer, "check": True})
        return told["mark"]


@pytest.fixture
def table(course: Path) -> Table:
    lay_out_exercise(course)
    return Table()


def tones(told: Any) -> dict[str, str]:
    return {note["part"]: note["tone"] for note in told["feedback"] if note["part"] in (LOG, REPORT)}


def said(told: Any) -> list[str]:
    return [note["text"] for note in told["feedback"] if note["part"] == "whole"]


def test_of_the_fourth_entry_in_a_cell_only_the_number_is_told(table: Table) -> None:
    for wrong in ("1", "2", "3"):
        assert tones(table.check(wrong)) == {LOG: "wrong"}
    told = table.check("4.6", report="7")
    assert tones(told) == {REPORT: "wrong"}, "another cell is told of as before"
    where = "In 1 cell more than 3 different entries were checked."
    words = "There a check now tells how many are right, and not which. Read the passages again."
    assert said(told) == [f"{where} {words}"]
    assert [note["text"] for note in told["feedback"] if note["part"] == "column:oil"] == ["1 of 2."]
    assert told["points"] > 0, "and it counts"
    assert tones(table.check("5", report="7")) == {REPORT: "wrong"}, "a wrong one looks no different"


def test_a_table_that_is_filled_in_bit_by_bit_is_told_of_at_every_check(table: Table) -> None:
    for _ in range(6):
        told = table.check("4.6")
        assert tones(told) == {LOG: "right"}
    assert tones(table.check("4.6", "1")) == {LOG: "right", REPORT: "wrong"}
    assert tones(table.check("4.6", "0")) == {LOG: "right", REPORT: "right"}
    assert said(told) == []


def test_the_same_in_other_words_is_no_other_entry_and_what_cannot_be_read_is_none(table: Table) -> None:
    for entry in ("1", " 1 ", "much", "rather much", "2", "3"):
        told = table.check(entry)
        assert tones(told) == {LOG: "note" if "much" in entry else "wrong"}
    assert tones(table.check("4")) == {}
    assert tones(table.check("many")) == {LOG: "note"}, "what cannot be read is told in any case"
    assert tones(table.check("1")) == {LOG: "wrong"}, "what was told once may be told again"


def test_a_card_that_is_opened_anew_tells_no_more(table: Table) -> None:
    for entry in ("1", "2", "3", "4.6"):
        table.check(entry)
    kept = table.opened().saved["mark"]
    assert kept is not None
    assert tones(kept) == {}
    assert len(said(kept)) == 1


def test_once_the_solution_was_opened_and_for_a_teacher_all_is_told(table: Table) -> None:
    for entry in ("1", "2", "3", "4.6"):
        table.check(entry)
    table.store.write("solution", exercise=NAME)
    kept = table.opened().saved["mark"]
    assert kept is not None
    assert tones(kept) == {LOG: "right"}
    answer = {"cells": {"log": {"oil": "4.6"}}}
    assert {note.part: note.tone for note in mark(table.question, answer).feedback}[LOG] == "right"
