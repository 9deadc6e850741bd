"""How sure: what it was worth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.marking import mark
from coursekit.questions.confidence import brier, score, sure

if TYPE_CHECKING:
    from coursekit.questions import Question


@pytest.mark.parametrize(
    ("given", "read"), [(50, 50), (100, 100), (72.4, 72), (49, None), (101, None), ("90", None), (True, None)]
)
def test_confidence_goes_from_50_to_100(given: Any, read: int | None) -> None:
    assert sure({"confidence": given}) == read


def test_brier_is_best_for_who_knows_what_they_know() -> None:
    assert brier(100, 1) == 0
    assert brier(100, 0) == 1
    assert brier(50, 1) == brier(50, 0) == 0.25
    assert brier(90, 0) > brier(60, 0) > brier(60, 1) > brier(90, 1)


def test_a_mark_says_back_how_sure_one_was(quiz: dict[str, Question]) -> None:
    result = mark(quiz["keeper"], {"choice": "b", "confidence": 90})
    assert (result.feedback[-1].part, result.feedback[-1].text) == (
        "confidence",
        "You were 90 % sure, and it is not right.",
    )


def test_a_bad_confidence_costs_only_itself(quiz: dict[str, Question]) -> None:
    result = mark(quiz["keeper"], {"choice": "a", "confidence": "very"})
    assert result.state == "right"
    assert "was not used" in result.feedback[-1].text


def test_a_question_that_does_not_ask_how_sure_says_nothing_of_it(quiz: dict[str, Question]) -> None:
    silent = replace(quiz["keeper"], confidence=False)
    assert all(note.part != "confidence" for note in mark(silent, {"choice": "a", "confidence": 90}).feedback)


def test_only_what_is_scored_has_a_brier_score(quiz: dict[str, Question]) -> None:
    answer = {"choice": "a", "confidence": 80}
    assert score(answer, mark(quiz["keeper"], answer)) == pytest.approx(0.04)
    assert score({"choice": "a"}, mark(quiz["keeper"], answer)) is None
    written = {"text": "Some words.", "confidence": 80}
    assert score(written, mark(quiz["note"], written)) is None
    half = {"choices": ["oil", "boat"], "confidence": 50}
    assert score(half, mark(quiz["silences"], half)) == pytest.approx((0.5 - 1.33 / 2) ** 2, abs=1e-3)
