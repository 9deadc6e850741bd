"""What is on its way to one listener, who may be slow."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

MOST_REPLIES = 100
PATIENCE = 30.0  # seconds in which one message must have gone out


class Outbox:
    """Sends one message after another; of views that wait only the newest is sent, replies are all sent.

    Parameters
    ----------
    write
        Sends a text, and is done when it has left this machine.
    give_up
        Called when the listener takes nothing any more.
    """

    def __init__(self, write: Callable[[str], Awaitable[None]], give_up: Callable[[], None]) -> None:
        self._write, self._give_up = write, give_up
        self._replies: list[str] = []
        self._view: str | None = None
        self._sent_view = ""
        self._task: asyncio.Task[None] | None = None

    def reply(self, text: str) -> None:
        """Send a reply."""
        self._replies.append(text)
        if len(self._replies) > MOST_REPLIES:
            self._give_up()
        self._go_on()

    def view(self, text: str) -> None:
        """Send a view, unless it is the one that was sent last."""
        if self._view is None and text == self._sent_view:
            return
        self._view = text
        self._go_on()

    def _go_on(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._send())

    async def _send(self) -> None:
        try:
            while self._replies or self._view is not None:
                if self._replies:
                    text = self._replies.pop(0)
                else:
                    text = self._sent_view = self._view or ""
                    self._view = None
                await asyncio.wait_for(_done(self._write(text)), PATIENCE)
        except (WebSocketClosedError, StreamClosedError, TimeoutError):
            self._replies, self._view = [], None
            self._give_up()


async def _done(sending: Awaitable[None]) -> None:
    await sending
