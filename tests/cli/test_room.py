"""``course.py room``: what it says, what it refuses, and that it ends well."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from tornado.websocket import websocket_connect

from coursekit.cli.main import main
from coursekit.cli.room import _debriefed
from coursekit.course import Course
from coursekit.places import CLASS_COPY
from coursekit.room.items import load_item
from coursekit.room.server import addresses
from coursekit.room.server.running import split_behind
from coursekit.room.store.log import line, restore, stamped
from coursekit.room.store.sessions import find_or_begin
from tests.conftest import ROOT
from tests.room.running import run
from tests.room.table import LAMP

if TYPE_CHECKING:
    from pathlib import Path

TINY = Course(ROOT / "tests" / "tiny")
START = [sys.executable, "-m", "coursekit", "room"]


def started(work: Path, *arguments: str) -> tuple[subprocess.Popen[str], str]:
    """Start a room; return it, and what it said until it could be reached."""
    environment = {**os.environ, "COURSEKIT_WORK": str(work), "COURSEKIT_COURSE": str(ROOT / "tests" / "tiny")}
    call = [*START, "00", "--no-browser", *arguments]
    room = subprocess.Popen(
        call, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert room.stdout
    said = ""
    while "projected#" not in said:
        line = room.stdout.readline()
        assert line, said
        said += line
    return room, said


def test_a_room_is_held_killed_and_goes_on_with_its_code(work: Path) -> None:
    room, said = started(work)
    with room:
        assert "from this machine alone" in said
        code = re.findall(r"Code: (\w{6})", said)
        at = re.findall(r"http://127\.0\.0\.1:\d+/", said)[0]
        with urlopen(f"{at}about", timeout=10) as reply:
            assert json.load(reply) == {"names": False, "ended": False, "lesson": "00"}
        again = subprocess.run(
            [*START, "00", "--no-browser"],
            capture_output=True,
            check=False,
            cwd=ROOT,
            env={**os.environ, "COURSEKIT_COURSE": str(ROOT / "tests" / "tiny")},
            text=True,
        )
        assert (again.returncode, "held already" in again.stderr) == (1, True)
        room.kill()
    (log,) = (work / "rooms").glob("*.jsonl")
    with log.open("ab") as file:
        asked = {"event": "asked", "vote": "v1", "until": None, "item": LAMP, "shown": load_item(LAMP, TINY).shown()}
        file.write(line(stamped(asked)))
    room, said = started(work, "--names")
    with room:
        assert "Goes on with the session" in said
        assert "asks nobody for a name" in said
        assert re.findall(r"Code: (\w{6})", said) == code
        room.send_signal(signal.SIGINT)
        assert room.stdout
        said = room.stdout.read()
        assert "All votes are in" in said
        assert f"{log.with_suffix('.html')}: 1 vote, 0 joined" in said
    assert room.returncode == 0
    assert "Who saw the lamp?" in log.with_suffix(".html").read_text(encoding="utf-8")
    assert restore(log).unread == 0


def test_a_class_copy_holds_no_room(course: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / CLASS_COPY).write_text("{}")
    assert main(["room", "--no-browser"]) == 1
    assert "instructor" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["99"], ["nothing"], ["../../etc"], ["/etc"], ["9" * 5_000]])
def test_a_lesson_that_is_not_there_is_told(
    course: Path, work: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["room", "--no-browser", *wrong]) == 1
    assert "no such lesson" in capsys.readouterr().err
    assert not (work / "rooms").exists()


@pytest.mark.parametrize("behind", ["room", "javascript:x", "/a b/", "https://x/(y"])
def test_what_is_no_prefix_is_wrong_use(behind: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["room", "--no-browser", "--behind", behind])


@pytest.mark.parametrize(
    ("behind", "parts"),
    [
        ("/", ("/", "")),
        ("/room/", ("/room/", "")),
        ("/user/x/proxy/8890", ("/user/x/proxy/8890/", "")),
        ("https://hub.example/user/x/", ("/user/x/", "https://hub.example")),
    ],
)
def test_a_prefix_may_have_its_host(behind: str, parts: tuple[str, str]) -> None:
    assert split_behind(behind) == parts


def test_it_says_who_can_come_in_and_what_they_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "own_addresses", lambda: ["192.168.1.7", "fd00::7"])
    said = " ".join(addresses.told(8890, "/", opened=True, behind=False))
    assert "http://192.168.1.7:8890/ or http://[fd00::7]:8890/" in said
    assert "everybody in your network" in said
    assert "no file of this machine" in said
    monkeypatch.setattr(addresses, "own_addresses", list)
    assert "no network" in addresses.told(8890, "/", opened=True, behind=False)[0]
    assert "proxy" in addresses.told(8890, "/room/", opened=False, behind=True)[0]


def test_a_log_that_is_gone_when_its_debrief_is_due_is_told_in_one_line(work: Path) -> None:
    session = find_or_begin(work, "00")
    session.path.unlink()
    (said,) = _debriefed(session, TINY)
    assert f"{session.path}: this room cannot be read" in said


@pytest.mark.slow
def test_a_session_that_is_ended_leaves_its_debrief_at_once_and_once(work: Path) -> None:
    room, said = started(work)
    (log,) = (work / "rooms").glob("*.jsonl")

    async def end() -> None:
        at = re.findall(r"http://127\.0\.0\.1:\d+/", said)[0]
        socket = await websocket_connect(at.replace("http", "ws") + "live")
        for message in (
            {"op": "hello", "as": "console", "key": restore(log).room.console},
            {"op": "press", "n": 1, "press": "ask", "item": LAMP},
            {"op": "press", "n": 2, "press": "end"},
        ):
            await socket.write_message(json.dumps(message))
        while json.loads(str(await asyncio.wait_for(socket.read_message(), 20))).get("n") != 2:
            pass
        socket.close()

    with room:
        assert room.stdout
        run(end())
        assert f"{log.with_suffix('.html')}: 1 vote" in room.stdout.readline()
        room.send_signal(signal.SIGINT)
        assert ".html" not in room.stdout.read()
