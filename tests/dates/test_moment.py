"""Until when something is due, as people write it: read, or told why not, and never guessed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from coursekit.dates.human import Unread
from coursekit.dates.moment import read_moment, say_moment

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
END = NOON.replace(hour=23, minute=59, second=59)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-01T12:00", NOON),
        ("2026-02-01 12:00:00", NOON),
        ("1 February 2026, 12:00", NOON),
        ("Feb 1, 2026 12 pm", NOON),
        ("1.2.2026 12 Uhr", NOON),
        ("1.2.2026, 12.00 Uhr", NOON),
        ("1 February 2026 at noon", NOON),
        ("1 II 2026 12:00", NOON),
        ("Sunday, February 1, 2026, 9:05 AM", NOON.replace(hour=9, minute=5)),
        ("Sun 1 February 2026 12:30 a.m.", NOON.replace(hour=0, minute=30)),
        ("2026-02-01", END),
        ("1 February 2026", END),
        ("  1\u00a0February 2026 ", END),
        ("Sunday, 1 February 2026, 11:59 PM", END),
        ("2026-02-01 24:00", END),
        ("2026-02-01T23:59", END),
        ("1 February 2026, midnight", END),
    ],
)
def test_a_deadline_is_read_as_people_write_it(text: str, moment: datetime) -> None:
    assert read_moment(text, UTC) == moment


def test_a_zone_that_is_written_holds_and_the_machines_where_none_is() -> None:
    east = timezone(timedelta(hours=8))
    assert read_moment("2026-02-01T12:00+08:00", UTC) == NOON.astimezone(east).replace(hour=12)
    assert read_moment("2026-02-01T12:00Z", east) == NOON
    assert read_moment("2026-02-01 12:00", east) == NOON.astimezone(east).replace(hour=12)
    here = read_moment("2026-02-01 12:00")
    assert isinstance(here, datetime)
    assert here.utcoffset() is not None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not read as a date; write it as 2026-02-01 12:00"),
        ("tomorrow", "not read as a date"),
        ("20260201", "not read as a date"),
        ("Feb 1 at 11:59pm", "not read as a date"),
        ("3/4/2026", "that may be 3 April or 4 March 2026"),
        ("1/2/26", "write the year in four digits"),
        ("February 2026", "no one day"),
        ("1 to 3 February 2026", "no one day"),
        ("about 1 February 2026", "no one day"),
        ("Monday, 1 February 2026", "1 February 2026 is a Sunday"),
        ("2026-02-01 25:00", "no such time of day"),
        ("1 February 2026 13 pm", "no such time of day"),
        ("x" * 900, "too long"),
    ],
)
def test_what_is_no_one_moment_is_told_and_not_guessed(text: str, why: str) -> None:
    found = read_moment(text, UTC)
    assert isinstance(found, Unread)
    assert why in found.why
    assert "\n" not in found.why


def test_it_is_said_in_words() -> None:
    assert say_moment(NOON) == "Sunday, 1 February 2026, 12:00"
    assert say_moment(END) == "the end of Sunday, 1 February 2026"
