"""Whatever is pressed and cast in whatever order: a ballot a person and round, none after closing, all in the log."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from coursekit.course import Course
from coursekit.room.reducer import replay
from coursekit.room.refused import RefusedError
from coursekit.room.results import results
from coursekit.room.state import TAKING
from tests.conftest import ROOT
from tests.room.table import LAMP, Table

COURSE = Course(ROOT / "tests" / "tiny", ROOT / "tests" / "tiny")
PEOPLE = 6
CAST = st.tuples(st.integers(0, PEOPLE), st.sampled_from("abcz"), st.integers(0, 2), st.integers(0, 5))
PRESS = st.sampled_from(["close", "talk", "second", "open", "ask"])


def do(room: Table, what: object) -> None:
    """Press or cast; what does not follow is refused and changes nothing."""
    before = len(room.events)
    try:
        if isinstance(what, tuple):
            who, letter, number, order = what
            room.cast(who, {"choice": letter}, order=order, round=number)
        elif what == "ask":
            room.ask(LAMP)
        else:
            getattr(room, str(what))()
    except RefusedError:
        assert len(room.events) == before


@given(st.lists(st.one_of(CAST, PRESS), max_size=40))
def test_rounds_hold_what_was_cast_in_them_while_they_were_open(steps: list[object]) -> None:
    room = Table(COURSE, PEOPLE)
    room.ask(LAMP)
    for what in steps:
        do(room, what)
    open_round: dict[str, int] = {}
    last: dict[tuple[str, int, str], str] = {}
    for event in room.events:
        if event["event"] == "asked":
            open_round[event["vote"]] = 1
        elif event["event"] == "phase":
            open_round[event["vote"]] = TAKING.get(event["phase"], 0)
        elif event["event"] == "voted":
            assert open_round[event["vote"]] == event["round"]
            last[event["vote"], event["round"], event["who"]] = event["answer"]["choice"]
    held = {
        (vote.id, number, who): ballot.answer["choice"]
        for vote in room.room.votes.values()
        for number, ballots in vote.rounds.items()
        for who, ballot in ballots.items()
    }
    assert held == last
    assert replay(room.events) == room.room


@given(st.lists(st.one_of(CAST, PRESS), max_size=40))
def test_results_count_everybody_once_whatever_was_pressed(steps: list[object]) -> None:
    room = Table(COURSE, PEOPLE)
    room.ask(LAMP)
    for what in steps:
        with suppress(RefusedError):
            do(room, what)
    for vote in room.room.votes.values():
        for held in results(vote, room.item)["rounds"]:
            people = len(vote.ballots(held["round"]))
            assert held["split"]["people"] == people
            assert sum(row["count"] for part in held["split"]["parts"] for row in part["rows"]) in (0, people)
