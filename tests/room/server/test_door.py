"""What the screen learns of where people join; what the console can choose from, and nobody else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from tornado.httpclient import HTTPRequest, HTTPResponse
from tornado.websocket import websocket_connect

from coursekit.room.server.hosts import Hosts
from tests.room.running import run
from tests.room.server.harness import Person, Place, console, held_room, joined, participant, request, screen
from tests.room.table import LAMP

if TYPE_CHECKING:
    from pathlib import Path

HUB = "https://hub.example"


async def from_the_hub(place: Place) -> Person:
    """Return the console of somebody whose browser has it from a proxy."""
    asked = HTTPRequest(place.url("live", "ws"), headers={"Origin": HUB, "X-Forwarded-Host": "hub.example"})
    person = Person(await websocket_connect(asked))
    place.people.append(person)
    await person.socket.write_message(json.dumps({"op": "hello", "as": "console", "key": place.room.console}))
    return person


def test_behind_a_proxy_nobody_named_the_instructors_own_address_is_shown(tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path, Hosts(behind=True), "/user/x/") as place:
            place.held.found_at("", "proxy")
            wall = await screen(place)
            person = await participant(place)
            assert '"door"' not in "".join(person.heard)
            assert (await (await from_the_hub(place)).hear())["door"]["address"] == f"{HUB}/user/x/"
            while not (told := await wall.hear())["door"]["address"]:
                pass
            assert (told["door"]["reach"], told["door"]["code"]["size"] > 20) == ("proxy", True)

    run(session())


def test_where_the_proxy_lets_no_web_socket_through_its_address_is_learnt_all_the_same(tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path, Hosts(behind=True), "/user/x/") as place:
            place.held.found_at("", "proxy")
            wall = await screen(place)
            asked = {"as": "console", "key": place.room.console}
            reply = await request(place, "say", asked, headers={"Origin": HUB, "X-Forwarded-Host": "hub.example"})
            assert json.loads(reply.body)["view"]["door"]["address"] == f"{HUB}/user/x/"
            while not (await wall.hear())["door"]["address"]:
                pass

    run(session())


def test_an_address_that_is_known_is_not_taken_from_whoever_comes(tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path, Hosts(behind=True)) as place:
            place.held.found_at("http://192.168.1.7:8890/", "network")
            await from_the_hub(place)
            told = json.loads((await console(place)).heard[0])
            assert told["door"]["address"] == "http://192.168.1.7:8890/"

    run(session())


@pytest.mark.parametrize("key", ["join", "projected", "token", None])
def test_the_debrief_is_opened_from_the_console_and_by_nobody_else(tmp_path: Path, key: str | None) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            token = await joined(place)
            at = await console(place)
            await at.press("ask", item=LAMP)
            await at.press("end")
            keys = {"join": place.room.join, "projected": place.room.projected, "token": token}
            reply = await debrief(place, keys.get(key or "", ""))
            assert reply.code == 403
            assert b"Who saw the lamp" not in reply.body
            reply = await debrief(place, place.room.console)
            assert b"Who saw the lamp" in reply.body
            assert "script-src" not in reply.headers["Content-Security-Policy"]

    run(session())


async def debrief(place: Place, key: str) -> HTTPResponse:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    return await request(place, "debrief", urlencode({"key": key}).encode(), headers=form)


@pytest.mark.parametrize("key", ["join", "projected", "token", None])
def test_only_the_console_is_told_what_can_be_asked(tmp_path: Path, key: str | None) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            keys = {"join": place.room.join, "projected": place.room.projected, "token": await joined(place)}
            reply = await request(place, "offered", {"key": keys.get(key or "")})
            assert reply.code == 403
            assert b"questions" not in reply.body
            reply = await request(place, "offered", {"key": place.room.console})
            assert {"questions", "sources"} <= set(json.loads(reply.body))

    run(session())
