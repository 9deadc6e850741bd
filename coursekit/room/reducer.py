"""From one state of a room to the next, by an event of its log. Pure: it knows no clock, no chance and no disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from coursekit.room.state import Ballot, Room, Vote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Event = dict[str, Any]


def step(room: Room, event: Event) -> Room:
    """Return the state after an event; one that a newer version wrote changes nothing."""
    change = _CHANGES.get(event["event"])
    return change(room, event) if change else room


def replay(events: Iterable[Event]) -> Room:
    """Return the state that a whole log leads to."""
    room = Room()
    for event in events:
        room = step(room, event)
    return room


def _begun(_: Room, event: Event) -> Room:
    keys = {key: event[key] for key in ("code", "join", "console", "projected", "lesson", "names")}
    return Room(**keys, begun=event["at"])


def _joined(room: Room, event: Event) -> Room:
    return replace(room, people={**room.people, event["who"]: event["name"]})


def _asked(room: Room, event: Event) -> Room:
    vote = Vote(event["vote"], event["item"], event["shown"], since=_when(event), until=event["until"])
    return replace(room, votes={**room.votes, vote.id: vote}, current=vote.id)


def _voted(room: Room, event: Event) -> Room:
    vote = room.votes[event["vote"]]
    ballot = Ballot(event["answer"], event["order"], event["at"])
    ballots = {**vote.ballots(event["round"]), event["who"]: ballot}
    return _changed(room, replace(vote, rounds={**vote.rounds, event["round"]: ballots}))


def _recalled(room: Room, event: Event) -> Room:
    rounds = {
        int(number): {who: Ballot(each["answer"], each["order"], each["at"]) for who, each in ballots.items()}
        for number, ballots in event["rounds"].items()
    }
    vote = Vote(
        event["vote"],
        event["item"],
        event["shown"],
        phase="opened",
        since=_when(event),
        rounds=rounds,
        hands={int(number): counts for number, counts in event["hands"].items()},
        note=event["note"],
        earlier=event["earlier"],
    )
    return replace(room, votes={**room.votes, vote.id: vote}, current=vote.id)


def _phase(room: Room, event: Event) -> Room:
    vote = replace(room.votes[event["vote"]], phase=event["phase"], since=_when(event), until=event.get("until"))
    if "groups" in event:
        vote = replace(vote, groups=event["groups"])
    return _changed(room, vote)


def _hands(room: Room, event: Event) -> Room:
    vote = room.votes[event["vote"]]
    return _changed(room, replace(vote, hands={**vote.hands, event["round"]: event["counts"]}))


def _noted(room: Room, event: Event) -> Room:
    return _changed(room, replace(room.votes[event["vote"]], note=event["note"]))


def _laid_over(room: Room, event: Event) -> Room:
    return _changed(room, replace(room.votes[event["vote"]], laid_over=event["on"]))


def _shown(room: Room, event: Event) -> Room:
    return replace(room, current=event["vote"])


def _told(room: Room, event: Event) -> Room:
    return replace(room, tells_count=event["on"])


def _ended(room: Room, _: Event) -> Room:
    return replace(room, ended=True)


def _when(event: Event) -> float:
    return datetime.fromisoformat(event["at"]).timestamp()


def _changed(room: Room, vote: Vote) -> Room:
    return replace(room, votes={**room.votes, vote.id: vote})


_CHANGES: dict[str, Callable[[Room, Event], Room]] = cast(
    "dict[str, Callable[[Room, Event], Room]]",
    {
        "begun": _begun,
        "joined": _joined,
        "asked": _asked,
        "recalled": _recalled,
        "voted": _voted,
        "phase": _phase,
        "hands": _hands,
        "noted": _noted,
        "laid_over": _laid_over,
        "shown": _shown,
        "tells_count": _told,
        "ended": _ended,
    },
)
EVENTS = frozenset(_CHANGES)
