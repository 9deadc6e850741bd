"""From a message of the console to the rule that it means."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from coursekit.room import pressing
from coursekit.room.earlier import recall
from coursekit.room.items import fields, load_item
from coursekit.room.refused import RefusedError
from coursekit.room.results.all import alike

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from coursekit.course import Course
    from coursekit.room.items import Item
    from coursekit.room.reducer import Event
    from coursekit.room.state import Room, Vote


def decide(
    room: Room, message: dict[str, Any], course: Course, item_of: Callable[[Vote], Item], chance: Random
) -> list[Event]:
    """Return the events of what was pressed.

    Parameters
    ----------
    room
        As it stands.
    message
        ``press`` says what; ``vote`` which vote is meant, so that a press that comes late hits no other.
    course
        Where what is asked comes from.
    item_of
        Gives what is asked in a vote.
    chance
        Makes groups.

    Raises
    ------
    RefusedError
        When there is no such press, or it does not follow on what stands.
    """
    pressing.alive(room)
    pressed = str(message.get("press"))
    if pressed in _OF_THE_ROOM:
        return _of_the_room(room, pressed, message, course)
    name = message.get("vote")
    vote = room.votes.get(name) if isinstance(name, str) else None
    if vote is None:
        raise RefusedError("press: there is no such vote in this session")
    if pressed == "show":
        return pressing.show(room, vote)
    if pressed == "talk":
        return pressing.talk(vote, message, alike(item_of(vote), vote.rounds).get(1, {}), chance)
    if pressed == "hands":
        return pressing.hands(vote, item_of(vote).offered(), message)
    rule = _OF_A_VOTE.get(pressed)
    if rule is None:
        raise RefusedError("press: this console is of another version; load it again")
    return rule(vote, message)


_OF_THE_ROOM = ("ask", "recall", "tell_count", "end")
_OF_A_VOTE: dict[str, Callable[[Vote, dict[str, Any]], list[Event]]] = {
    "close": lambda vote, _: pressing.close(vote),
    "second": lambda vote, message: pressing.second(vote, message, time.time()),
    "open": lambda vote, _: pressing.open_results(vote),
    "note": pressing.note,
    "lay_over": pressing.lay_over,
}


def _of_the_room(room: Room, pressed: str, message: dict[str, Any], course: Course) -> list[Event]:
    if pressed == "ask":
        return pressing.ask(room, load_item(message.get("item"), course), message, time.time())
    if pressed == "recall":
        return recall(room, message, course.work)
    if pressed == "tell_count":
        return [{"event": "tells_count", "on": fields.flag(message, "on")}]
    closing = pressing.close(room.vote) if room.vote and room.vote.taking else []
    return [*closing, {"event": "ended"}]
