"""Before a vote is opened nothing about results or keys is sent: states that differ in them only look the same."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from coursekit.course import Course
from coursekit.room.results import results
from coursekit.room.views.console import console
from coursekit.room.views.participant import participant
from coursekit.room.views.projected import projected
from tests.conftest import ROOT
from tests.room.table import LAMP, POINT, Table

if TYPE_CHECKING:
    from coursekit.room.state import Vote

COURSE = Course(ROOT / "tests" / "tiny", ROOT / "tests" / "tiny")
PEOPLE = 7
LETTERS = st.text("abc-", min_size=PEOPLE, max_size=PEOPLE)
PLAYED = st.tuples(st.text("abc"), LETTERS, LETTERS)  # key, votes of the first round, of the second
CLOSED = st.sampled_from(["first", "closed", "talk", "second", "settled"])


def played(right: str, first: str, second: str, until: str) -> Table:
    """Return a session of which key and votes are given, up to a phase."""
    room = Table(COURSE, PEOPLE, names=True)
    why = f"because of {right}"
    choices = zip("abc", LAMP["options"], strict=True)
    options = [{"text": words, "right": letter in right, "reason": why} for letter, words in choices]
    room.ask(LAMP | {"options": options})
    room.choose(first)
    if until != "first":
        room.close()
    if until == "talk":
        room.talk()
    if until in ("second", "settled"):
        room.second()
        room.choose(second)
    if until == "settled":
        room.close()
    return room


def sent(room: Table, who: str) -> tuple[str, str]:
    """Return what a phone and the screen get, in bytes."""

    def never(vote: Vote) -> dict[str, Any]:
        raise AssertionError(vote)

    own = participant(room.room, who, never)
    own["vote"].pop("own")
    return json.dumps(own), json.dumps(projected(room.room, never))


@given(PLAYED, PLAYED, CLOSED)
def test_views_do_not_depend_on_keys_or_votes(
    first: tuple[str, str, str], second: tuple[str, str, str], until: str
) -> None:
    one, other = played(*first, until), played(*second, until)
    assert sent(one, "w0") == sent(other, "w0")


@given(LETTERS, CLOSED)
def test_ones_own_vote_comes_back_and_nobody_elses(letters: str, until: str) -> None:
    room = played("a", letters, letters, until)
    own = participant(room.room, "w1", lambda _: {})["vote"]["own"]
    cast = {number: each["answer"]["choice"] for number, each in own.items()}
    rounds = ["1", "2"] if until in ("second", "settled") else ["1"]
    assert cast == ({} if letters[1] == "-" else dict.fromkeys(rounds, letters[1]))


def test_the_count_is_on_the_screen_only_if_wished() -> None:
    room = played("a", "abc----", "", "first")
    assert projected(room.room, lambda _: {})["vote"]["counted"] is None
    told = replace(room.room, tells_count=True)
    assert projected(told, lambda _: {})["vote"]["counted"] == 3


def test_no_name_reaches_the_screen_or_a_phone_even_when_it_is_opened() -> None:
    room = played("a", "abcabca", "abcabca", "settled")
    room.open()
    every = projected(room.room, results_of(room)), participant(room.room, "w0", results_of(room))
    assert "Person" not in json.dumps(every)
    assert "Person 3" in json.dumps(console(room.room, results_of(room), [], {}))


def test_an_experts_passages_come_when_they_are_laid_over() -> None:
    room = Table(COURSE, PEOPLE)
    room.ask(POINT | {"expert": [{"paragraph": "p1", "quote": "no keeper was found", "reason": "It says who."}]})
    room.close()
    room.open()
    assert "It says who" not in json.dumps(participant(room.room, "w0", results_of(room)))
    room.happen({"event": "laid_over", "vote": "v1", "on": True})
    assert "It says who" in json.dumps(participant(room.room, "w0", results_of(room)))


def test_the_console_never_tells_who_voted_what() -> None:
    room = played("a", "abcabca", "", "closed")
    told = json.dumps(console(room.room, results_of(room), [], {}))
    assert not any(f"w{who}" in told for who in range(PEOPLE))


def test_the_keys_of_console_and_screen_stay_where_they_belong() -> None:
    room = played("a", "abc----", "", "first")
    room.room = replace(room.room, console="KEY-CONSOLE", projected="KEY-SCREEN", join="KEY-JOIN")
    phone, screen = sent(room, "w0")
    assert "KEY-" not in phone
    assert ("KEY-JOIN" in screen, "KEY-CONSOLE" in screen, "KEY-SCREEN" in screen) == (True, False, False)


def results_of(room: Table) -> Any:
    return lambda vote: results(vote, room.item)
