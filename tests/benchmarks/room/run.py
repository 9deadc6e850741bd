"""A class that joins within 10 s and votes within 10 s, beside the same messages to a bare echo that fsyncs.

    python tests/benchmarks/room/run.py [--people 30 300 600] [--seconds 10] [--kills 0]

Everybody points at one to three places; every vote is on the disk before it is told to be counted. For each size:
p95 from sending to "counted", in the room and at the floor; how far the console's heat is behind; memory; and whether
all votes that were told are in the log, once. With --kills the log's writer is killed so many times at a moment of
chance. Aims: p95 under 1 s at 600 and within 2 times the floor; the heat at most 1 s behind. Exit 1 when one is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2]))

from tests.room.kills import WRITER, acknowledged, kept  # noqa: E402

PARAGRAPHS = "p1-p6"
ASK = {"kind": "point", "prompt": "Point.", "source": "LET", "paragraphs": PARAGRAPHS, "places": 3}
MOST_SECONDS, MOST_TIMES, MOST_BEHIND = 1.0, 2.0, 1.0
EVENING = 100  # kills in one log
CHANCE = random.Random(1960)  # noqa: S311


def main() -> int:
    """Measure and say."""
    ask = argparse.ArgumentParser(description="Time the room")
    ask.add_argument("--people", type=int, nargs="+", default=[30, 300, 600])
    ask.add_argument("--seconds", type=float, default=10)
    ask.add_argument("--kills", type=int, default=0)
    given = ask.parse_args()
    AsyncHTTPClient.configure(None, max_clients=100)
    missed = [asyncio.run(one_size(people, given.seconds)) for people in given.people]
    if given.kills:
        missed.append(kill(given.kills))
    return int(any(missed))


async def one_size(people: int, seconds: float) -> bool:
    """Measure a class of one size; return whether an aim was missed."""
    with tempfile.TemporaryDirectory() as folder:
        messages = None
        times = {}
        for name in ("held.py", "floor.py"):
            at = Path(folder) / name
            with started(HERE / name, at) as server:
                assert server.stdout
                told = server.stdout.readline()
                if name == "held.py":
                    room = await Class.gather(json.loads(told), people, seconds)
                    messages = room.messages
                    times[name] = await room.vote(seconds)
                    memory, behind = resident(server.pid), await room.behind()
                else:
                    sockets = [await websocket_connect(f"ws://127.0.0.1:{told.split()[1]}/live") for _ in range(people)]
                    times[name] = await send_all(sockets, messages or [], seconds)
                server.send_signal(signal.SIGTERM)
        lost, twice = room.lost_and_twice()
    ours, floor = p95(times["held.py"]), p95(times["floor.py"])
    print(
        f"{people:4} people  joined in {room.joined:5.2f} s   p95 {ours * 1e3:6.1f} ms, floor {floor * 1e3:6.1f} ms,"
        f" ratio {ours / floor:4.2f}   heat {behind:4.2f} s behind   {memory:.0f} MB   lost {lost}, twice {twice}",
        flush=True,
    )
    too_slow = ours > MOST_SECONDS or (people >= 600 and ours > MOST_TIMES * floor and ours > 0.05)
    return too_slow or behind > MOST_BEHIND or bool(lost or twice)


def started(script: Path, argument: Path) -> subprocess.Popen[str]:
    """Start a server; its first line says where it is."""
    return subprocess.Popen([sys.executable, script, argument], stdout=subprocess.PIPE, text=True)


class Class:
    """Phones and a console."""

    def __init__(self, keys: dict[str, Any]) -> None:
        self.keys = keys
        self.sockets: list[WebSocketClientConnection] = []
        self.messages: list[str] = []
        self.console: WebSocketClientConnection
        self.joined = 0.0
        self.last = 0.0

    @classmethod
    async def gather(cls, keys: dict[str, Any], people: int, seconds: float) -> Class:
        """Let everybody join at a moment of chance, and the instructor ask."""
        room = cls(keys)
        start = time.perf_counter()
        await asyncio.gather(*(room.join(CHANCE.uniform(0, seconds)) for _ in range(people)))
        room.joined = time.perf_counter() - start
        hello = {"op": "hello", "as": "console", "key": keys["console"]}
        room.console = await websocket_connect(f"ws://127.0.0.1:{keys['port']}/live")
        await room.console.write_message(json.dumps(hello))
        await room.console.write_message(json.dumps({"op": "press", "n": 1, "press": "ask", "item": ASK}))
        views = await asyncio.gather(*(heard(each, "view", vote="v1") for each in room.sockets))
        room.messages = [json.dumps(pointing(views[0]["vote"]["asked"]["paragraphs"])) for _ in range(people)]
        return room

    async def join(self, wait: float) -> None:
        """Join by the link, and open the socket."""
        await asyncio.sleep(wait)
        at = f"http://127.0.0.1:{self.keys['port']}/join"
        body, kind = json.dumps({"key": self.keys["join"]}), {"Content-Type": "application/json"}
        reply = await AsyncHTTPClient().fetch(HTTPRequest(at, method="POST", body=body, headers=kind))
        socket = await websocket_connect(f"ws://127.0.0.1:{self.keys['port']}/live")
        hello = {"op": "hello", "as": "participant", "token": json.loads(reply.body)["token"]}
        await socket.write_message(json.dumps(hello))
        self.sockets.append(socket)

    async def vote(self, seconds: float) -> list[float]:
        """Let everybody vote."""
        times = await send_all(self.sockets, self.messages, seconds)
        self.last = time.perf_counter()
        return times

    async def behind(self) -> float:
        """Return how long after the last vote the console's heat has them all."""
        while True:
            view = await heard(self.console, "view", vote="v1")
            found = view["vote"]["results"]["rounds"]
            if found and found[0]["pointed"]["people"] == len(self.sockets):
                return max(0.0, time.perf_counter() - self.last)

    def lost_and_twice(self) -> tuple[int, int]:
        """Return how many votes are not in the log, and how many more than once."""
        lines = Path(self.keys["log"]).read_text(encoding="utf-8").splitlines()
        who = [event["who"] for event in map(json.loads, lines) if event["event"] == "voted"]
        return len(self.sockets) - len(set(who)), len(who) - len(set(who))


