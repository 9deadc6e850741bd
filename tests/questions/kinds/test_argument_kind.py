"""An argument's frame: counted criterion by criterion; whether it holds is nobody's business here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.marking import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import LibraryShelf, Question
    from coursekit.questions.base import Mark

BODY = """
rests_on = ["LOG p1", "LOG p2", "LOG p3"]
sources = ["LOG"]
least_claims = 2
least_places = 3
least_against = 1
points = 6
"""
GOOD: dict[str, dict[str, str]] = {
    "c1": {"claim": "He saw it.", "grounds": "LOG p1, LOG p2", "sure": "80", "against": "none"},
    "c2": {"claim": "He wrote it.", "grounds": "LOG p2", "sure": "70 %", "against": "LOG p3"},
    "all": {"sure": "55"},
}


@pytest.fixture
def argument(load: Callable[..., Question]) -> Question:
    return load(BODY, "argument")


def judged(question: Question, shelf: LibraryShelf, **changes: dict[str, str]) -> tuple[Mark, dict[str, str]]:
    cells: dict[str, Any] = {row: {**line, **changes.get(row, {})} for row, line in GOOD.items()}
    found = mark(question, {"cells": cells}, shelf)
    return found, {note.part.removeprefix("criterion:"): note.tone for note in found.feedback}


def test_a_whole_frame_has_all_points(argument: Question, shelf: LibraryShelf) -> None:
    found, tones = judged(argument, shelf)
    assert (found.state, found.points) == ("right", 6.0)
    assert set(tones.values()) == {"right"}


def test_a_paragraph_that_does_not_exist_is_named(argument: Question, shelf: LibraryShelf) -> None:
    found, tones = judged(argument, shelf, c1={"grounds": "LOG p1, LOG p2, LOG p99"})
    assert tones["exist"] == "partly"
    assert any("LOG p99" in note.text for note in found.feedback)


@pytest.mark.parametrize(
    ("together", "tone"), [("55", "right"), ("70", "right"), ("71", "wrong"), ("50", "right"), ("49", "wrong")]
)
def test_probabilities_must_be_able_to_hold_together(
    argument: Question, shelf: LibraryShelf, together: str, tone: str
) -> None:
    assert judged(argument, shelf, all={"sure": together})[1]["together"] == tone


@pytest.mark.parametrize("sure", ["", "often", "120"])
def test_a_probability_that_is_missing_is_asked_for_and_not_wrong(
    argument: Question, shelf: LibraryShelf, sure: str
) -> None:
    assert judged(argument, shelf, c2={"sure": sure})[1]["together"] == "note"


def test_a_claims_own_ground_does_not_count_against_it(argument: Question, shelf: LibraryShelf) -> None:
    assert judged(argument, shelf, c2={"against": "LOG p2"})[1]["against"] == "note"
