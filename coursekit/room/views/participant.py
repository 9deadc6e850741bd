"""What a participant's phone gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.room.state import Room, Vote

    ResultsOf = Callable[[Vote], dict[str, Any]]

WHERE = ("id", "phase", "since", "until", "earlier")


def participant(room: Room, who: str, results_of: ResultsOf) -> dict[str, Any]:
    """Return what one participant may see.

    Parameters
    ----------
    room
        As it stands.
    who
        Whose phone it is: their own vote comes with it, and nobody else's.
    results_of
        Gives what came of a vote; it is asked for votes that are opened, and for no other.
    """
    shown = {"op": "view", "view": "participant", "lesson": room.lesson, "names": room.names, "ended": room.ended}
    return shown | {"vote": _vote(room.vote, who, results_of) if room.vote else None}


def _vote(vote: Vote, who: str, results_of: ResultsOf) -> dict[str, Any]:
    own = {
        str(number): {"answer": ballots[who].answer, "order": ballots[who].order}
        for number, ballots in vote.rounds.items()
        if who in ballots and not vote.earlier
    }
    told = outline(vote, results_of)
    return told | {"own": own, "group": vote.groups.get(who) if vote.phase == "talk" else None}


def outline(vote: Vote, results_of: ResultsOf) -> dict[str, Any]:
    """Return what everybody in the room may know of a vote: what came of it only once it is opened."""
    told = {key: getattr(vote, key) for key in WHERE} | {"round": vote.taking, "asked": vote.shown}
    if vote.phase != "opened":
        return told
    found = results_of(vote)
    return told | {"results": found if vote.laid_over else found | {"expert": None}}