async def send_all(sockets: list[WebSocketClientConnection], messages: list[str], seconds: float) -> list[float]:
    """Return the time from sending to the answer of each, sent at moments of chance."""

    async def one(socket: WebSocketClientConnection, message: str) -> float:
        await asyncio.sleep(CHANCE.uniform(0, seconds))
        start = time.perf_counter()
        await socket.write_message(message)
        while True:
            raw = await socket.read_message()
            if raw == message or json.loads(raw or "{}").get("op") == "ack":
                return time.perf_counter() - start

    return await asyncio.gather(*map(one, sockets, messages))


async def heard(socket: WebSocketClientConnection, op: str, vote: str) -> dict[str, Any]:
    """Return the next message of a kind about a vote."""
    while True:
        told: dict[str, Any] = json.loads(await socket.read_message() or "null")
        if told["op"] == op and (told.get("vote") or {}).get("id") == vote:
            return told


def pointing(paragraphs: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a vote on one to three places of chance."""
    spans = []
    for _ in range(CHANCE.randint(1, 3)):
        each = CHANCE.choice(paragraphs)
        start = CHANCE.randrange(0, max(1, len(each["text"]) - 60))
        quote = each["text"][start : start + 50]
        place = {"source": "LET", "edition": "guide", "paragraph": each["id"]}
        spans.append(place | {"start": start, "end": start + len(quote), "quote": quote})
    return {"op": "vote", "n": 1, "vote": "v1", "round": 1, "order": 1, "answer": {"spans": spans}}


def resident(pid: int) -> float:
    """Return how much memory a process has, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024


def p95(times: list[float]) -> float:
    """Return the time that 95 of 100 keep to."""
    return sorted(times)[int(0.95 * (len(times) - 1))]


def kill(times: int) -> bool:
    """Kill the log's writer so many times; return whether anything that was told is not there.

    Each session's log bears a hundred of them: one that is started again reads all that is there.
    """
    told = missing = 0
    for begun in range(0, times, EVENING):
        lost, said = _evening(min(EVENING, times - begun))
        told, missing = told + said, missing + lost
    print(f"{times} kills: {told} votes were told to be kept, {missing} of them are not there")
    return bool(missing)


def _evening(times: int) -> tuple[int, int]:
    """Return how many votes of one log are missing, and how many were told to be kept."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "room.jsonl"
        log.write_text(
            '{"event":"begun","at":"","code":"x","join":"","console":"","projected":"","lesson":"","names":false}\n'
        )
        told: set[str] = set()
        for _ in range(times):
            with subprocess.Popen([sys.executable, WRITER, log], stdout=subprocess.PIPE, text=True) as writer:
                told |= acknowledged(writer, CHANCE.randint(0, 30))
                writer.kill()
                told |= acknowledged(writer)
        return len(told - kept(log)), len(told)


if __name__ == "__main__":
    raise SystemExit(main())
