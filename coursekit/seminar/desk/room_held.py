"""A room that is held from the desk: a process of its own, which is seen off with the desk's.

To interrupt a kernel is to interrupt whatever it has started, but for what has a group of its own. The room has one: a
cell that is interrupted ends no vote. So that it does not outlive its desk, it ends when its standard input does, which
the desk holds open.
"""

from __future__ import annotations

import atexit
import os
import re
import subprocess
import sys
import threading
from typing import IO, TYPE_CHECKING

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.course import Course

PATIENCE = 30.0  # seconds in which it must have said where it is
_LESSON = re.compile(r"\d\d")
_CONSOLE = re.compile(r"console, for you alone: (\S+)")
_LAST = "For the projector"
_BY_KEY = " (Ctrl+C)"  # how it is stopped in a terminal
_HUB = "JUPYTERHUB_SERVICE_PREFIX"


class RoomHeld:
    """Starts one room at a time, and stops it.

    Parameters
    ----------
    course
        Whose lessons are voted on; the votes are kept in its learner's folder.
    """

    def __init__(self, course: Course) -> None:
        self._root, self._work = course.root, course.work
        self._process: subprocess.Popen[str] | None = None
        self._said: list[str] = []
        self._asked: tuple[str, bool] = ("", False)

    def hold(self, lesson: str, *, opened: bool) -> tuple[str, list[str]]:
        """Hold a room of a lesson, or of none; return its console's address, and who can reach it.

        Raises
        ------
        CourseError
            When another is held, or it cannot be.
        """
        if lesson and not _LESSON.fullmatch(lesson):
            raise CourseError("lesson: expected its number in two figures, as 04")
        if _HUB in os.environ:
            raise CourseError("on a hub a room is held from a terminal, with --behind; docs/room.md says how")
        if self._process and self._process.poll() is None:
            if self._asked != (lesson, opened):
                raise CourseError("another room is held from this desk; stop it first")
            return self._found()
        self._asked = (lesson, opened)
        self._process = _start(self._root, self._work, lesson, opened=opened)
        self._said = _heard(self._process)
        return self._found()

    def stop(self) -> str:
        """Stop it; every vote is on the disk, and the session goes on when it is held again today."""
        if self._process is None or self._process.poll() is not None:
            return "no room is held from this desk"
        _end(self._process)
        return "the room is closed; held again today, it goes on where it was"

    def _found(self) -> tuple[str, list[str]]:
        console = next((found[1] for line in self._said if (found := _CONSOLE.search(line))), "")
        if console:
            return console, [line.replace(_BY_KEY, "") for line in self._said if "#" not in line]
        if self._process:
            _end(self._process)
        raise CourseError(self._said[-1] if self._said else "room: it could not be started")


def _start(root: Path, work: Path, lesson: str, *, opened: bool) -> subprocess.Popen[str]:
    call = [sys.executable, "-m", "coursekit", "room", *([lesson] if lesson else []), "--no-browser", "--led"]
    places = {"COURSEKIT_COURSE": str(root), "COURSEKIT_WORK": str(work)}
    # Unbuffered, or why it could not be held comes before what it said first, and is not the last word.
    environment = os.environ | places | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    made = subprocess.Popen(  # noqa: S603 - our own program; the lesson is two figures
        [*call, *(["--open"] if opened else [])],
        cwd=root,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # the same on Windows
    )
    atexit.register(_end, made)
    return made


def _heard(process: subprocess.Popen[str]) -> list[str]:
    """Return what it says until it can be reached, or has ended; what it says later is read and let go."""
    said: list[str] = []
    there = threading.Event()
    assert process.stdout is not None  # noqa: S101 - it was asked for
    threading.Thread(target=_hear, args=(process.stdout, said, there), daemon=True).start()
    there.wait(PATIENCE)
    return said


def _hear(stream: IO[str], said: list[str], there: threading.Event) -> None:
    with stream:
        for line in stream:
            if not there.is_set():
                said.append(line.strip())
            if line.startswith(_LAST):
                there.set()
    there.set()


def _end(process: subprocess.Popen[str]) -> None:
    if process.stdin:
        process.stdin.close()  # on every system it ends well by that, and leaves its debrief
    if process.poll() is None:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
