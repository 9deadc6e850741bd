"""Plain HTTP: joining, and a way for networks that let no web socket through."""

from __future__ import annotations

import asyncio
import hashlib
import json
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.room.earlier import earlier
from coursekit.room.offered import offered
from coursekit.room.refused import RefusedError
from coursekit.room.server.conversation import SLOWER, read_message, refused
from coursekit.room.server.doors import TooManyError, digest, new_token
from coursekit.room.server.guarded import Guarded

if TYPE_CHECKING:
    from coursekit.room.server.live import LiveRoom

PAUSE = 1.0  # seconds that a wrong code waits for its answer


class Asking(Guarded):
    """A request of one of the room's pages: JSON in, JSON out, never from another page."""

    def prepare(self) -> None:
        """Take nothing that a form or a link of another page could send."""
        super().prepare()
        origin = self.request.headers.get("Origin")
        kind = self.request.headers.get("Content-Type", "").partition(";")[0].strip()
        own = origin is None or self.settings["hosts"].may_ask(self.request, origin)
        if self.request.method == "POST" and not (own and kind == "application/json"):
            self.tell(403, refused(0, "Only pages of this room may ask that; open the room’s own address"))

    def tell(self, status: int, said: dict[str, Any]) -> None:
        """Answer."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(said, ensure_ascii=False))


class About(Asking):
    """What a page must know before anybody has joined."""

    def get(self) -> None:
        """Say whether names are asked for, and whether the session is over."""
        room = self.settings["conversation"].live.room
        self.tell(200, {"names": room.names, "ended": room.ended, "lesson": room.lesson})


class Join(Asking):
    """From a code, or the key of a link, to a token."""

    async def post(self) -> None:
        """Let somebody in."""
        conversation = self.settings["conversation"]
        live, doors = conversation.live, conversation.doors
        try:
            message = read_message(self.request.body)
            if "key" in message:
                doors.by_key(message["key"], live.room.join)
            else:
                doors.by_code(live.room, message.get("code"), self.request.remote_ip or "")
            token = new_token()
            await live.join(digest(token), message.get("name"))
        except TooManyError as error:
            self.set_header("Retry-After", "30")
            self.tell(429, refused(0, str(error)))
        except RefusedError as error:
            await asyncio.sleep(PAUSE)
            self.tell(403, refused(0, str(error)))
        except CourseError as error:
            self.tell(503, refused(0, str(error)))
        else:
            self.tell(200, {"op": "joined", "token": token})


class Offered(Asking):
    """What the console lets its instructor choose from; asked for once, as it is long and never changes."""

    async def post(self) -> None:
        """Take ``key``."""
        conversation = self.settings["conversation"]
        try:
            told = read_message(self.request.body)
            conversation.enter({"as": "console", "key": told.get("key")})
        except RefusedError as error:
            self.tell(403, refused(0, str(error), gone=True))
            return
        # Four sources and two hundred questions are read: votes go on meanwhile.
        self.tell(200, await asyncio.to_thread(_offered, conversation.live))


def _offered(live: LiveRoom) -> dict[str, Any]:
    return offered(live.course) | {"earlier": earlier(live.course.work, live.room)}


class Say(Asking):
    """One message and the view, for whoever has no web socket: ask again every few seconds."""

    async def post(self) -> None:
        """Take ``as`` with ``token`` or ``key``, ``message`` if there is one, and ``seen``: the view one has."""
        conversation = self.settings["conversation"]
        try:
            told = read_message(self.request.body)
            role, who = conversation.enter(told)
        except RefusedError as error:
            self.tell(403, refused(0, str(error), gone=True))
            return
        if not conversation.may_look(role, who):
            self.set_header("Retry-After", "2")
            self.tell(429, refused(0, SLOWER))
            return
        if role == "console":
            self.settings["seen_at"](self.request.headers.get("Origin", ""))
        message = told.get("message")
        replies = [await conversation.answer(role, who, message)] if isinstance(message, dict) else []
        view = conversation.audience.view(role, who)
        seen = hashlib.sha256(view.encode()).hexdigest()[:16]
        news = json.loads(view) if seen != told.get("seen") else None
        self.tell(200, {"op": "said", "replies": replies, "view": news, "seen": seen})
