"""The web socket: a shell around `coursekit.room.server.conversation`."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from coursekit.room.refused import RefusedError
from coursekit.room.server.audience import Listener
from coursekit.room.server.conversation import read_message, refused
from coursekit.room.server.guarded import Guarded
from coursekit.room.server.limits import Bucket
from coursekit.room.server.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Awaitable

HELLO = 10.0  # seconds in which one must say who one is
NONSENSE = 20  # messages that are none, until the socket is closed
POLICY, TOO_FAST = 1008, 1013  # as RFC 6455 has them
SWITCHED = 101  # of HTTP: it is a web socket from now on


class Live(Guarded, WebSocketHandler):
    """One phone, screen or console."""

    def initialize(self) -> None:
        """Begin with nobody."""
        self._listener: Listener | None = None
        self._outbox = Outbox(self._write, self.close)
        self._pace = Bucket(rate=10, burst=60)
        self._nonsense = Bucket(rate=0.1, burst=NONSENSE)
        self._waiting: asyncio.TimerHandle | None = None
        self._placed = ""

    def prepare(self) -> None:
        """Take a place, if there is one."""
        super().prepare()
        address = self.request.remote_ip or "?"
        if not self.settings["places"].enter(address):
            raise HTTPError(503, reason="The room has no more places")
        self._placed = address

    def on_finish(self) -> None:
        """Give the place back where no socket came of it."""
        if self.get_status() != SWITCHED:
            self._leave()

    def check_origin(self, origin: str) -> bool:
        """Say whether a page of this origin may talk to the room."""
        return bool(self.settings["hosts"].may_ask(self.request, origin))

    def open(self, *_: str, **__: str) -> None:
        """Wait for a hello, not for ever."""
        self.set_nodelay(True)
        self._waiting = asyncio.get_running_loop().call_later(HELLO, self.close, POLICY, "nobody said hello")

    async def on_message(self, message: str | bytes) -> None:
        """Take a message."""
        if not self._pace.take():
            self.close(TOO_FAST, "too many messages")
            return
        conversation = self.settings["conversation"]
        try:
            told = read_message(message)
            if self._listener is None:
                self._enter(told)
                return
        except RefusedError as error:
            self._outbox.reply(json.dumps(refused(0, str(error), gone=self._listener is None)))
            if self._listener is None or not self._nonsense.take():
                asyncio.get_running_loop().call_soon(self.close, POLICY)
            return
        reply = await conversation.answer(self._listener.role, self._listener.who, told)
        self._outbox.reply(json.dumps(reply, ensure_ascii=False))

    def on_close(self) -> None:
        """Forget who it was."""
        self._leave()
        if self._waiting:
            self._waiting.cancel()
        if self._listener:
            self.settings["conversation"].audience.left(self._listener)

    def _leave(self) -> None:
        if self._placed:
            self.settings["places"].leave(self._placed)
        self._placed = ""

    def _enter(self, message: dict[str, Any]) -> None:
        conversation = self.settings["conversation"]
        role, who = conversation.enter(message)
        if role == "console":
            self.settings["seen_at"](self.request.headers.get("Origin", ""))
        if self._waiting:
            self._waiting.cancel()
        self._listener = Listener(role, who, self._outbox, self.close)
        conversation.audience.enter(self._listener)

    def _write(self, text: str) -> Awaitable[None]:
        if self.ws_connection is None:
            raise WebSocketClosedError
        return self.write_message(text)
