"""A room that is held from the desk: started, found, and seen off."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.seminar.desk.room_held import RoomHeld
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TINY = ROOT / "tests" / "tiny"
# A kernel: it takes an interrupt and goes on, holds a room, and says where, and whether that is in its own group.
KERNEL = """
import os, signal, sys
from pathlib import Path
from coursekit.course import Course
from coursekit.seminar.desk.room_held import RoomHeld
signal.signal(signal.SIGINT, lambda *_: print("interrupted", flush=True))
held = RoomHeld(Course(Path(sys.argv[1]), Path(sys.argv[2])))
console, _ = held.hold("00", opened=False)
print(console, os.getpgid(held._process.pid) == os.getpgrp(), flush=True)
while sys.stdin.readline():
    pass
"""


@pytest.fixture
def held(tmp_path: Path) -> Iterator[RoomHeld]:
    found = RoomHeld(Course(TINY, tmp_path))
    yield found
    found.stop()


@pytest.mark.slow
def test_a_room_is_held_found_again_and_stopped(held: RoomHeld, tmp_path: Path) -> None:
    console, lines = held.hold("00", opened=False)
    assert "/console#" in console
    assert "from this machine alone" in " ".join(lines)
    assert console.partition("#")[2] not in " ".join(lines)
    with urlopen(console.partition("console")[0] + "about", timeout=10) as reply:
        assert b'"lesson": "00"' in reply.read()
    assert held.hold("00", opened=False)[0] == console
    with pytest.raises(CourseError, match="stop it first"):
        held.hold("", opened=False)
    assert "goes on where it was" in held.stop()
    assert held.stop() == "no room is held from this desk"
    again, _ = held.hold("00", opened=False)
    assert again.partition("#")[2] == console.partition("#")[2]
    assert len(list((tmp_path / "rooms").glob("*.jsonl"))) == 1


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="not run: Windows interrupts no groups")
def test_an_interrupt_of_the_kernel_leaves_the_room_and_the_kernels_death_ends_it(tmp_path: Path) -> None:
    call = [sys.executable, "-c", KERNEL, str(TINY), str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(call, cwd=ROOT, text=True, start_new_session=True, **pipes) as kernel:  # type: ignore[call-overload]
        console, same_group = kernel.stdout.readline().split()
        os.killpg(kernel.pid, signal.SIGINT)
        assert kernel.stdout.readline() == "interrupted\n"
        assert same_group == "False"
        assert answers(console)
        kernel.kill()
    for _ in range(1_000):
        if not answers(console):
            return
        time.sleep(0.02)  # until one looks again
    raise AssertionError("it is held still")


def answers(console: str) -> bool:
    """Say whether a room is held still; another one at the same address by now knows no such key."""
    at, key = console.split("console#")
    hello = json.dumps({"as": "console", "key": key}).encode()
    asked = Request(f"{at}say", hello, {"Content-Type": "application/json"})
    try:
        urlopen(asked, timeout=10).close()
    except HTTPError as error:
        return error.code == 429  # looked at too often
    except OSError:  # refused, or cut off as it closes
        return False
    return True


@pytest.mark.parametrize("lesson", ["4", "--open", "99; ls", "٠٤x"])
def test_what_is_no_lesson_starts_nothing(held: RoomHeld, lesson: str) -> None:
    with pytest.raises(CourseError, match="two figures"):
        held.hold(lesson, opened=False)


@pytest.mark.slow
def test_why_it_could_not_be_held_is_told_in_its_own_words(held: RoomHeld) -> None:
    with pytest.raises(CourseError, match="no such lesson"):
        held.hold("77", opened=False)


@pytest.mark.slow
def test_that_another_window_holds_the_session_is_the_last_word(
    held: RoomHeld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    held.hold("00", opened=False)
    other = RoomHeld(Course(TINY, tmp_path))
    with pytest.raises(CourseError, match="held already by another window"):
        other.hold("00", opened=False)


def test_on_a_hub_it_is_told_what_to_do_instead(held: RoomHeld, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "JUPYTERHUB_SERVICE_PREFIX", "/user/x/")
    with pytest.raises(CourseError, match="--behind"):
        held.hold("00", opened=False)
