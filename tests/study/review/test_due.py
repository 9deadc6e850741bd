"""Which questions come back, and how many at a time."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from coursekit.study import words
from coursekit.study.review import due as module
from coursekit.study.review.attempts import Attempt
from coursekit.study.review.due import AT_A_TIME, Round, due
from tests.study.review.lamps import ITEMS, at, item, tried

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.study.review.items import Item


@pytest.fixture(autouse=True)
def lamps(monkeypatch: pytest.MonkeyPatch) -> None:
    of(monkeypatch, ITEMS)


def of(monkeypatch: pytest.MonkeyPatch, items: Mapping[str, Item]) -> None:
    monkeypatch.setattr(module, "items", lambda _: items)


def names(found: Round) -> list[str]:
    return [each.item.id for each in found.every]


def test_nothing_done_nothing_due() -> None:
    assert due([], [], at(0)) == Round((), ())
    assert due([tried("E1-of-an-exercise", "wrong", 0)], [], at(9)) == Round((), ())
    assert words.review(Round((), ())) == ""


def test_what_was_answered_today_is_not_due_today() -> None:
    made = [tried("01-a", "right", 0), tried("02-a", "wrong", 0)]
    assert names(due(made, [], at(0.1))) == []
    assert names(due(made, [], at(1))) == ["02-a"]
    assert names(due(made, [], at(3))) == ["02-a", "01-a"]


def test_a_move_comes_back_with_the_question_not_seen_for_longest() -> None:
    made = [tried("01-a", "right", 0), tried("01-b", "right", 1), tried("01-a", "right", 4)]
    assert names(due(made, [], at(60))) == ["01-b"]


def test_a_move_never_spends_a_question_that_its_lesson_has_yet_to_ask() -> None:
    assert names(due([tried("03-b", "wrong", 0)], [], at(5))) == ["03-b"]


def test_two_errors_on_one_misconception_bring_a_different_question_on_it() -> None:
    made = [tried("01-a", "wrong", 0, "M8"), tried("01-b", "wrong", 0, "M8"), tried("02-a", "right", 0)]
    first = due(made, [], at(1)).every[0]
    assert first.item.id == "01-c", "not one of those that went wrong"
    assert {name.what for name in first.names} == {"M8", "dating"}, "it serves the move, too"


def test_no_question_of_a_lesson_still_to_come_is_shown() -> None:
    made = [tried("01-a", "wrong", 0, "M8"), tried("01-b", "wrong", 0, "M8"), tried("01-c", "wrong", 0, "M8")]
    assert set(names(due(made, [], at(1)))) <= {"01-a", "01-b", "01-c"}


def test_five_minutes_at_a_time_mixed_over_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    many = {f"01-{n}": item(f"01-{n}", f"move {n}", source="BOX" if n < 5 else "LOG") for n in range(9)}
    of(monkeypatch, many)
    made = [tried(name, "wrong", n / 1000) for n, name in enumerate(("01-0", "01-1", "01-5", "01-2", "01-6", "01-7"))]
    found = due(made, [], at(2))
    assert len(found.every) == 6
    assert found.minutes_now <= AT_A_TIME < found.minutes
    assert all(one.item.source != next_.item.source for one, next_ in pairwise(found.now))
    assert words.review(found) == "Review: 6 due, about 6 min"
    assert words.review_page(found)[0] == "6 questions are due. Here are 5 of them, about 5 min."


def test_one_that_takes_longer_than_there_is_time_comes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    of(monkeypatch, {name: item(name, name, minutes=8) for name in ("01-a", "01-b")})
    found = due([tried("01-a", "wrong", 0), tried("01-b", "wrong", 0)], [], at(2))
    assert [len(found.every), len(found.now)] == [2, 1]


def test_thirty_days_of_a_learner_who_comes_when_they_like() -> None:
    """Days are left out, and nothing is held against them; what is known comes ever more rarely, what is not soon."""
    made: list[Attempt] = [tried(name, "right", 0) for name in ("01-a", "01-b", "02-a", "02-b")]
    made += [tried("01-c", "wrong", 0.02, "M8"), tried("03-a", "wrong", 0.02, "M8")]
    asked: dict[int, list[str]] = {}
    for day in (*range(1, 9), *range(15, 31)):  # a week away
        now = at(day)
        found = due(made, [], now)
        asked[day] = [each.item.id for each in found.now]
        assert found == due(list(made), [], now)
        for place, name in enumerate(asked[day]):
            state = "wrong" if name == "03-a" and day < 9 else "right"
            codes = ("M8",) if state == "wrong" else ()
            made.append(Attempt(name, 1, state, now + timedelta(minutes=place), codes))
        assert due(made, [], now + timedelta(hours=1)).every == (), "what was answered is not due again today"
    silence = [day for day, names in asked.items() if {"02-a", "02-b"} & set(names)]
    gaps = [later - sooner for sooner, later in pairwise([0, *silence])]
    assert len(silence) >= 2
    assert gaps == sorted(gaps), "ever more rarely"
    assert sum(map(len, asked.values())) < 40
    assert any(asked[day] for day in range(15, 18)), "what waited for a week is there, and no more than five minutes"
