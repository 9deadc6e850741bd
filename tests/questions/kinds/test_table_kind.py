"""A table: cell by cell, blank is not wrong, foreseen mistakes are met, the key is not told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.marking import mark
from coursekit.questions import view
from tests.tables import VERDICT, column, near, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import Question

BODY = (
    VERDICT
    + column("lamp", "Lamp", "choice", list="verdict", wrong="Read the second entry again.")
    + column("oil", "Oil", "number")
    + row("log", "the log", key={"lamp": "says", "oil": "4.6 ± 0.05"}, feedback={"lamp": "In the second entry."})
    + row("report", "the report", key={"lamp": "silent"})
    + near("log", "oil", "4.58", "Copied from the log, where the figures bear 4.6.", misconception="M10")
)


@pytest.fixture
def table(load: Callable[..., Question]) -> Question:
    return load("points = 3\n" + BODY, "table")


def given(**rows: Any) -> dict[str, Any]:
    return {"cells": rows}


def parts(question: Question, answer: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {note.part: (note.tone, note.text) for note in mark(question, answer).feedback}


def test_every_cell_counts_the_same_and_a_blank_one_is_not_wrong(table: Question) -> None:
    found = mark(table, given(log={"lamp": "says"}))
    assert (found.state, found.points, found.of) == ("partly", 1.0, 3.0)
    assert "log:oil" not in {note.part for note in found.feedback}
    assert found.tally == (1, 2, 3)


def test_the_figure_copied_from_the_source_gets_its_own_words_though_it_lies_within_the_tolerance(
    table: Question,
) -> None:
    assert mark(table, given(log={"lamp": "says", "oil": "4.6"}, report={"lamp": "silent"})).state == "right"
    assert mark(table, given(log={"lamp": "says", "oil": "4.57"}, report={"lamp": "silent"})).state == "right"
    tone, text = parts(table, given(log={"oil": "4,58"}))["log:oil"]
    assert tone == "wrong"
    assert text.startswith("Copied")


def test_what_is_told_of_a_wrong_cell_is_where_to_look_not_the_key(table: Question) -> None:
    found = mark(table, given(log={"lamp": "silent", "oil": "3"}, report={"lamp": "says"}))
    assert (found.state, found.points) == ("wrong", 0.0)
    words = " ".join(note.text for note in found.feedback)
    assert "Read the second entry again." in words
    assert "4.6" not in words
    assert "says so" not in words


def test_a_cell_that_cannot_be_read_counts_as_blank_and_is_told(table: Question) -> None:
    found = mark(table, given(log={"oil": "plenty"}))
    assert found.state == "unanswered"
    assert "digits" in found.feedback[0].text


def test_a_figure_of_ones_own_is_asked_in_every_row_and_marked_by_nobody(load: Callable[..., Question]) -> None:
    own = '[[question.column]]\nid = "sure"\nname = "How sure"\ntype = "number"\nunit = "%"\nown = true\n'
    question = load("points = 3\n" + BODY.replace("[[question.row]]", own + "[[question.row]]", 1), "table")
    shown = view(question)
    assert [row["only"] for row in shown["rows"]] == [[], ["lamp", "sure"]]
    assert shown["columns"][-1]["type"] == "number"
    alone = mark(question, given(log={"sure": "70"}, report={"sure": "no idea"}))
    assert (alone.state, alone.feedback) == ("unanswered", ())
    whole = given(log={"lamp": "says", "oil": "4.6", "sure": "70"}, report={"lamp": "silent"})
    assert (mark(question, whole).state, mark(question, whole).points) == ("right", 3.0)


def test_a_column_of_ones_own_takes_no_key(load: Callable[..., Question]) -> None:
    with pytest.raises(CourseError, match="expected values for columns of lamp"):
        load(BODY.replace('type = "number"', 'type = "number"\nown = true'), "table")


def test_each_column_is_summed(table: Question) -> None:
    told = parts(table, given(log={"lamp": "says", "oil": "9"}, report={"lamp": "silent"}))
    assert told["column:lamp"] == ("right", "2 of 2.")
    assert told["column:oil"] == ("note", "0 of 1.")


@pytest.mark.parametrize(
    "odd",
    [
        {"cells": []},
        {"cells": {"log": "says"}},
        {"cells": {"attic": {"lamp": "says"}}},
        {"cells": {"log": {"roof": "says"}}},
        {"cells": {"log": {"lamp": 7}}},
        {"cells": {"log": {"lamp": "s" * 5000}}},
    ],
)
def test_an_answer_of_another_shape_is_unanswered_and_told_why(table: Question, odd: dict[str, Any]) -> None:
    found = mark(table, odd)
    assert found.state == "unanswered"
    assert len(found.feedback) == 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('lamp = "says", oil', 'lamp = "maybe", oil', "key: lamp: expected what a cell of type choice can hold"),
        ('value = "4.58"', 'value = "4.6"', "expected a near miss, but that is accepted"),
        ('column = "oil"\nvalue', 'column = "roof"\nvalue', "expected one of lamp, oil"),
        ('id = "report"', 'id = "log"', "used once here"),
        ('list = "verdict"', 'list = "verdicts"', "did you mean “verdict”"),
    ],
)
def test_a_fault_in_the_file_names_line_and_key(
    load: Callable[..., Question], old: str, new: str, message: str
) -> None:
    assert old in BODY
    with pytest.raises(CourseError, match=message):
        load(BODY.replace(old, new), "table")
