"""The schedule: what FSRS itself says, by move and misconception, and nothing by chance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from fsrs import Card, Rating, Scheduler

from coursekit.study.review.attempts import REST, AttemptsFold, attempts
from coursekit.study.review.threads import Name, threads
from tests.study.review.lamps import DAY_ONE, ITEMS, shown, tried

if TYPE_CHECKING:
    from coursekit.study.review.attempts import Attempt

DATING, M8 = Name("move", "dating"), Name("misconception", "M8")
RATINGS = {"right": Rating.Good, "partly": Rating.Hard, "wrong": Rating.Again}
LATER = DAY_ONE + timedelta(days=90)


def by_the_package(*reviews: tuple[float, str]) -> Card:
    """Return what the package makes of reviews, each a day and a state."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=0, due=DAY_ONE)
    for day, state in reviews:
        card, _ = scheduler.review_card(card, RATINGS[state], DAY_ONE + timedelta(days=day))
    return card


def test_a_move_s_state_is_the_package_s_own_over_all_its_questions() -> None:
    days = [(0, "right"), (0.01, "partly"), (2, "wrong"), (3, "right"), (7, "right"), (20, "partly")]
    questions = ["01-a", "01-b", "01-a", "01-c", "01-b", "01-a"]
    made = [tried(name, state, day) for name, (day, state) in zip(questions, days, strict=True)]
    found = threads(made, ITEMS, LATER)[DATING]
    assert found.card.to_dict() == by_the_package(*days).to_dict()
    assert found.errors == 1


def test_the_same_journal_gives_the_same_schedule() -> None:
    made = [tried("01-a", "right", 0), tried("01-b", "wrong", 1, "M8"), tried("02-a", "right", 2)]
    assert threads(made, ITEMS, LATER) == threads(made, ITEMS, LATER)


def test_a_misconception_is_followed_from_its_second_error() -> None:
    once = threads([tried("01-a", "wrong", 0, "M8")], ITEMS, LATER)
    assert once[M8].errors == 1
    assert not once[M8].is_due(LATER)
    twice = threads([tried("01-a", "wrong", 0, "M8"), tried("01-b", "partly", 0.1, "M8")], ITEMS, LATER)
    assert twice[M8].card.to_dict() | {"card_id": 0} == by_the_package((0, "wrong"), (0.1, "wrong")).to_dict()
    assert not twice[M8].is_due(DAY_ONE)
    assert twice[M8].is_due(DAY_ONE + timedelta(days=1))


def test_nothing_is_due_as_long_as_an_answer_to_it_would_not_count() -> None:
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # half past three in the afternoon, in California
    found = threads([tried("01-a", "wrong", 0)._replace(at=late)], ITEMS, LATER)[DATING]
    assert found.card.due.date() == late.date() + timedelta(days=1)
    assert not found.is_due(late + timedelta(hours=1))
    assert found.is_due(late + REST)


def test_a_right_answer_where_it_might_have_shown_gets_over_it() -> None:
    errors = [tried("01-a", "wrong", 0, "M8"), tried("01-b", "wrong", 0, "M8")]
    over = threads([*errors, tried("01-c", "right", 1), tried("02-a", "right", 1)], ITEMS, LATER)[M8]
    assert over.card.to_dict() | {"card_id": 0} == by_the_package((0, "wrong"), (0, "wrong"), (1, "right")).to_dict()
    assert over.failed == {"01-a", "01-b"}


def test_what_is_no_item_any_more_and_an_earlier_version_are_passed_over() -> None:
    assert threads([tried("99-gone", "right", 0), tried("01-a", "right", 0)._replace(version=7)], ITEMS, LATER) == {}


@pytest.mark.parametrize("year", [2, 2150, 9998])
def test_a_wrong_clock_harms_nothing_for_long(year: int) -> None:
    odd = tried("01-a", "right", 0)._replace(at=datetime(year, 1, 1, tzinfo=UTC))
    found = threads([odd, tried("01-b", "right", 3)], ITEMS, DAY_ONE + timedelta(days=4))[DATING]
    assert found.card.due < DAY_ONE + timedelta(days=200)


def test_only_the_first_of_several_tries_counts() -> None:
    events = [
        *shown("01-a", "wrong", 0, misconceptions=["M8"]),
        *shown("01-a", "right", 0.01),
        *shown("01-b", "human", 0.02),
        *shown("01-b", "unanswered", 0.03),
        *shown("01-a", "partly", 1, event="review-shown"),
    ]
    assert [(each.question, each.state, each.codes) for each in attempts(events)] == [
        ("01-a", "wrong", ("M8",)),
        ("01-a", "partly", ()),
    ]


def test_what_was_kept_goes_on_the_same() -> None:
    events = [*shown("01-a", "wrong", 0, misconceptions=["M8", 3]), *shown("01-b", "right", 0.5)]
    fold = AttemptsFold()
    fold.hear(events[0])
    on = AttemptsFold()
    on.take(fold.kept())
    for event in (*shown("01-a", "right", 0.1), *events[1:]):
        on.hear(event)
    whole: list[Attempt] = attempts(events)
    assert on.attempts() == whole
