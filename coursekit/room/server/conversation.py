"""What comes of a message, whoever sends it and by whatever way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.room.refused import RefusedError
from coursekit.room.server.doors import TooManyError
from coursekit.room.server.limits import Buckets
from coursekit.spans import well_formed

if TYPE_CHECKING:
    from coursekit.room.server.audience import Audience, Role
    from coursekit.room.server.doors import Doors
    from coursekit.room.server.live import LiveRoom

LARGEST = 2**53
MOST_BYTES = 64 * 1024  # of one message
SLOWER = "That came too fast; it was not taken. Try again in a few seconds"


class Conversation:
    """Answers messages: `coursekit.room.server.socket` and `coursekit.room.server.asking` carry them."""

    def __init__(self, live: LiveRoom, audience: Audience, doors: Doors) -> None:
        self.live, self.audience, self.doors = live, audience, doors
        self._pace = Buckets(rate=5, burst=40)
        self._polls = Buckets(rate=2, burst=20)

    def enter(self, message: dict[str, Any]) -> tuple[Role, str]:
        """Return as what somebody comes in, and who they are. Raises RefusedError when they may not."""
        room = self.live.room
        match message.get("as"):
            case "participant":
                return "participant", self.doors.by_token(room, message.get("token"))
            case "projected":
                self.doors.by_key(message.get("key"), room.projected)
                return "projected", ""
            case "console":
                self.doors.by_key(message.get("key"), room.console)
                return "console", ""
        raise RefusedError("This page is of another version; load it again")

    def may_look(self, role: Role, who: str) -> bool:
        """Say whether somebody may be given a view again already."""
        return self._polls.of(who or role).take()

    async def answer(self, role: Role, who: str, message: dict[str, Any]) -> dict[str, Any]:
        """Do what a message says, and return the reply: ``ack`` once it is kept, ``refused`` with the reason."""
        n = message.get("n")
        number = n if type(n) is int and 0 < n < LARGEST else 0
        try:
            if not self._pace.of(who or role).take():
                raise TooManyError(SLOWER)
            await self._do(role, who, message)
        except CourseError as error:
            final = isinstance(error, RefusedError) and not isinstance(error, TooManyError)
            return refused(number, str(error), again=not final)
        return {"op": "ack", "n": number}

    async def _do(self, role: Role, who: str, message: dict[str, Any]) -> None:
        match message.get("op"), role:
            case "vote", "participant":
                await self.live.cast(who, message)
                self.audience.own_vote(who)
            case "press", "console":
                await self.live.press(message)
            case "ping", _:
                pass
            case _:
                raise RefusedError("That cannot be done from this page")


def refused(n: int, why: str, *, gone: bool = False, again: bool = False) -> dict[str, Any]:
    """Return a reply that says why something is not done.

    ``gone`` when one has to join or open the page anew; ``again`` when the same may be sent once more in a while.
    """
    flags = {"gone": gone, "again": again}
    return {"op": "refused", "n": n, "why": why} | {flag: True for flag, on in flags.items() if on}


def read_message(raw: str | bytes) -> dict[str, Any]:
    """Return a message. Raises RefusedError for what is none."""
    try:
        found = _writable(json.loads(raw)) if len(raw) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise RefusedError("That is no message of this page; load it again")
    return found


def _writable(found: object) -> object:
    """Return the same with U+FFFD for each half of a sign: a browser sends it, and no UTF-8 can hold it."""
    text = json.dumps(found, ensure_ascii=False)
    whole = well_formed(text)
    return found if whole == text else json.loads(whole)
