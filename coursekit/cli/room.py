"""``course.py room [LESSON]``: a seminar's room: people join with a phone, vote, point at words, and see."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from coursekit.cli.arguments import Arguments
from coursekit.cli.debrief import lines
from coursekit.cli.open import add_how, show_in_browser
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.places import CLASS_COPY, course_root, work_dir
from coursekit.room.debrief.kept import write_debrief
from coursekit.room.plan import plan
from coursekit.room.server import addresses, pages
from coursekit.room.server.running import Way, split_behind
from coursekit.room.server.running import run as hold
from coursekit.room.store.log import restore
from coursekit.room.store.sessions import find_or_begin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.room.server.app import Held
    from coursekit.room.store.sessions import Session

PORT = 8890
_BEHIND = re.compile(r"(?:https?://[A-Za-z0-9.:\[\]-]+)?/[A-Za-z0-9._~/@-]{0,200}")


def run(arguments: list[str]) -> int:
    """Hold a room; return when it is stopped."""
    given = _parser().parse_args(arguments)
    if (course_root() / CLASS_COPY).exists():
        raise CourseError("room: this is a class copy; the room is held from the instructor's course")
    course = Course(course_root(), work_dir())
    lesson = given.lesson.lstrip("0").zfill(2) if given.lesson else ""
    offered = plan(course, lesson)
    session = find_or_begin(course.work, lesson, names=given.names, new=given.new)
    for said in _found(session, names=given.names):
        print(said)

    def leave() -> None:
        """Write what is left of the session, as soon as it has ended; or else when the room is closed."""
        if not left and (said := _debriefed(session, course)):
            left.extend(said)
            print(*said, sep="\n", flush=True)

    left: list[str] = []

    def ready(held: Held, port: int) -> None:
        held.audience.ended = leave
        prefix, origin = split_behind(given.behind or "/")
        for line in addresses.told(port, prefix, opened=given.open, behind=given.behind is not None):
            print(line)
        room = held.live.room
        base = f"{origin}{prefix}" if origin else addresses.url(addresses.LOOPBACK, port)
        console = f"{base}console#{room.console}"
        print(f"Code: {room.code}")
        print(f"Your console, for you alone: {console}")
        print(f"For the projector: {base}projected#{room.projected}", flush=True)
        if not pages.made("console"):
            print("Its pages are not made yet: until then it answers programs only, as docs/room.md says.", flush=True)
        elif not given.no_browser:
            show_in_browser(console)

    hold(session.path, course, offered, Way(given.port, given.open, given.behind, given.led), ready)
    leave()  # first: whoever listened to what is printed may be gone
    print(f"The room is closed. All votes are in {session.path}")
    return 0


def _debriefed(session: Session, course: Course) -> list[str]:
    """Write the debrief, if anything was asked; return what is to be said of it, or why it could not be written."""
    try:
        if all(vote.earlier for vote in restore(session.path).room.votes.values()):
            return []
        return lines(write_debrief(session.path, course))
    except CourseError as error:
        return [str(error)]


def _found(session: Session, *, names: bool) -> Iterator[str]:
    """Yield what is to be said of a session that goes on."""
    room, unread = session.restored.room, session.restored.unread
    if session.goes_on:
        yield f"Goes on with the session begun {room.begun[:16]} UTC; --new begins another."
    if names and not room.names:
        yield "It asks nobody for a name, as was told to all who are in it; --new begins one that does."
    if unread:
        yield f"{session.path}: {unread} lines could not be read; what was told as counted is there."


def _parser() -> Arguments:
    ask = Arguments(prog="course.py room", description=__doc__)
    ask.add_argument("lesson", nargs="?", metavar="LESSON", help="its number: the console then offers its votes")
    add_how(ask)
    ask.set_defaults(port=PORT)
    ask.add_argument("--open", action="store_true", help="let phones in your network in, not only this machine")
    ask.add_argument("--behind", type=_behind, metavar="/PREFIX/", help="where a proxy or a JupyterHub gives it out")
    ask.add_argument("--names", action="store_true", help="ask everybody for a name, which the debrief then holds")
    ask.add_argument("--led", action="store_true", help=argparse.SUPPRESS)  # the desk's: it ends with the desk
    ask.add_argument("--new", action="store_true", help="begin a new session, though one of today could go on")
    return ask


def _behind(words: str) -> str:
    if not _BEHIND.fullmatch(words):
        raise argparse.ArgumentTypeError(f"{words[:60]}: a path as /room/, or an address as https://hub.example/room/")
    return words
