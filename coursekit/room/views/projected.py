"""What the screen in front of the class gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.room.views.participant import outline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.room.state import Room
    from coursekit.room.views.participant import ResultsOf


def projected(room: Room, results_of: ResultsOf, door: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return what may be on the screen: how to join, what is asked, and what came of it once that is opened.

    How many have voted is there only if the instructor wishes it. No name ever is. ``door`` is what
    `coursekit.room.door` makes.
    """
    told: dict[str, Any] = {
        "op": "view",
        "view": "projected",
        "lesson": room.lesson,
        "ended": room.ended,
        "code": room.code,
        "join": room.join,
        "door": door,
    }
    vote = room.vote
    if vote is None:
        return told | {"vote": None}
    counted = len(vote.ballots(vote.taking)) if room.tells_count and vote.taking else None
    groups = len(set(vote.groups.values())) if vote.phase == "talk" else 0
    return told | {"vote": outline(vote, results_of) | {"counted": counted, "groups": groups}}
