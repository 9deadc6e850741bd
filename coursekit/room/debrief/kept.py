"""Debriefs on the disk: made from a session's log, beside it or where one wishes."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.files.beside import refuse_others
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.room.debrief.data import debrief
from coursekit.room.debrief.page import page
from coursekit.room.store.log import restore
from coursekit.room.store.sessions import ROOMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.room.state import Room

DATA, PAGE = ".json", ".html"


@dataclass(frozen=True)
class Written:
    """A debrief that was written: its two files (no data where classes were compared), and what it is of.

    ``noted``: in how many votes of the data the instructor's notes stand.
    """

    page: Path
    data: Path | None
    joined: int
    votes: int
    unread: int = 0
    noted: int = 0


@dataclass(frozen=True)
class PastSession:
    """A session that was held, and its debrief's page, None where it was not made."""

    log: Path
    lesson: str
    begun: str
    joined: int
    votes: int
    page: Path | None


def write_debrief(
    log: Path,
    course: Course,
    out: Path | None = None,
    other: Mapping[str, Any] | None = None,
    *,
    notes: bool = True,
) -> Written:
    """Make a session's debrief: a page, and beside it the data, which hold no names.

    Parameters
    ----------
    log
        The session's log.
    course
        Where what was asked is found again.
    out
        The page; None for one beside the log.
    other
        Another class's session, as `coursekit.room.debrief.reading.read_debrief` gives it: what both were asked
        stands side by side, and no data are written.
    notes
        Whether the data have what the instructor noted; the page has it in any case.

    Raises
    ------
    CourseError
        When the log is none, the files cannot be written, or data that nobody named would be written over.
    """
    restored = restore(log)
    room = restored.room
    data = debrief(room, course)
    passed_on = data if notes else debrief(room, course, notes=False)
    stem = log.with_name(f"{log.stem}{'-compared' if other is not None else ''}{PAGE}")
    shown, kept = out or stem, (out or stem).with_suffix(DATA)
    if out and other is None:
        refuse_others(out, [kept])
    drawn = page(data, names=_names(room), other=other)
    try:
        write_whole(shown, drawn.encode("utf-8", "replace"))
        if other is None:
            write_whole(kept, json.dumps(passed_on, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
    except OSError as error:
        raise CourseError(f"{shown}: not written {told(error)}, or name another file with --out") from error
    if other is not None:
        return Written(shown, None, len(room.people), len(data["votes"]), restored.unread)
    noted = sum(bool(each["note"]) for each in passed_on["votes"])
    return Written(shown, kept, len(room.people), len(data["votes"]), restored.unread, noted)


def page_of(room: Room, course: Course) -> str:
    """Return a session's page as it would be written now; ``course`` is where what was asked is found again."""
    return page(debrief(room, course), names=_names(room))


def past_sessions(work: Path) -> Iterator[PastSession]:
    """Yield the sessions in which something was asked, the latest first; files that are none are passed over."""
    for log in sorted((work / ROOMS).glob("*.jsonl"), reverse=True):
        with suppress(CourseError):
            room = restore(log).room
            votes = sum(not each.earlier for each in room.votes.values())
            if votes:
                made = log.with_suffix(PAGE)
                found = made if made.is_file() else None
                yield PastSession(log, room.lesson, room.begun, len(room.people), votes, found)


def _names(room: Room) -> list[str]:
    return sorted(filter(None, room.people.values()), key=str.casefold) if room.names else []
