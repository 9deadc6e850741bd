"""The room's server put together: its addresses, and its limits."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError

from coursekit.room.door import door
from coursekit.room.server.asking import About, Join, Offered, Say
from coursekit.room.server.audience import Audience
from coursekit.room.server.conversation import MOST_BYTES, Conversation
from coursekit.room.server.doors import Doors
from coursekit.room.server.guarded import Guarded
from coursekit.room.server.left import Debrief
from coursekit.room.server.limits import Places
from coursekit.room.server.live import LiveRoom
from coursekit.room.server.pages import File, Page
from coursekit.room.server.socket import Live

if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence
    from pathlib import Path

    from tornado.iostream import IOStream

    from coursekit.course import Course
    from coursekit.room.door import Reach
    from coursekit.room.server.hosts import Hosts

IDLE = 20  # seconds that a connection may take for its request, or between two
PING = 15  # seconds; a phone that answers no ping is gone
MOST_CONNECTIONS, MOST_FROM_ONE = 3_000, 2_000  # a class may sit behind one address


class Nothing(Guarded):
    """Whatever else is asked for."""

    def prepare(self) -> None:
        """Say that it is not there."""
        super().prepare()
        raise HTTPError(404)


class RoomServer(HTTPServer):
    """Takes no more connections than it can serve."""

    def initialize(self, *arguments: Any, **options: Any) -> None:
        """Begin without any."""
        super().initialize(*arguments, **options)
        self.places = Places(MOST_CONNECTIONS, MOST_FROM_ONE)

    def handle_stream(self, stream: IOStream, address: Any) -> None:
        """Take one, if there is room."""
        if self.places.enter(str(address[0])):
            super().handle_stream(stream, address)
        else:
            stream.close()

    def on_close(self, server_conn: object) -> None:
        """Forget one; a web socket has left here when it has become one, and takes a place of its own."""
        super().on_close(server_conn)
        address = getattr(getattr(server_conn, "context", None), "address", None)
        self.places.leave(str(address[0]) if address else "")


class Held:
    """A room that is held: what is running, to be stopped."""

    def __init__(
        self, path: Path, course: Course, plan: Sequence[dict[str, Any]], hosts: Hosts, prefix: str = "/"
    ) -> None:
        self.audience = Audience(plan)
        self.live = self.audience.live = LiveRoom(path, course, self.audience.told)
        conversation = Conversation(self.live, self.audience, Doors())
        self._prefix = prefix
        own = prefix.rstrip("/")
        # Some proxies take the prefix away, some leave it.
        at = rf"(?:{own})?/" if own else "/"
        routes: list[Any] = [
            (rf"{at}(|console|projected)", Page),
            (rf"{at}files/([a-z-]+\.(?:js|css))", File),
            (rf"{at}about", About),
            (rf"{at}join", Join),
            (rf"{at}offered", Offered),
            (rf"{at}say", Say),
            (rf"{at}debrief", Debrief),
            (rf"{at}live", Live),
        ]
        self.app = Application(
            routes,
            default_handler_class=Nothing,
            conversation=conversation,
            hosts=hosts,
            places=Places(MOST_CONNECTIONS, MOST_FROM_ONE),
            seen_at=self._seen_at,
            websocket_ping_interval=PING,
            websocket_ping_timeout=PING,
            websocket_max_message_size=MOST_BYTES,
            log_function=lambda _: None,
        )
        self.server = RoomServer(
            self.app,
            xheaders=hosts.behind,
            max_body_size=MOST_BYTES,
            max_header_size=16 * 1024,
            max_buffer_size=2 * MOST_BYTES,
            idle_connection_timeout=IDLE,
            body_timeout=IDLE,
        )

    def found_at(self, address: str, reach: Reach) -> None:
        """Show on screen and console where people join; for "" the console's own address is taken when it comes."""
        self.audience.door = door(address, self.live.room.join, reach)

    def listen(self, sockets: Sequence[socket.socket]) -> None:
        """Take connections, from now on."""
        # What a stranger sends wrongly is no news for the instructor.
        for name in ("tornado.general", "tornado.access"):
            logging.getLogger(name).setLevel(logging.ERROR)
        self.server.add_sockets(sockets)

    def _seen_at(self, origin: str) -> None:
        """Learn from the instructor's own browser where a proxy gives the room out, if nobody has said it."""
        door = self.audience.door
        if door and not door["address"] and origin.startswith(("http://", "https://")):
            self.found_at(f"{origin}{self._prefix}", "proxy")
            self.audience.told([])

    async def stop(self) -> None:
        """Let everybody go, and have all that was told on the disk."""
        self.server.stop()
        self.audience.close()
        await self.live.close()
        await self.server.close_all_connections()
