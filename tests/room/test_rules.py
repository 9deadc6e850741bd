"""Rounds open and close, a vote counts once, and what is closed is closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coursekit.room import pressing
from coursekit.room.casting import CLOSED, join
from coursekit.room.refused import RefusedError
from tests.room.table import LAMP, NOW, Table

Tables = Callable[..., Table]


def test_a_vote_changed_while_the_round_is_open_counts_as_it_was_last(table: Tables) -> None:
    room = table(2)
    room.ask(LAMP)
    room.cast(0, {"choice": "a"})
    room.cast(0, {"choice": "b"})
    assert [ballot.answer for ballot in room.vote.ballots(1).values()] == [{"choice": "b"}]


def test_a_vote_sent_again_or_overtaken_changes_nothing(table: Tables) -> None:
    room = table(1)
    room.ask(LAMP)
    room.cast(0, {"choice": "a"}, order=7)
    assert room.cast(0, {"choice": "a"}, order=7) == []
    assert room.cast(0, {"choice": "b"}, order=6) == []
    assert room.vote.ballots(1)["w0"].answer == {"choice": "a"}


def test_a_vote_after_closing_is_refused_and_told_so(table: Tables) -> None:
    room = table(1)
    room.ask(LAMP)
    room.close()
    with pytest.raises(RefusedError, match=CLOSED):
        room.cast(0, {"choice": "a"}, round=1)


def test_a_clock_closes_to_the_second(table: Tables) -> None:
    room = table(1)
    room.ask(LAMP, seconds=30)
    room.cast(0, {"choice": "a"}, now=NOW + 30)
    with pytest.raises(RefusedError, match=CLOSED):
        room.cast(0, {"choice": "b"}, now=NOW + 30.1)


def test_a_vote_for_the_first_round_does_not_slip_into_the_second(table: Tables) -> None:
    room = table(1)
    room.ask(LAMP)
    room.close()
    room.second()
    with pytest.raises(RefusedError, match=CLOSED):
        room.cast(0, {"choice": "a"}, round=1)
    room.cast(0, {"choice": "b"})
    assert (room.vote.ballots(1), list(room.vote.ballots(2))) == ({}, ["w0"])


def test_rounds_follow_one_another(table: Tables) -> None:
    room = table(6)
    room.ask(LAMP)
    phases = [room.vote.phase]
    for press in (room.close, room.talk, room.second, room.close, room.open):
        press()
        phases.append(room.vote.phase)
    assert phases == ["first", "closed", "talk", "second", "settled", "opened"]


@pytest.mark.parametrize("press", ["talk", "second"])
def test_what_does_not_follow_is_refused(table: Tables, press: str) -> None:
    room = table(1)
    room.ask(LAMP)
    with pytest.raises(RefusedError, match="gone on"):
        getattr(room, press)()


def test_opening_closes_an_open_round_first(table: Tables) -> None:
    room = table(1)
    room.ask(LAMP)
    room.open()
    assert [each["phase"] for each in room.events if each["event"] == "phase"] == ["closed", "opened"]
    with pytest.raises(RefusedError, match="open already"):
        room.open()


def test_one_vote_at_a_time(table: Tables) -> None:
    room = table(1)
    room.ask(LAMP)
    with pytest.raises(RefusedError, match="close it first"):
        room.ask(LAMP)
    room.close()
    room.ask(LAMP)
    assert list(room.room.votes) == ["v1", "v2"]


def test_whoever_is_not_in_the_room_has_no_vote(table: Tables) -> None:
    room = table(1)
    room.ask(LAMP)
    with pytest.raises(RefusedError, match="join"):
        room.cast(9, {"choice": "a"})


@pytest.mark.parametrize(
    "answer", [None, [], "a", {}, {"choice": "z"}, {"choice": ["a"]}, {"choice": "a" * 99_999}, {"choice": None}]
)
def test_what_is_no_answer_is_told_so(table: Tables, answer: object) -> None:
    room = table(1)
    room.ask(LAMP)
    with pytest.raises(RefusedError):
        room.cast(0, answer)


@pytest.mark.parametrize("change", [{"order": -1}, {"order": 2.5}, {"order": True}, {"round": True}, {"vote": ["v1"]}])
def test_a_message_that_is_none_is_refused(table: Tables, change: dict[str, object]) -> None:
    room = table(1)
    room.ask(LAMP)
    with pytest.raises(RefusedError):
        room.cast(0, {"choice": "a"}, **{"order": 1} | change)


def test_names_are_kept_only_where_all_were_asked(table: Tables) -> None:
    assert set(table(2).room.people.values()) == {""}
    assert list(table(2, names=True).room.people.values()) == ["Person 0", "Person 1"]


def test_a_full_room_says_so(table: Tables) -> None:
    with pytest.raises(RefusedError, match="full"):
        join(table(3).room, "late", "", 3)


def test_hands_are_counted_by_option(table: Tables) -> None:
    room = table(0)
    room.ask(LAMP)
    room.happen(*pressing.hands(room.vote, room.item.offered(), {"round": 1, "counts": {"a": 12, "c": 3}}))
    assert room.vote.hands == {1: {"a": 12, "b": 0, "c": 3}}
    with pytest.raises(RefusedError):
        pressing.hands(room.vote, room.item.offered(), {"round": 1, "counts": {"a": -1}})
