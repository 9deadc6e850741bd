"""A session through the server: vote, talk, vote again, killed between, and everybody is told what is theirs."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.room.casting import CLOSED
from coursekit.room.store.log import Log
from tests.room.running import run
from tests.room.server.harness import Person, Place, console, held_room, joined, participant, request, screen
from tests.room.table import LAMP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KEYED = LAMP | {
    "options": ["the keeper", {"text": "the clerk", "right": True, "reason": "He wrote it down."}, "nobody"]
}


def test_two_rounds_and_what_came_of_them(tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            teacher, wall = await console(place), await screen(place)
            people = [await participant(place) for _ in range(6)]
            assert (await teacher.press("ask", item=KEYED))["op"] == "ack"
            for person in people:
                assert (await person.wait(phase="first"))["vote"]["asked"]["prompt"] == "Who saw the lamp?"
            assert {(await each.vote("a"))["op"] for each in people} == {"ack"}
            assert (await teacher.press("close", vote="v1"))["op"] == "ack"
            assert (await people[0].vote("b", 2)) == {"op": "refused", "n": 2, "why": CLOSED}
            await teacher.press("talk", vote="v1", size=2)
            groups = [(await each.wait(phase="talk"))["vote"]["group"] for each in people]
            assert sorted(groups) == [1, 1, 2, 2, 3, 3]
            await teacher.press("second", vote="v1")
            for at, person in enumerate(people):
                await person.wait(phase="second")
                await person.vote("b" if at else "a", 3, number=2)
            before = "".join(wall.heard + [heard for each in people for heard in each.heard])
            assert "results" not in before
            assert "He wrote it down" not in before
            await teacher.press("open", vote="v1")
            for each in (people[0], wall):
                results = (await each.wait(phase="opened"))["vote"]["results"]
                assert results["shift"]["courses"]["wrong, then right"] == 5
                assert results["reasons"] == [
                    {"option": "the keeper", "words": "", "right": False},
                    {"option": "the clerk", "words": "He wrote it down.", "right": True},
                    {"option": "nobody", "words": "", "right": False},
                ]

    run(session())


def test_a_server_started_again_goes_on(tmp_path: Path) -> None:
    async def before() -> tuple[str, str, str]:
        async with held_room(tmp_path) as place:
            teacher, person = await console(place), await participant(place, token := await joined(place))
            await teacher.press("ask", item=KEYED)
            await person.vote("a")
            return token, place.room.code, place.room.console

    async def after(token: str, code: str, key: str) -> None:
        async with held_room(tmp_path) as place:
            assert (place.room.code, place.room.console) == (code, key)
            person = await participant(place, token)
            assert json.loads(person.heard[0])["vote"]["own"] == {"1": {"answer": {"choice": "a"}, "order": 1}}
            assert (await person.vote("b", 2))["op"] == "ack"
            assert [each.answer for each in place.room.vote.ballots(1).values()] == [{"choice": "b"}]

    run(after(*run(before())))


def test_a_vote_sent_again_after_a_lost_reply_is_counted_once(tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            teacher, token = await console(place), await joined(place)
            await teacher.press("ask", item=LAMP)
            for _ in range(2):
                person = await participant(place, token)
                assert (await person.vote("a", 5))["op"] == "ack"
            assert place.path.read_text().count('"voted"') == 1

    run(session())


def test_a_clock_closes_the_round_also_after_a_new_start(tmp_path: Path) -> None:
    async def ask() -> None:
        async with held_room(tmp_path) as place:
            await (await console(place)).press("ask", item=LAMP, seconds=5)
            place.path.write_text(place.path.read_text().replace(str(place.room.vote.until), "1.0"))

    async def see() -> None:
        async with held_room(tmp_path) as place:
            person = await participant(place)
            if json.loads(person.heard[0])["vote"]["phase"] == "first":
                await person.wait(phase="closed")

    run(ask())
    run(see())


def test_without_a_socket_one_asks_again_and_again(tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            await (await console(place)).press("ask", item=LAMP)
            who = {"as": "participant", "token": await joined(place)}
            first = await said(place, who)
            assert first["view"]["vote"]["phase"] == "first"
            assert (await said(place, who | {"seen": first["seen"]}))["view"] is None
            vote = {"op": "vote", "n": 1, "vote": "v1", "round": 1, "order": 1, "answer": {"choice": "a"}}
            assert (await said(place, who | {"message": vote}))["replies"] == [{"op": "ack", "n": 1}]

    run(session())


def test_what_the_disk_refuses_is_not_counted_and_the_room_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            teacher, person = await console(place), await participant(place)
            await teacher.press("ask", item=LAMP)
            append = Log.append

            def full(*_: object) -> None:
                raise OSError(28, "No space left on device")

            monkeypatch.setattr(Log, "append", full)
            refused = await person.vote("a")
            assert "make room on the disk" in refused["why"]
            assert refused["again"] is True
            assert place.room.vote.ballots(1) == {}
            monkeypatch.setattr(Log, "append", append)
            assert (await person.vote("a"))["op"] == "ack"

    run(session())


def test_nobody_is_shown_what_is_not_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            teacher, person = await console(place), await participant(place)
            await teacher.press("ask", item=LAMP)
            await person.wait(phase="first")
            writing, released = threading.Event(), threading.Event()
            append = Log.append

            def slow(log: Log, lines: Sequence[bytes]) -> None:
                writing.set()
                released.wait(10)
                append(log, lines)

            monkeypatch.setattr(Log, "append", slow)
            vote = asyncio.create_task(person.vote("a"))
            await asyncio.to_thread(writing.wait, 10)
            who = next(iter(place.room.people))
            assert place.room.vote.ballots(1), "it has been decided"
            assert json.loads(place.held.audience.view("participant", who))["vote"]["own"] == {}
            assert json.loads(place.held.audience.view("console", ""))["vote"]["counted"] == {}
            released.set()
            assert (await vote)["op"] == "ack"
            assert json.loads(place.held.audience.view("participant", who))["vote"]["own"]

    run(session())


def test_a_clock_closes_the_round_once_the_disk_lets_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            teacher = await console(place)
            await teacher.press("ask", item=LAMP, seconds=5)
            append, refusals = Log.append, [OSError(28, "No space left on device")]

            def full_once(log: Log, lines: Sequence[bytes]) -> None:
                if refusals:
                    raise refusals.pop()
                append(log, lines)

            monkeypatch.setattr(Log, "append", full_once)
            monkeypatch.setattr("coursekit.room.server.live.AGAIN", 0.01)
            place.held.live._time_is_up()
            await teacher.wait(phase="closed")
            assert not refusals

    run(session())


def test_what_is_asked_after_one_that_the_disk_refused_is_not_taken_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async def session() -> None:
        async with held_room(tmp_path) as place:
            live = place.held.live
            with monkeypatch.context() as disk:
                disk.setattr(Log, "append", full)
                asked = asyncio.create_task(live.press({"press": "ask", "item": LAMP}))
                await asyncio.sleep(0)
                assert live.item(live.room.vote).offered()["a"] == "the keeper"  # as a vote on it would need it
                with pytest.raises(CourseError, match="disk"):
                    await asked
            await live.press({"press": "ask", "item": LAMP | {"options": ["yes", "no"]}})
            assert live.room.vote.id == "v1"
            assert live.item(live.room.vote).offered() == {"a": "yes", "b": "no"}

    run(session())


def test_a_name_cut_in_the_middle_of_a_sign_is_a_name(tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path, names=True) as place:
            person = await participant(place, await joined(place, code=place.room.code, name="Ann \ud83d"))
            teacher = await console(place)
            await teacher.press("ask", item={"kind": "question", "question": "00-place"})
            odd = {"choice": "a", "text": "\udfff"}
            assert (await person.say(op="vote", vote="v1", round=1, order=1, answer=odd))["op"] == "ack"
            refused = await teacher.press("ask", item={"kind": "question", "question": "\ud83d"})
            assert refused["op"] == "refused"
            assert (await person.vote("b", 2))["op"] == "ack"

    run(session())


def test_hands_typed_in_after_opening_reach_everybody(tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            teacher, person = await console(place), await participant(place)
            await teacher.press("ask", item=LAMP)
            await teacher.press("open", vote="v1")
            await person.wait(phase="opened")
            await teacher.press("hands", vote="v1", round=1, counts={"a": 9})
            view = await person.wait(phase="opened")
            assert view["vote"]["results"]["rounds"][0]["split"]["people"] == 9

    run(session())


def test_the_console_sees_votes_come_in(tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            teacher = await console(place)
            people: list[Person] = [await participant(place) for _ in range(5)]
            await teacher.press("ask", item=LAMP)
            await asyncio.gather(*(each.vote("a") for each in people))
            view = await teacher.wait(counted={"1": 5})
            assert view["vote"]["results"]["rounds"][0]["split"]["people"] == 5

    run(session())


async def said(place: Place, body: dict[str, object]) -> dict[str, dict[str, object]]:
    reply = await request(place, "say", body)
    assert reply.code == 200
    found: dict[str, dict[str, object]] = json.loads(reply.body)
    return found


def test_whoever_has_left_takes_no_place(tmp_path: Path) -> None:
    async def session() -> None:
        async with held_room(tmp_path) as place:
            teacher, person = await console(place), await participant(place)
            person.socket.close()
            while (await teacher.wait(view="console"))["here"]["participant"]:
                pass
            assert place.held.app.settings["places"].taken == 1

    run(session())
