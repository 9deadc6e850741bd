"""Several journals of one learner become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Journal, events, merge
from coursekit.journal.events import Event, line

if TYPE_CHECKING:
    from pathlib import Path


def test_several_journals_become_one_by_id_and_time(tmp_path: Path) -> None:
    home, away = Journal(tmp_path / "home.jsonl"), Journal(tmp_path / "away.jsonl")
    first = home.append("ran", lesson="00")
    away.path.write_bytes(home.path.read_bytes())
    second, third = away.append("ran", lesson="01"), home.append("ran", lesson="02")
    away.path.write_bytes(away.path.read_bytes() + b"torn")
    merged = merge([away.path, home.path])
    assert merged.events == tuple(sorted((first, second, third), key=lambda event: event.at))
    assert len(merged.set_aside) == 1


def test_a_journal_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"none\.jsonl: cannot be read"):
        merge([tmp_path / "none.jsonl"])


def ran(number: int, at: str) -> Event:
    return Event(f"{number:032x}", at, "abc", "ran", {"lesson": str(number)})


def kept(path: Path, *made: Event) -> Path:
    path.write_bytes(b"".join(line(event) for event in made))
    return path


def test_a_clock_that_jumps_back_does_not_turn_a_journals_order_round(tmp_path: Path) -> None:
    evening, unset, morning = (
        ran(1, "2026-11-20T20:00:00.000Z"),
        ran(2, "1970-01-01T00:10:00.000Z"),
        ran(3, "2026-11-21T08:00:00.000Z"),
    )
    away = ran(4, "2026-11-20T22:00:00.000Z")
    one, other = kept(tmp_path / "one", evening, unset, morning), kept(tmp_path / "other", evening, away)
    for order in ([one, other], [other, one]):
        assert [event.id for event in merge(order).events] == [each.id for each in (evening, unset, away, morning)]


@pytest.mark.parametrize("year", [1, 1904, 1970, 1980, 2099, 9999])
def test_whatever_year_the_clock_says_what_is_done_is_kept(
    year: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import UTC, datetime

    class Clock(datetime):
        @classmethod
        def now(cls, _tz: object = None) -> datetime:
            return datetime(year, 2 if year % 4 else 1, 28, 3, 4, 5, tzinfo=UTC)

    monkeypatch.setattr(events, "datetime", Clock)
    book = Journal(tmp_path / "journal.jsonl")
    made = book.append("ran", lesson="00")
    assert Journal(book.path).read().events == (made,)


def test_a_clock_that_says_no_date_at_all_keeps_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import datetime

    class Clock(datetime):
        @classmethod
        def now(cls, _tz: object = None) -> datetime:
            raise OverflowError("year 60000 is out of range")

    monkeypatch.setattr(events, "datetime", Clock)
    book = Journal(tmp_path / "journal.jsonl")
    made = book.append("ran", lesson="00")
    assert Journal(book.path).read().events == (made,)
