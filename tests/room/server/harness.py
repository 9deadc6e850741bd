"""A room on loopback in this process, and people who talk to it."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.netutil import bind_sockets
from tornado.websocket import WebSocketClientConnection, websocket_connect

from coursekit.course import Course
from coursekit.room.server.app import Held
from coursekit.room.server.hosts import Hosts
from coursekit.room.store.sessions import find_or_begin
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

SOON = 10.0  # seconds after which a test gives up; nothing waits so long that goes well


@dataclass
class Place:
    """Where a room is."""

    held: Held
    port: int
    path: Path
    people: list[Person] = field(default_factory=list)

    @property
    def room(self) -> Any:
        return self.held.live.room

    def url(self, path: str, scheme: str = "http") -> str:
        return f"{scheme}://127.0.0.1:{self.port}/{path}"


@dataclass
class Person:
    """Somebody who is connected."""

    socket: WebSocketClientConnection
    heard: list[str] = field(default_factory=list)
    n: int = 0

    async def hear(self) -> dict[str, Any]:
        raw = await asyncio.wait_for(self.socket.read_message(), SOON)
        if raw is None:
            return {"op": "closed", "code": self.socket.close_code}
        assert isinstance(raw, str)
        self.heard.append(raw)
        found: dict[str, Any] = json.loads(raw)
        return found

    async def hear_anything(self) -> object:
        return await asyncio.wait_for(self.socket.read_message(), SOON)

    async def wait(self, **wanted: object) -> dict[str, Any]:
        """Hear until a message, or the vote in it, is as wanted."""
        while True:
            told = await self.hear()
            if wanted.items() <= told.items() or wanted.items() <= (told.get("vote") or {}).items():
                return told
            assert told["op"] != "closed", wanted

    async def say(self, **message: Any) -> dict[str, Any]:
        """Send a message and return the reply to it."""
        self.n += 1
        await self.socket.write_message(json.dumps({"n": self.n, **message}))
        while True:
            told = await self.hear()
            if told["op"] != "view":
                return told

    async def vote(self, choice: str, order: int = 1, vote: str = "v1", number: int = 1) -> dict[str, Any]:
        return await self.say(op="vote", vote=vote, round=number, order=order, answer={"choice": choice})

    async def press(self, press: str, **more: Any) -> dict[str, Any]:
        return await self.say(op="press", press=press, **more)


@asynccontextmanager
async def held_room(work: Path, hosts: Hosts | None = None, prefix: str = "/", **options: Any) -> AsyncIterator[Place]:
    """Hold a room; the session of this folder goes on."""
    session = find_or_begin(work, "00", **options)
    held = Held(session.path, Course(ROOT / "tests" / "tiny", work), [], hosts or Hosts(), prefix)
    sockets = bind_sockets(0, "127.0.0.1")
    held.listen(sockets)
    place = Place(held, sockets[0].getsockname()[1], session.path)
    try:
        yield place
    finally:
        for person in place.people:
            person.socket.close()
        await asyncio.wait_for(held.stop(), SOON)


async def request(place: Place, path: str, body: object = None, **options: Any) -> HTTPResponse:
    """Ask by plain HTTP."""
    headers = {"Content-Type": "application/json"} | options.pop("headers", {})
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    posted: dict[str, Any] = {} if body is None else {"method": "POST", "body": raw}
    asked = HTTPRequest(place.url(path), headers=headers, request_timeout=SOON, **posted, **options)
    return await AsyncHTTPClient().fetch(asked, raise_error=False)


async def joined(place: Place, **message: Any) -> str:
    """Return the token of somebody who has just joined."""
    reply = await request(place, "join", message or {"code": place.room.code})
    token: str = json.loads(reply.body)["token"]
    return token


async def connect(place: Place, **hello: Any) -> Person:
    """Connect and say hello."""
    person = Person(await websocket_connect(place.url("live", "ws")))
    place.people.append(person)
    await person.socket.write_message(json.dumps({"op": "hello", **hello}))
    return person


async def participant(place: Place, token: str = "") -> Person:
    """Return a participant, who has seen the room."""
    person = await connect(place, **{"as": "participant", "token": token or await joined(place)})
    assert (await person.hear())["view"] == "participant"
    return person


async def console(place: Place) -> Person:
    """Return the instructor."""
    person = await connect(place, **{"as": "console", "key": place.room.console})
    assert (await person.hear())["view"] == "console"
    return person


async def screen(place: Place) -> Person:
    """Return the projected view."""
    person = await connect(place, **{"as": "projected", "key": place.room.projected})
    assert (await person.hear())["view"] == "projected"
    return person
