"""Answers given in Python or from a spreadsheet become what the card would send."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.questions.loading import load_quiz
from coursekit.questions.plain import as_answer

if TYPE_CHECKING:
    from coursekit.questions import Question

QUIZ = {question.id: question for question in load_quiz(Path(__file__).with_name("data") / "01-lighthouse.toml")}
TABLE = QUIZ["01-who-saw"]
CELLS = {"cells": {"log": {"lamp": "says", "oil": "24.5"}}}


def of(kind: str) -> Question:
    return next(question for question in QUIZ.values() if question.kind == kind)


@pytest.mark.parametrize(
    ("kind", "value", "answer"),
    [
        ("single", "b", {"choice": "b"}),
        ("multiple", ["a", "c"], {"choices": ["a", "c"]}),
        ("number", 24.5, {"text": "24.5"}),
        ("date", "3 November 1871", {"text": "3 November 1871"}),
        ("text", "He saw it.", {"text": "He saw it."}),
        ("single", {"choice": "b"}, {"choice": "b"}),
        ("number", {}, {}),
    ],
)
def test_a_plain_value_is_an_answer(kind: str, value: object, answer: dict[str, Any]) -> None:
    assert as_answer(of(kind), value) == answer


@pytest.mark.parametrize(
    "value",
    [
        {"log": {"lamp": "says", "oil": 24.5}},
        [{"row": "log", "lamp": "says", "oil": 24.5, "remark": "not a column"}],
        [{"row": "the log", "The lamp burned": "says", "Oil": "24.5", "day": float("nan")}],
        CELLS,
    ],
)
def test_a_table_is_rows_of_columns(value: object) -> None:
    assert as_answer(TABLE, value) == CELLS


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_comes_from_a_file(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "grid.csv"
    path.write_text(f"\ufeffrow{separator}lamp{separator}oil\nlog{separator}says{separator}24.5\n", encoding="utf-8")
    assert as_answer(TABLE, path) == CELLS
    assert as_answer(TABLE, str(path)) == CELLS


def test_signs_that_cannot_be_seen_change_no_name_and_marks_of_ones_own_stay(tmp_path: Path) -> None:
    path = tmp_path / "grid.csv"
    path.write_text('row\u200b\tlamp\u00a0\tfirst\n"\tx\ty\n', encoding="utf-8")
    with pytest.raises(CourseError, match='no row “"'):
        as_answer(TABLE, path)
    path.write_text(
        "\ufeffrow\u200b;the\u00a0lamp;The lamp\u00a0burned\nthe\u00a0log\u200e;x;says\n;;\n", encoding="utf-8"
    )
    assert as_answer(TABLE, path) == {"cells": {"log": {"lamp": "says"}}}


@pytest.mark.parametrize("value", [{"attic": {"lamp": "says"}}, [["log", "says"]], 7, "no-such-file.csv"])
def test_what_is_no_table_is_told_in_one_line(value: object) -> None:
    with pytest.raises(CourseError) as told:
        as_answer(TABLE, value)
    assert "\n" not in str(told.value)


def test_a_passage_is_pointed_at_on_the_card() -> None:
    with pytest.raises(CourseError, match="answered on its card"):
        as_answer(of("evidence"), "LOG p2")
