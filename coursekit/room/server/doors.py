"""Who comes in: by a typed code, by the key in a link or a scanned code, by a token once in."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from coursekit.room.refused import RefusedError
from coursekit.room.server.limits import Bucket, Buckets

if TYPE_CHECKING:
    from coursekit.room.state import Room

LONGEST_KEY = 100


class TooManyError(RefusedError):
    """Too many tries; the message says what to do."""


class Doors:
    """Looks at codes, keys and tokens.

    A typed code is short, so tries are limited: for one address, and for all together. A class behind one address can
    mistype in passing; whoever scans the code or follows the link brings a long key, which no wrong code of others
    delays.
    """

    def __init__(self) -> None:
        self._wrong_from = Buckets(rate=0.5, burst=40)
        self._wrong = Bucket(rate=5, burst=200)

    def by_code(self, room: Room, code: object, address: str) -> None:
        """Return if the code is the room's. Raises RefusedError when it is not, or too many were tried."""
        here = self._wrong_from.of(address)
        if not (here.take() and self._wrong.take()):
            raise TooManyError("Too many wrong codes came from your network; wait half a minute, or scan the code")
        typed = (
            "".join(code.split()).replace("-", "").upper() if isinstance(code, str) and len(code) < LONGEST_KEY else ""
        )
        if not same(typed, room.code):
            raise RefusedError("That is not the code of this room; look at the screen again")
        here.give_back()
        self._wrong.give_back()

    def by_key(self, key: object, wanted: str) -> None:
        """Return if it is the key that is wanted. Raises RefusedError when it is not."""
        if not isinstance(key, str) or len(key) > LONGEST_KEY or not same(key, wanted):
            raise RefusedError("This address is not, or no longer, one of this room; get it again from your instructor")

    def by_token(self, room: Room, token: object) -> str:
        """Return whose token it is. Raises RefusedError when it is nobody's."""
        who = digest(token) if isinstance(token, str) and len(token) <= LONGEST_KEY else ""
        if who not in room.people:
            raise RefusedError("You are not in this room, or no longer; join with its code")
        return who


def new_token() -> str:
    """Return a token: what a phone has in hand once it is in."""
    return secrets.token_urlsafe(24)


def digest(token: str) -> str:
    """Return whom a token stands for. The log has this alone, so nobody who reads the log can vote for others."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()[:32]


def same(one: str, other: str) -> bool:
    """Compare secrets in a time that tells nothing of them."""
    return secrets.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
