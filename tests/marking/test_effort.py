"""How answers came about, as the hand-in tells it: believed as far as it makes sense, and never counted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.marking.found import Candidate
from coursekit.marking.hand_in import MOST_HISTORY
from coursekit.marking.judging import judge
from tests.marking.handing import RIGHT, made, raw

if TYPE_CHECKING:
    from coursekit.marking.keys import Keys
    from coursekit.marking.row import Row


CHECKED = {"at": "2026-01-30T12:00:00Z", "what": "checked", "question": "x00-grid", "state": "partly"}


def row(keys: Keys, history: list[dict[str, Any]], answers: dict[str, Any] | None = None) -> Row:
    return judge(Candidate("a.json", raw(made(answers=answers, history=history))), keys)


def test_checks_hints_and_the_first_points_are_told(keys: Keys) -> None:
    history = [CHECKED | {"points": 1}, CHECKED | {"points": 3}, {"what": "hint", "question": "x00-grid", "step": 1}]
    found = row(keys, [*history, CHECKED | {"points": 4}])
    assert (found.checks, found.hints, found.points) == (3, 1, 6)
    assert found.first == 3  # one point of the grid's, and two of what was never checked


def test_each_question_has_its_own(keys: Keys) -> None:
    kept: list[str] = []
    found = Candidate("a.json", raw(made(history=[CHECKED | {"points": 1}])))
    judge(found, keys, keep=lambda _content, _basis, marks: kept.append(marks.questions))
    grid, when, *_ = json.loads(kept[0])
    assert (grid["checks"], grid["hints"], grid["points_at_first_check"]) == (1, 0, 1)
    assert (when["checks"], when["hints"], when["points_at_first_check"]) == (0, 0, 1)


def test_without_a_check_the_points_are_the_first(keys: Keys) -> None:
    found = row(keys, [], {"x00-when": RIGHT["x00-when"]})
    assert (found.checks, found.hints, found.first) == (0, 0, 1)


@pytest.mark.parametrize("points", ["4", None, True, float("1e400"), [4]])
def test_points_that_are_none_are_not_told(keys: Keys, points: object) -> None:
    data = json.dumps(made(history=[CHECKED | {"points": points}])).replace("Infinity", "1e999")
    found = judge(Candidate("a.json", data.encode()), keys)
    assert (found.points, found.first) == (6, None)


@pytest.mark.parametrize(("points", "first"), [(99, 6), (-5, 2)])
def test_no_check_gives_more_than_there_is(keys: Keys, points: float, first: float) -> None:
    assert row(keys, [CHECKED | {"points": points}]).first == first


@pytest.mark.parametrize("entry", [{"what": "checked"}, {"question": 3}, {"what": "hint", "question": "x00-grid"}])
def test_what_makes_no_sense_is_passed_over(keys: Keys, entry: dict[str, Any]) -> None:
    found = row(keys, [entry, {"what": "hint", "question": "x00-grid", "step": 10**9}])
    assert (found.checks, found.hints, found.points) == (0, 0, 6)


def test_where_the_beginning_is_cut_off_nobody_can_tell(keys: Keys) -> None:
    found = row(keys, [CHECKED | {"points": 4}] * (MOST_HISTORY + 5))
    assert (found.checks, found.first) == (MOST_HISTORY, None)
