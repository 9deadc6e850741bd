"""What a warm-up brings back: from earlier lessons, the same all day, and not twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from coursekit.study.review import due as module
from coursekit.study.review.attempts import attempts
from coursekit.study.review.warming import MOST, warm_up
from tests.study.review.lamps import DAY_ONE, ITEMS, item, shown

if TYPE_CHECKING:
    from coursekit.journal import Event

MORNING, EVENING = datetime(2026, 3, 12, 0, 30, tzinfo=UTC), datetime(2026, 3, 12, 23, 30, tzinfo=UTC)
TODAY = (MORNING - DAY_ONE) / timedelta(days=1)
LAST_NIGHT = TODAY - 1 / 24  # 23:30


@pytest.fixture(autouse=True)
def lamps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "items", lambda _: ITEMS)


def names(made: list[Event], lesson: str = "03", now: datetime = EVENING) -> list[str]:
    return [each.item.id for each in warm_up(attempts(made), [], lesson, now)]


def test_it_draws_what_is_due_from_earlier_lessons_alone() -> None:
    made = [*shown("01-a", "wrong", 0), *shown("02-a", "wrong", 0), *shown("03-b", "wrong", 0)]
    assert set(names(made)) == {"01-a", "02-a"}
    assert names(made, "02") == ["01-a"]
    assert names(made, "01") == []
    assert names([]) == []


def test_it_is_the_same_at_any_hour_of_a_day_and_what_is_tried_in_it_goes() -> None:
    made = [*shown("01-a", "wrong", 0), *shown("02-a", "wrong", 0), *shown("03-b", "wrong", 0)]
    assert names(made, "04", MORNING) == names(made, "04", EVENING)
    first, second = names(made, "04")
    done = [*made, *shown(first, "right", TODAY)]
    assert names(done, "04") == [second], "and no third comes in its place"
    assert first not in names(done, now=EVENING + timedelta(days=1))


def test_what_has_not_rested_when_the_day_begins_waits_for_the_next_at_whatever_hour() -> None:
    made = [*shown("01-a", "wrong", LAST_NIGHT), *shown("02-a", "wrong", 0)]
    assert names(made, now=MORNING) == names(made, now=EVENING) == ["02-a"]
    assert "01-a" in names(made, now=MORNING + timedelta(days=1))


def test_an_answer_to_whatever_is_drawn_counts() -> None:
    made = [*shown("01-a", "wrong", 0), *shown("02-a", "wrong", LAST_NIGHT)]
    drawn = names(made, now=MORNING)
    done = [*made, *(each for name in drawn for each in shown(name, "right", TODAY))]
    assert [each.question for each in attempts(done)[2:]] == drawn == ["01-a"]
    assert names(done) == []


def test_a_question_tried_last_night_is_not_drawn_for_what_it_did_not_show_then() -> None:
    made = [each for name in ("01-a", "01-b") for each in shown(name, "wrong", 0, misconceptions=["M8"])]
    made += shown("02-b", "right", 0)
    assert names(made, "02") == ["01-c"]
    assert names([*made, *shown("01-c", "partly", LAST_NIGHT)], "02") == []


def test_it_stays_a_warm_up(monkeypatch: pytest.MonkeyPatch) -> None:
    many = {f"01-{n}": item(f"01-{n}", f"move {n}") for n in range(9)}
    monkeypatch.setattr(module, "items", lambda _: many)
    made = [each for name in many for each in shown(name, "wrong", 0)]
    drawn = names(made)
    assert len(drawn) == MOST
    later = [each for name in drawn for each in shown(name, "right", TODAY)]
    assert names([*made, *later]) == []
