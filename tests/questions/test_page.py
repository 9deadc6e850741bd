"""The head of a static twin says what counts, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coursekit.marking import mark
from coursekit.questions import Question, Questions, twin, typical
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def question() -> Question:
    return Questions(ROOT).by_id["00-diary"]


@pytest.mark.usefixtures("this_course")
def test_a_question_that_counts_says_its_points(question: Question) -> None:
    assert "Question</strong> · 1 point<" in twin(question)


@pytest.mark.usefixtures("this_course")
@pytest.mark.parametrize(
    ("purpose", "words"),
    [
        ("prediction", "a prediction"),
        ("warm-up", "a warm-up, not counted"),
        ("reflection", "for you to look back"),
    ],
)
def test_what_does_not_count_carries_no_points(question: Question, purpose: str, words: str) -> None:
    head = twin(replace(question, purpose=purpose)).partition("</p>")[0]
    assert f"Question</strong> · {words}" in head
    assert "point" not in head


@pytest.mark.usefixtures("this_course")
@pytest.mark.parametrize(
    ("purpose", "said"), [("prediction", "Kept"), ("warm-up", "Right"), ("quiz", "Right: 1 of 1 point")]
)
def test_a_verdict_tells_of_points_only_where_they_count(question: Question, purpose: str, said: str) -> None:
    asked = replace(question, purpose=purpose)
    right = next(answer for answer, state in typical(asked) if state == "right")
    assert f"<strong>{said}</strong>" in twin(asked, right, mark(asked, right))
