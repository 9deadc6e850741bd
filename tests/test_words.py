"""Small words."""

from __future__ import annotations

from datetime import datetime

import pytest

from coursekit.words import count, day, nearest

NOW = datetime.fromisoformat("2026-11-22T12:00:00+00:00").astimezone()


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-22T11:00:00.000Z", "today"),
        ("2026-11-21T12:00:00.000Z", "yesterday"),
        ("1970-01-01T00:10:00.000Z", "at a time that this machine’s clock did not know"),
        ("0002-01-01T00:10:00.000Z", "at a time that this machine’s clock did not know"),
        ("2026-11-17T12:00:00.000Z", "on Tuesday"),
        ("2026-11-12T12:00:00.000Z", "on 12 November 2026"),
        ("2026-12-01T12:00:00.000Z", "on 1 December 2026"),
        ("2001-01-01T12:00:00.000Z", "on 1 January 2001"),
    ],
)
def test_a_day_as_people_say_it(at: str, said: str) -> None:
    assert day(at, NOW) == said


def test_an_unknown_name_brings_the_nearest_and_those_of_its_lesson() -> None:
    known = ["00-one", "01-custody", "01-way"]
    assert nearest("01-custodi", known, "question") == (
        "01-custodi: no such question; did you mean 01-custody? there is 01-custody, 01-way"
    )
    assert nearest("x" * 500, [], "question").endswith("no such question; there is none")
    assert len(nearest("x" * 500, known, "question")) < 150
    assert nearest("", [f"{n:02}" for n in range(40)], "lesson").endswith("11 …")


def test_counts() -> None:
    assert [count(n, "mark") for n in (0, 1, 2, 13)] == ["0 marks", "1 mark", "2 marks", "13 marks"]
