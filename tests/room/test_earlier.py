"""Votes of earlier sessions shown again: as they were, to look at, and nothing else of that session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.room import casting, pressing
from coursekit.room.earlier import MOST_SESSIONS, earlier, recall
from coursekit.room.refused import RefusedError
from coursekit.room.results import results
from coursekit.room.state import Room
from coursekit.room.views.participant import participant
from tests.conftest import ROOT
from tests.room.debrief.seminar import data_of, held, written
from tests.room.running import run
from tests.room.server.harness import console, held_room, request, screen
from tests.room.server.harness import participant as phone
from tests.room.table import LAMP, NOW, Table

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = "2026-01-01-100000-00-ab12"


@pytest.fixture
def before(tmp_path: Path) -> Table:
    """A session that was held, and is on the disk."""
    room = held(Course(ROOT / "tests" / "tiny", tmp_path))
    written(room, tmp_path, BEFORE)
    return room


@pytest.fixture
def now(before: Table) -> Table:
    """A session that is held now."""
    room = Table(before.course, 3)
    room.happen({**room.events[0], "code": "ZZZZZZ"})
    for who in range(3):
        room.happen(*casting.join(room.room, f"w{who}", "", 10))
    return room


def test_sessions_with_votes_are_listed_the_latest_first_and_this_one_is_not(now: Table, tmp_path: Path) -> None:
    written(now, tmp_path, "2026-05-01-100000-00-nobody")
    written(held(now.course), tmp_path, "2026-03-01-100000-00-cd34")
    listed = earlier(tmp_path, now.room)
    assert [each["session"] for each in listed] == ["2026-03-01-100000-00-cd34", BEFORE]
    assert [each["vote"] for each in listed[1]["votes"]] == ["v1", "v2", "v3", "v4"]
    assert earlier(tmp_path, held(now.course).room) == []  # both have its code


def test_no_more_sessions_are_listed_than_one_looks_through(now: Table, tmp_path: Path) -> None:
    for at in range(MOST_SESSIONS + 3):
        written(held(now.course, people=5), tmp_path, f"2026-02-01-{at:06}-00-ab12")
    assert len(earlier(tmp_path, now.room)) == MOST_SESSIONS


def test_an_earlier_vote_is_shown_with_what_came_of_it_and_nobodys_own_answer(
    before: Table, now: Table, tmp_path: Path
) -> None:
    now.happen(*recall(now.room, {"session": BEFORE, "vote": "v1"}, tmp_path))
    old = before.room.votes["v1"]
    assert (now.vote.phase, now.vote.earlier, now.vote.note) == ("opened", before.room.begun, old.note)
    assert results(now.vote, now.item) == results(old, now.item)
    view = participant(now.room, "w0", lambda vote: results(vote, now.item))
    assert view["vote"]["own"] == {}
    assert view["vote"]["earlier"] == before.room.begun
    assert view["vote"]["results"]["rounds"][0]["split"]["people"] == 12


def test_nobody_can_vote_in_it_or_add_to_it_and_the_debrief_leaves_it_out(now: Table, tmp_path: Path) -> None:
    now.happen(*recall(now.room, {"session": BEFORE, "vote": "v4"}, tmp_path))
    assert now.vote.hands == {1: {"a": 2, "b": 1, "c": 0}}
    with pytest.raises(RefusedError, match="closed"):
        now.cast(0, {"choice": "a"})
    with pytest.raises(RefusedError, match="stays as it was"):
        pressing.hands(now.vote, now.item.offered(), {"round": 1, "counts": {"a": 1}})
    with pytest.raises(RefusedError, match="stays as it was"):
        pressing.note(now.vote, {"note": "No debrief would have this."})
    with pytest.raises(RefusedError, match="does not follow"):
        pressing.second(now.vote, {}, NOW)
    assert data_of(now)["votes"] == []
    now.ask(LAMP)
    assert now.vote.id == "v2"


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"session": BEFORE},
        {"session": BEFORE, "vote": "v9"},
        {"session": BEFORE, "vote": ["v1"]},
        {"session": f"../rooms/{BEFORE}", "vote": "v1"},
        {"session": "a\0b", "vote": "v1"},
        {"session": "x" * 5_000, "vote": "v1"},
        {"session": ["a"], "vote": "v1"},
        {"session": "torn", "vote": "v1"},
    ],
)
def test_what_is_no_earlier_vote_is_refused(now: Table, tmp_path: Path, message: dict[str, Any]) -> None:
    (tmp_path / "rooms" / "torn.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(RefusedError):
        recall(now.room, message, tmp_path)


def test_while_a_vote_is_open_none_is_shown_again(now: Table, tmp_path: Path) -> None:
    now.ask(LAMP)
    with pytest.raises(RefusedError, match="close it first"):
        recall(now.room, {"session": BEFORE, "vote": "v1"}, tmp_path)
    assert Room().vote is None


@pytest.mark.slow
def test_the_console_shows_it_to_phones_and_screen_and_it_is_there_after_a_kill(before: Table, tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path, new=True) as place:
            teacher, one, wall = await console(place), await phone(place), await screen(place)
            offered = await request(place, "offered", {"key": place.room.console})
            assert BEFORE in offered.body.decode()
            assert (await one.press("recall", session=BEFORE, vote="v1"))["op"] == "refused"
            assert (await teacher.press("recall", session=BEFORE, vote="v1"))["op"] == "ack"
            for each in (one, wall):
                told = await each.wait(phase="opened")
                assert told["vote"]["results"]["rounds"][1]["split"]["people"] == 12
                assert told["vote"]["earlier"] == before.room.begun
        async with held_room(tmp_path) as place:
            assert place.room.vote.earlier == before.room.begun

    run(session())
