"""What a warm-up brings back: from earlier lessons, the same all day, and not twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from coursekit.study.review import due as module
from coursekit.study.review.warming import MOST, warm_up
from tests.study.review.lamps import ITEMS, at, item, tried

if TYPE_CHECKING:
    from coursekit.study.review.attempts import Attempt

MORNING, EVENING = datetime(2026, 3, 12, 0, 30, tzinfo=UTC), datetime(2026, 3, 12, 23, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def lamps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "items", lambda _: ITEMS)


def names(made: list[Attempt], lesson: str = "03", now: datetime = EVENING) -> list[str]:
    return [each.item.id for each in warm_up(made, [], lesson, now)]


def test_it_draws_what_is_due_from_earlier_lessons_alone() -> None:
    made = [tried("01-a", "wrong", 0), tried("02-a", "wrong", 0), tried("03-b", "wrong", 0)]
    assert set(names(made)) == {"01-a", "02-a"}
    assert names(made, "02") == ["01-a"]
    assert names(made, "01") == []
    assert names([]) == []


def test_it_is_the_same_at_any_hour_of_a_day_and_what_is_tried_in_it_goes() -> None:
    made = [tried("01-a", "wrong", 9.2), tried("02-a", "wrong", 0)]  # the one not half a day before the morning
    assert names(made, now=MORNING) == names(made, now=EVENING)
    first, second = names(made)
    done = [*made, tried(first, "right", 0)._replace(at=MORNING)]
    assert names(done) == [second], "and no third comes in its place"
    assert first not in names(done, now=EVENING + timedelta(days=1))


def test_it_stays_a_warm_up(monkeypatch: pytest.MonkeyPatch) -> None:
    many = {f"01-{n}": item(f"01-{n}", f"move {n}") for n in range(9)}
    monkeypatch.setattr(module, "items", lambda _: many)
    made = [tried(name, "wrong", 0) for name in many]
    drawn = names(made)
    assert len(drawn) == MOST
    later = [tried(name, "right", 0)._replace(at=MORNING) for name in drawn]
    assert names([*made, *later]) == []
    assert at(0) < MORNING
