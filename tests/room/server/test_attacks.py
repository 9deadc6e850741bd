"""What strangers try: each is answered as it should be, and whoever votes meanwhile is not disturbed."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClosedError, websocket_connect

from coursekit.room.server.hosts import Hosts
from tests.room.running import run
from tests.room.server.harness import Person, Place, connect, console, held_room, joined, participant, request, screen
from tests.room.table import LAMP

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

MARKUP = "<img src=x onerror=alert(1)>"


def attacked(work: Path, attack: Callable[[Place], Awaitable[None]], **options: Any) -> None:
    """Attack a room in which a vote is open; then somebody joins by the link and votes as if nothing had been."""

    async def session() -> None:
        async with held_room(work, **options) as place:
            teacher = await console(place)
            await teacher.press("ask", item=LAMP)
            await attack(place)
            person = await participant(place, await joined(place, key=place.room.join))
            assert (await person.vote("a"))["op"] == "ack"
            assert (await teacher.press("close", vote="v1"))["op"] == "ack"

    run(session())


def test_wrong_codes_by_the_thousand_find_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coursekit.room.server.asking.PAUSE", 0.0)

    async def attack(place: Place) -> None:
        codes = [0, 0]
        for at in range(1_000):
            reply = await request(place, "join", {"code": f"{at:06}"})
            codes[reply.code == 429] += 1
            assert reply.code in (403, 429)
        assert codes[0] < 60
        assert (await request(place, "join", {"code": place.room.code})).code == 429

    attacked(tmp_path, attack)


@pytest.mark.parametrize("token", ["", "x", "0" * 32, None, 7, ["x"], "x" * 100_000, "\ud800"])
def test_forged_tokens_open_nothing(tmp_path: Path, token: object) -> None:
    async def attack(place: Place) -> None:
        person = await connect(place, **{"as": "participant", "token": token})
        told = await person.hear()
        assert told["op"] in ("refused", "closed")
        if told["op"] == "refused":
            assert told["gone"] is True
            assert (await person.hear())["op"] == "closed"

    attacked(tmp_path, attack)


def test_what_the_log_has_of_a_token_is_no_token(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        token = await joined(place)
        (who,) = place.room.people
        assert token not in place.path.read_text()
        told = await (await connect(place, **{"as": "participant", "token": who})).hear()
        assert told["op"] == "refused"

    attacked(tmp_path, attack)


def test_a_participant_reaches_neither_console_nor_screen_nor_anothers_vote(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        other, token = await participant(place), await joined(place)
        await other.vote("c")
        for role in ("console", "projected", "instructor", None):
            told = await (await connect(place, **{"as": role, "key": token, "token": token})).hear()
            assert told["op"] == "refused"
        person = await participant(place, token)
        for press in ("open", "close", "end", "note"):
            assert (await person.press(press, vote="v1"))["op"] == "refused"
        (whose,) = place.room.vote.ballots(1)
        forged = {"vote": "v1", "round": 1, "order": 9, "who": whose, "token": whose, "answer": {"choice": "a"}}
        await person.say(op="vote", **forged)
        assert place.room.vote.ballots(1)[whose].answer == {"choice": "c"}
        assert "console" not in "".join(person.heard).lower()

    attacked(tmp_path, attack)


def test_a_screen_may_look_and_not_press(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        wall = await screen(place)
        assert (await wall.press("open", vote="v1"))["op"] == "refused"

    attacked(tmp_path, attack)


def test_markup_stays_words(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        await joined(place, code=place.room.code, name=MARKUP)
        for path in ("", "console", "projected", MARKUP, "about", "live"):
            reply = await request(place, path.replace(" ", "%20"))
            assert MARKUP.encode() not in reply.body
            assert "script-src 'self'" in reply.headers["Content-Security-Policy"]
            assert "unsafe" not in reply.headers["Content-Security-Policy"]

    attacked(tmp_path, attack, names=True)


def test_ten_megabytes_end_the_connection_that_sends_them(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        person = await participant(place)
        with suppress(WebSocketClosedError):
            await person.socket.write_message("x" * 10_000_000)
        assert (await person.hear())["op"] == "closed"
        with pytest.raises((HTTPClientError, OSError)):
            (await request(place, "join", b"x" * 10_000_000)).rethrow()

    attacked(tmp_path, attack)


@pytest.mark.parametrize("raw", ["", "null", "[]", "{", '{"op":"vote"}', "[" * 30_000, '{"op":"vote","n":1e999}'])
def test_what_is_no_message_is_told_so(tmp_path: Path, raw: str) -> None:
    async def attack(place: Place) -> None:
        person = await participant(place)
        await person.socket.write_message(raw)
        assert (await person.hear())["op"] == "refused"

    attacked(tmp_path, attack)


def test_half_open_and_slow_connections_wait_alone(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        streams = [await asyncio.open_connection("127.0.0.1", place.port) for _ in range(200)]
        for _, writer in streams[:100]:
            writer.write(b"POST /join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Le")
        person = await participant(place)
        assert (await person.vote("b"))["op"] == "ack"
        for _, writer in streams:
            writer.close()

    attacked(tmp_path, attack)


def test_who_says_no_hello_has_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def attack(place: Place) -> None:
        with monkeypatch.context() as impatient:  # not for those who vote after it: their hello may take a moment
            impatient.setattr("coursekit.room.server.socket.HELLO", 0.05)
            person = Person(await websocket_connect(place.url("live", "ws")))
            place.people.append(person)
            assert (await person.hear())["op"] == "closed"

    attacked(tmp_path, attack)


def test_a_flood_is_cut_off_and_hurts_nobody_else(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        person = await participant(place)
        for _ in range(200):
            await person.socket.write_message('{"op":"ping","n":1}')
        while (told := await person.hear())["op"] != "closed":
            assert told["op"] in ("ack", "refused")
        assert person.socket.close_code == 1013

    attacked(tmp_path, attack)


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Content-Type": "text/plain"}]
)
def test_pages_of_others_join_and_hear_nothing(tmp_path: Path, headers: dict[str, str]) -> None:
    async def attack(place: Place) -> None:
        reply = await request(place, "join", {"code": place.room.code}, headers=headers)
        assert reply.code == 403
        assert b"token" not in reply.body
        if "Origin" in headers:
            with pytest.raises(HTTPClientError, match="403"):
                await websocket_connect(HTTPRequest(place.url("live", "ws"), headers=headers))

    attacked(tmp_path, attack)


def test_a_name_that_was_made_to_point_here_is_turned_away(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        reply = await request(place, "about", headers={"Host": "rebound.example"})
        assert reply.code == 421

    attacked(tmp_path, attack)


def test_nothing_else_lies_there(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        for path in (
            "files/../pyproject.toml",
            "files/question.js",
            "rooms",
            "lab",
            "tree",
            "api",
            "..%2f..%2fetc/passwd",
        ):
            assert (await request(place, path)).code == 404

    attacked(tmp_path, attack)


def test_behind_a_proxy_its_own_page_may_ask_and_no_other(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        for origin, code in (("https://hub.example", 200), ("https://other.example", 403)):
            for prefix in ("", "user/x/room/"):
                reply = await request(place, f"{prefix}join", {"code": place.room.code}, headers={"Origin": origin})
                assert reply.code == code, origin

    behind = Hosts(behind=True, origin="https://hub.example")
    attacked(tmp_path, attack, hosts=behind, prefix="/user/x/room/")


def test_a_phone_that_reads_nothing_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coursekit.room.server.outbox.MOST_REPLIES", 5)

    async def attack(place: Place) -> None:
        person = await participant(place)
        outbox = next(each.outbox for each in place.held.audience._listeners if each.who)
        for _ in range(10):
            outbox.reply(json.dumps("x"))
        while (await person.hear_anything()) is not None:
            pass

    attacked(tmp_path, attack)


def test_more_sockets_than_there_are_places_for_are_turned_away(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        places = place.held.app.settings["places"]
        places.most = 3  # the console has one of them
        for _ in range(2):
            await participant(place)
        with pytest.raises(HTTPClientError, match="503"):
            await participant(place)
        places.most = 100

    attacked(tmp_path, attack)


def test_connections_that_are_over_are_not_counted(tmp_path: Path) -> None:
    async def attack(place: Place) -> None:
        for _ in range(5):
            assert (await request(place, "about")).code == 200
        assert place.held.server.places.taken <= 5
        place.held.server.places.most = place.held.server.places.taken
        reader, writer = await asyncio.open_connection("127.0.0.1", place.port)
        assert await asyncio.wait_for(reader.read(1), 10) == b""
        writer.close()
        place.held.server.places.most = 100

    attacked(tmp_path, attack)
