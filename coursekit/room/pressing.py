"""What an instructor may press, and what comes of it: the rules of the console.

Each rule raises `RefusedError`, with the reason in words, when the press does not follow on what stands, or what came
with it is out of bounds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.room.groups import LEAST_SIZE, MOST_SIZE, talk_groups
from coursekit.room.items import fields
from coursekit.room.refused import RefusedError
from coursekit.room.state import TAKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from coursekit.room.items import Item
    from coursekit.room.reducer import Event
    from coursekit.room.state import Phase, Room, Vote

MOST_VOTES = 200
LONGEST_CLOCK = 3_600  # seconds
LONGEST_NOTE = 4_000
MOST_HANDS = 1_000
CLOSES: dict[Phase, Phase] = {"first": "closed", "second": "settled"}


def ask(room: Room, item: Item, message: Mapping[str, Any], now: float) -> list[Event]:
    """Return the event of a thing being asked; its first round is open at once.

    Parameters
    ----------
    room
        As it stands; another vote may not be open in it.
    item
        What is asked.
    message
        ``seconds``: after how many a clock closes the round, if one is to.
    now
        Seconds since 1970.
    """
    alive(room)
    if room.vote and room.vote.taking:
        raise RefusedError("A vote is open; close it first")
    if len(room.votes) >= MOST_VOTES:
        raise RefusedError(f"{MOST_VOTES} votes were held in this session; begin a new one")
    name = f"v{len(room.votes) + 1}"
    clock = _clock(message, now)
    return [{"event": "asked", "vote": name, "item": item.spec(), "shown": item.shown(), "until": clock}]


def close(vote: Vote) -> list[Event]:
    """Return the event of a round being closed."""
    if vote.phase not in CLOSES:
        raise RefusedError("No round is open in this vote")
    return [_to(vote, CLOSES[vote.phase])]


def talk(vote: Vote, message: Mapping[str, Any], said: Mapping[str, str], chance: Random) -> list[Event]:
    """Return the event of talking being begun, in groups if that is asked for.

    Parameters
    ----------
    vote
        A vote whose first round is closed.
    message
        ``size``: how many talk together; none or 0 for no groups.
    said
        Who -> what they answered, equal where answers are.
    chance
        Makes the groups.
    """
    _from(vote, "closed", "talk")
    if message.get("size") in (None, 0):
        return [_to(vote, "talk") | {"groups": {}}]
    size = fields.whole(message, "size", LEAST_SIZE, MOST_SIZE)
    return [_to(vote, "talk") | {"groups": talk_groups(said, size, chance)}]


def second(vote: Vote, message: Mapping[str, Any], now: float) -> list[Event]:
    """Return the event of the second round being opened; ``message`` has its ``seconds``, as for `ask`."""
    _from(vote, "closed", "talk")
    return [_to(vote, "second") | {"until": _clock(message, now)}]


def open_results(vote: Vote) -> list[Event]:
    """Return the events of the results being opened; a round that is open is closed by it."""
    if vote.phase == "opened":
        raise RefusedError("The results of this vote are open already")
    return [*([_to(vote, CLOSES[vote.phase])] if vote.taking else []), _to(vote, "opened")]


def hands(vote: Vote, offered: Mapping[str, str], message: Mapping[str, Any]) -> list[Event]:
    """Return the event of a show of hands being typed in.

    Parameters
    ----------
    vote
        Any, in whatever phase.
    offered
        Its options, by id.
    message
        ``round``, and ``counts``: option -> how many.
    """
    _own(vote)
    if not offered:
        raise RefusedError("Hands can be counted for a question with options only")
    number = fields.whole(message, "round", min(TAKING.values()), max(TAKING.values()))
    given = message.get("counts")
    if not isinstance(given, dict) or not set(given) <= set(offered):
        raise RefusedError("counts: expected how many hands for each option")
    counts = {option: fields.whole(given, option, 0, MOST_HANDS, 0) for option in offered}
    return [{"event": "hands", "vote": vote.id, "round": number, "counts": counts}]


def note(vote: Vote, message: Mapping[str, Any]) -> list[Event]:
    """Return the event of the instructor noting something: the ``note`` of the message."""
    _own(vote)
    return [{"event": "noted", "vote": vote.id, "note": fields.words(message, "note", LONGEST_NOTE, "")}]


def lay_over(vote: Vote, message: Mapping[str, Any]) -> list[Event]:
    """Return the event of the expert's passages being laid over what was pointed at, or taken away (``on``)."""
    _from(vote, "opened")
    return [{"event": "laid_over", "vote": vote.id, "on": fields.flag(message, "on")}]


def show(room: Room, vote: Vote) -> list[Event]:
    """Return the event of an earlier vote being shown again."""
    if room.vote and room.vote.taking and room.vote != vote:
        raise RefusedError("A vote is open; close it first")
    return [{"event": "shown", "vote": vote.id}]


def alive(room: Room) -> None:
    """Raise RefusedError when the session has ended."""
    if room.ended:
        raise RefusedError("This session has ended; start a new one")


def _own(vote: Vote) -> None:
    """Raise RefusedError for a vote of an earlier session: the debrief of this one would leave out what is added."""
    if vote.earlier:
        raise RefusedError("That vote was held in an earlier session, and stays as it was")


def _from(vote: Vote, *phases: Phase) -> None:
    if vote.phase not in phases:
        raise RefusedError(f"That does not follow on “{vote.phase}”; this vote has gone on meanwhile")


def _to(vote: Vote, phase: Phase) -> Event:
    return {"event": "phase", "vote": vote.id, "phase": phase}


def _clock(message: Mapping[str, Any], now: float) -> float | None:
    if message.get("seconds") in (None, 0):
        return None
    return now + fields.whole(message, "seconds", 5, LONGEST_CLOCK)
