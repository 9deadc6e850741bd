"""Whether a vote counts: the rules for what a participant may say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coursekit.questions.answers import unfit
from coursekit.room.items import fields
from coursekit.room.refused import RefusedError

if TYPE_CHECKING:
    from coursekit.room.items import Item
    from coursekit.room.reducer import Event
    from coursekit.room.state import Room, Vote

MOST_ORDER = 2**53  # whole numbers of a browser end here
MOST_BYTES = 16_000  # of one answer in the log
LONGEST_NAME = 60
CLOSED = "This round is closed; your vote was not counted"


def cast(room: Room, who: str, message: dict[str, Any], item: Item, now: float) -> list[Event]:
    """Return the event of a vote; none where a later one of the same phone is counted already.

    Parameters
    ----------
    room
        As it stands.
    who
        Whose vote it is.
    message
        ``vote``, ``round``, ``answer``, and ``order``: a number that rises with each change on one phone.
    item
        What was asked.
    now
        Seconds since 1970: a clock may have closed the round.

    Raises
    ------
    RefusedError
        When it does not count, with the reason in words.
    """
    if who not in room.people:
        raise RefusedError("You are not in this room; join with its code")
    vote = taking(room, message.get("vote"), message.get("round"), now)
    order = fields.whole(message, "order", 1, MOST_ORDER)
    before = vote.ballots(vote.taking).get(who)
    if before and before.order >= order:
        return []
    given = message.get("answer")
    trouble = unfit(given)
    if trouble or not isinstance(given, dict):
        raise RefusedError(trouble or "The vote has no answer")
    answer = item.read(given)
    if len(json.dumps(answer)) > MOST_BYTES:
        raise RefusedError("The answer is too long; shorten it")
    return [
        {"event": "voted", "vote": vote.id, "round": vote.taking, "who": who, "answer": answer, "order": order},
    ]


def taking(room: Room, vote_id: object, number: object, now: float) -> Vote:
    """Return the vote that is open in this round. Raises RefusedError when it is not."""
    vote = room.votes.get(vote_id) if isinstance(vote_id, str) else None
    if vote is None:
        raise RefusedError("There is no such vote in this room")
    if room.ended or not vote.taking or vote.taking != number or type(number) is not int or run_out(vote, now):
        raise RefusedError(CLOSED)
    return vote


def run_out(vote: Vote, now: float) -> bool:
    """Say whether the clock has closed a round that takes votes still."""
    return bool(vote.taking) and vote.until is not None and now > vote.until


def join(room: Room, who: str, name: object, most: int) -> list[Event]:
    """Return the event of somebody coming in; a name is kept only where all were asked for one.

    Raises
    ------
    RefusedError
        When the room has ended or is full, or the name is none.
    """
    if room.ended:
        raise RefusedError("This session has ended")
    if len(room.people) >= most:
        raise RefusedError(f"The room is full: {most} are in it; tell your instructor")
    given = fields.words({"name": name}, "name", LONGEST_NAME, "") if room.names and name else ""
    return [{"event": "joined", "who": who, "name": given}]
