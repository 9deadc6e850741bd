"""What an answer decides is told part by part, in the question's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.questions import decisions, typical

if TYPE_CHECKING:
    from coursekit.questions import Question

APART = {"single", "multiple", "match", "classify", "table", "number", "date"}


def test_what_is_right_decides_all_right_and_what_is_blank_decides_nothing(quiz: dict[str, Question]) -> None:
    seen = set()
    for question in quiz.values():
        for answer, state in typical(question):
            found = decisions(question, answer)
            if question.ground is None and found:
                seen.add(question.kind)
                assert all(each.right for each in found.values()) == (state == "right") or state == "partly"
            if state == "unanswered":
                assert not found, (question.id, answer)
    assert seen == APART


@pytest.mark.parametrize("answer", [None, 7, "x", {"choice": ["a"]}, {"cells": 3}, {"text": 5}, {"choices": "a"}])
def test_what_is_no_answer_decides_nothing(quiz: dict[str, Question], answer: object) -> None:
    assert not any(decisions(question, answer) for question in quiz.values())
