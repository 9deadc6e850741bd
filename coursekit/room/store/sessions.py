"""The sessions of an instructor: which goes on, and how a new one begins."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.room.store.log import Log, Restored, line, restore, stamped

if TYPE_CHECKING:
    from pathlib import Path

ROOMS = "rooms"  # in the instructor's work
SIGNS = "23456789BCDFGHJKMNPQRSTVWXZ"  # no vowels, so no words; none that is taken for another
LENGTH = 6  # 27**6: 387 million codes
GOES_ON = 12 * 3_600  # seconds after its last event in which a session that nobody ended goes on


@dataclass(frozen=True)
class Session:
    """A session's file, and how it stands."""

    path: Path
    restored: Restored
    goes_on: bool


def find_or_begin(work: Path, lesson: str, *, names: bool = False, new: bool = False) -> Session:
    """Return the session of a lesson that a server was killed in, or a new one.

    Parameters
    ----------
    work
        The instructor's folder.
    lesson
        The lesson's number, or "".
    names
        Whether everybody is asked for a name; decided when it begins, for it is told to all.
    new
        Whether to begin a new one in any case.

    Raises
    ------
    CourseError
        When the folder cannot be written.
    """
    folder = work / ROOMS
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for path in [] if new else sorted(folder.glob("*.jsonl"), reverse=True):
            if time.time() - path.stat().st_mtime < GOES_ON and (found := _unended(path, lesson)):
                return Session(path, found, goes_on=True)
        path = folder / f"{time.strftime('%Y-%m-%d-%H%M%S')}-{lesson or 'room'}-{secrets.token_hex(2)}.jsonl"
        log = Log(path)
        log.append([line(stamped(_first(lesson, names=names)))])
        log.close()
    except OSError as error:
        raise CourseError(f"{folder}: rooms cannot be kept here {told(error)}") from error
    return Session(path, restore(path), goes_on=False)


def new_code() -> str:
    """Return a code to be typed."""
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def _first(lesson: str, *, names: bool) -> dict[str, object]:
    keys = {address: secrets.token_urlsafe(18) for address in ("join", "console", "projected")}
    return {"event": "begun", "code": new_code(), "lesson": lesson, "names": names, **keys}


def _unended(path: Path, lesson: str) -> Restored | None:
    try:
        found = restore(path)
    except CourseError:
        return None  # torn at its very first line, or not ours
    return found if found.room.lesson == lesson and not found.room.ended else None
