"""What a kind says of itself, so that nobody else has to know which kinds there are."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from coursekit.marking import mark
from coursekit.marking.exercise import mark_exercise
from coursekit.questions import KINDS, anchors, best_answer, counted, filled, read_by, typical
from coursekit.questions.exercises import Exercise
from tests.conftest import ROOT
from tests.questions.test_every_kind import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import Question

EACH = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
FREE = """
[[question.column]]
id = "why"
name = "Why"
type = "text"
[[question.row]]
id = "log"
text = "the log"
[[question.row]]
id = "report"
text = "the report"
"""


@EACH
def test_what_a_solution_shows_is_right_or_read_by_people(question: Question) -> None:
    assert mark(question, best_answer(question)).state == ("right" if counted(question) else "human")


@EACH
def test_an_honest_try_is_no_blank_one(question: Question) -> None:
    for answer, state in typical(question):
        if state == "unanswered":
            assert not filled(question, answer)
        if state == "right":
            assert filled(question, answer)
    assert not filled(question, None)
    assert not filled(question, "yes")


def test_who_reads_what(quiz: dict[str, Question]) -> None:
    assert {read_by(each) for each in QUESTIONS} == {"machine", "teacher", "both"}
    assert read_by(quiz["keeper"]) == "machine"


def test_what_one_points_at_is_asked_of_kind_and_ground(quiz: dict[str, Question]) -> None:
    assert [(opening, target.source) for opening, target in anchors(quiz["out"])] == [("", "LOG")]
    assert [(opening, target.source) for opening, target in anchors(quiz["good-oil"])] == [("ground:", "LOG")]
    assert anchors(quiz["keeper"]) == []


def test_a_table_of_texts_alone_is_read_by_a_teacher_and_counts_nothing_here(
    load: Callable[..., Question],
) -> None:
    question = load("points = 2\n" + FREE, "table")
    assert read_by(question) == "teacher"
    for answer, state in typical(question):
        assert mark(question, answer).state == state
    assert "human" in [state for _, state in typical(question)]
    exercise = Exercise("01-try", 1, "Try", "About", 5, (question,))
    assert (exercise.of, exercise.for_a_teacher) == (0, 2)
    written = mark_exercise(exercise, {question.id: best_answer(question)})
    assert (written.points, written.of, written.for_a_teacher) == (0, 0, 2)
    assert written.summary.endswith("1 part is read by your teacher (2 points); 1 written.")


def test_nobody_outside_the_kinds_asks_which_kind_a_question_is_of() -> None:
    """A comparison with a kind's name, or a kind's own module imported, anywhere else in the kit.

    But for what other programs can hold: their formats have a list of their own, and a kind that is not on it is told
    as left out (tests/formats/questions).
    """
    carried = ROOT / "coursekit" / "formats" / "questions"
    found = []
    for path in sorted((ROOT / "coursekit").rglob("*.py")):
        if path.parent.name == "kinds" or "node_modules" in path.parts or path.is_relative_to(carried):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                sides = [node.left, *node.comparators]
                asks = any(isinstance(side, ast.Attribute) and side.attr == "kind" for side in sides)
                names = {each.value for side in sides for each in ast.walk(side) if isinstance(each, ast.Constant)}
                if asks and names & set(KINDS):
                    found.append(f"{path.name}:{node.lineno}")
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("coursekit.questions.kinds."):
                found.append(f"{path.name}:{node.lineno}")
    assert found == []
