"""Debriefs of the rooms that were held: pages that a room leaves when it is closed, in ``work/rooms``."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.sessions.desk import Made
from coursekit.sessions.open_hand_in import where_it_lies

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.sessions.protocol import DeskDebrief

ROOMS = "rooms"  # in a teacher's work; a room writes its log and its debrief there
MOST = 30
_CALLED = re.compile(r"(\d{4}-\d\d-\d\d-\d{6})-(\d\d|room)-[0-9a-f]{4}(-compared)?")


def debriefs(work: Path) -> list[DeskDebrief]:
    """Return what can be shown, the latest first: its file's name without an ending, and when it was of what."""
    names = (path.stem for path in sorted((work / ROOMS).glob("*.html"), reverse=True))
    found: list[DeskDebrief] = [{"session": stem, "words": words} for stem in names if (words := _words(stem))]
    return found[:MOST]


def debrief(course: Course, session: str) -> Made:
    """Return a debrief's page. Raises CourseError where there is none of that name, or it cannot be read."""
    path = course.work / ROOMS / f"{session}.html"
    if not _words(session):
        raise CourseError("that is no debrief; look again")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path.name}: it cannot be read {told(error)}") from error
    return Made(path.name, where_it_lies(course, path.parent), "text/html", content)


def _words(stem: str) -> str:
    found = _CALLED.fullmatch(stem)
    if not found:
        return ""
    try:
        when = datetime.strptime(found[1], "%Y-%m-%d-%H%M%S")  # noqa: DTZ007 - the teacher's own clock
    except ValueError:
        return ""
    lesson = "no lesson" if found[2] == "room" else f"lesson {found[2]}"
    beside = ", beside another class" if found[3] else ""
    return f"{when.day} {when:%B %Y, %H:%M}, {lesson}{beside}"
