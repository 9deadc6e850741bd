"""What the instructor's console gets: everything but who voted what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursekit.room.state import Room, Vote
    from coursekit.room.views.participant import ResultsOf


def console(
    room: Room,
    results_of: ResultsOf,
    plan: Sequence[Mapping[str, Any]],
    here: Mapping[str, int],
    door: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return all that the instructor works with.

    Parameters
    ----------
    room
        As it stands.
    results_of
        Gives what came of a vote so far.
    plan
        What can be asked at one press: the votes of the teaching notes, and the lesson's questions.
    here
        How many phones, screens and consoles are connected.
    door
        Where people join, as `coursekit.room.door` makes it; None where nobody has said.
    """
    vote = room.vote
    return {
        "op": "view",
        "view": "console",
        "lesson": room.lesson,
        "ended": room.ended,
        "code": room.code,
        "join": room.join,
        "door": door,
        "projected": room.projected,
        "names": room.names,
        "tells_count": room.tells_count,
        "joined": len(room.people),
        "people": sorted(filter(None, room.people.values())) if room.names else [],
        "here": dict(here),
        "plan": [dict(each) for each in plan],
        "votes": [_line(each) for each in room.votes.values()],
        "vote": _vote(vote, results_of) if vote else None,
    }


def _line(vote: Vote) -> dict[str, Any]:
    return {"id": vote.id, "phase": vote.phase, "prompt": vote.shown["prompt"], "earlier": vote.earlier}


def _vote(vote: Vote, results_of: ResultsOf) -> dict[str, Any]:
    return {
        "id": vote.id,
        "phase": vote.phase,
        "since": vote.since,
        "until": vote.until,
        "earlier": vote.earlier,
        "round": vote.taking,
        "asked": vote.shown,
        "counted": {str(number): len(ballots) for number, ballots in vote.rounds.items()},
        "hands": {str(number): dict(counts) for number, counts in vote.hands.items()},
        "groups": len(set(vote.groups.values())),
        "laid_over": vote.laid_over,
        "note": vote.note,
        "results": results_of(vote),
    }
