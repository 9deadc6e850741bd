"""A room of its own process, as the command holds one, and a console that presses by the protocol."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

from tests.conftest import ROOT
from tests.ports import free_ports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOON = 30.0
CHOICE = {
    "kind": "choice",
    "prompt": "Who saw the lamp go out?",
    "options": [
        {"text": "the keeper", "right": True, "reason": "His note lies beside the letter."},
        {"text": "the harbour master", "reason": "He writes of what he was told."},
        {"text": "nobody"},
    ],
    "confidence": True,
}
POINT = {
    "kind": "point",
    "prompt": "Which words say who was there?",
    "source": "BOX",
    "paragraphs": "p1-p3",
    "places": 2,
    "nowhere": True,
}


@dataclass
class RunningRoom:
    """A room that is held in a process of its own; it can be killed and started again."""

    work: Path
    options: tuple[str, ...] = ()
    course: Path = ROOT / "tests" / "tiny"
    lesson: str = "00"
    port: int = 0
    code: str = ""
    join: str = ""
    _key: str = ""
    _n: int = 0
    _seen: dict[str, Any] = field(default_factory=dict)
    _process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Hold it; the session that was begun goes on, at the same port."""
        words = [
            sys.executable,
            "-m",
            "coursekit",
            "room",
            self.lesson,
            "--no-browser",
            "--port",
            str(self.port or free_ports(1)[0]),
        ]
        places = {"COURSEKIT_COURSE": str(self.course), "COURSEKIT_WORK": str(self.work)}
        self._process = subprocess.Popen(
            [*words, *self.options], cwd=ROOT, env=os.environ | places, stdout=subprocess.PIPE, text=True
        )
        said = self.hear("For the projector")
        found = re.search(r"http://127\.0\.0\.1:(\d+)/console#(\S+)", said)
        assert found, said
        assert self.port in (0, int(found[1])), "another port: the phones would not find it"
        self.port, self._key = int(found[1]), found[2]
        self.code = re.findall(r"Code: (\w+)", said)[0]
        self.join = self.look()["join"]

    def hear(self, words: str) -> str:
        """Wait until the command has said some words, and return all that it said until then."""
        assert self._process
        assert self._process.stdout
        said = ""
        while words not in said:
            line = self._process.stdout.readline()
            assert line, said
            said += line
        return said

    def kill(self) -> None:
        """Kill it without a word."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process.stdout.close()  # type: ignore[union-attr]
            self._process = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def look(self) -> dict[str, Any]:
        """Return what the console sees."""
        self._say()
        return self._seen

    def press(self, press: str, **more: Any) -> None:
        """Press something on the console."""
        self._n += 1
        vote = self._seen.get("vote")
        which = {} if press in ("ask", "end") or vote is None else {"vote": vote["id"]}
        reply = self._say({"op": "press", "n": self._n, "press": press, **which, **more})["replies"][0]
        assert reply["op"] == "ack", reply

    def _say(self, message: dict[str, Any] | None = None) -> dict[str, Any]:
        body = json.dumps({"as": "console", "key": self._key, "message": message}).encode()
        asked = Request(f"{self.url}say", body, {"Content-Type": "application/json"})
        with urlopen(asked, timeout=SOON) as answer:
            told: dict[str, Any] = json.load(answer)
        self._seen = told["view"]
        return told


@contextlib.contextmanager
def running_room(work: Path, *options: str) -> Iterator[RunningRoom]:
    """Hold a room until the test is over."""
    room = RunningRoom(work, options)
    try:
        room.start()
        yield room
    finally:
        room.kill()
