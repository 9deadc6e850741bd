"""All of a learner's work as one file: taken along to another machine or browser, and put in there.

The file is a zip: a sheet that says what it is, the journal, and the learner's own copies of the documents. What is
put in is added to what is there: no event is lost and none stands twice, and a copy that is there stays.
"""

from __future__ import annotations

import io
import json
import re
import secrets
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from coursekit.errors import CourseError
from coursekit.files.archives import DamagedError, UnusualError, fault, open_archive, read_member
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.journal.beside import evicted, put_together
from coursekit.journal.events import NEWER, Event
from coursekit.journal.journal import NAME
from coursekit.journal.merging import read_one
from coursekit.journal.reading import Place, read
from coursekit.places import TEXTS
from coursekit.words import count

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "coursekit-work/1"
SHEET = "work.json"
MOST = 100_000_000  # bytes of a file, and of all that is in it
_RATIO = 200  # a journal packs well; what swells more is none
_COPY = re.compile(rf"{TEXTS}/[A-Z][A-Z0-9-]{{0,15}}\.json")
_ASIDE = "put-together"
_NO_WORK = "is not a file of work; choose one that “Save my work to a file” or “course.py work export” has made"


class Brought(NamedTuple):
    """What was put in: how many events that were not there, and which copies of documents."""

    events: int
    copies: tuple[str, ...]


def any_work(work: Path) -> bool:
    """Tell whether there is anything to take along."""
    return (work / NAME).exists() or any((work / TEXTS).glob("*.json"))


def carried(work: Path) -> bytes:
    """Return a learner's work as one file. Raises CourseError when it cannot be read."""
    journal = work / NAME
    if sign := evicted(journal):
        raise CourseError(f"{sign}: iCloud has taken your journal off this disk; have it fetched, and try again")
    whole = io.BytesIO()
    try:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(SHEET, json.dumps({"format": FORMAT}))
            archive.writestr(NAME, journal.read_bytes() if journal.exists() else b"")
            for path in sorted((work / TEXTS).glob("*.json")):
                archive.writestr(f"{TEXTS}/{path.name}", path.read_bytes())
    except OSError as error:
        raise CourseError(f"{error.filename or work}: cannot be read {told(error)}") from error
    return whole.getvalue()


def journal_in(path: Path) -> list[Event]:
    """Return the events of a file of work, or of a bare journal. Raises CourseError when it is neither."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST + 1)
    except OSError as error:
        raise CourseError(f"{path}: cannot be read {told(error)}") from error
    if len(content) > MOST:
        raise CourseError(_NO_WORK)
    return events_in(content)


def events_in(content: bytes) -> list[Event]:
    """Return the events of a file of work, or of a bare journal, by its bytes. Raises CourseError as `journal_in`."""
    events, _, tail, _ = read(io.BytesIO(_parts(content)[0]), Place())
    return [*events, tail] if isinstance(tail, Event) else events


def bring(work: Path, content: bytes) -> Brought:
    """Put the work that a file holds into a learner's folder.

    Parameters
    ----------
    work
        The folder.
    content
        The file: one that `carried` made, or a bare journal.

    Returns
    -------
    Brought
        What was new.

    Raises
    ------
    CourseError
        When it is no such file, or could not be written; nothing is lost then.
    """
    lines, copies = _parts(content)
    journal = work / NAME
    before = len(read_one(journal).events) if journal.exists() else 0
    given = work / f"brought-{secrets.token_hex(4)}-{NAME}"  # somebody else may be putting something in
    try:
        work.mkdir(parents=True, exist_ok=True)
        write_whole(given, lines)
        try:
            if lines.strip() and not _is_journal(given):
                raise CourseError(_NO_WORK)
            put_together(journal, [given], work / _ASIDE)
        finally:
            given.unlink(missing_ok=True)
        new = tuple(name for name in copies if not (work / name).exists())
        for name in new:
            (work / name).parent.mkdir(exist_ok=True)
            write_whole(work / name, copies[name])
    except OSError as error:
        raise CourseError(f"{error.filename or work}: not put in {told(error)}") from error
    return Brought(len(read_one(journal).events) - before, new)


def told_of(brought: Brought) -> str:
    """Say what was put in."""
    if not brought.events and not brought.copies:
        return "everything in it is here already"
    copies = f", and {len(brought.copies)} of your copies of documents" if brought.copies else ""
    return f"put in: {count(brought.events, 'new line')} in your journal{copies}; nothing that was here is lost"


def _is_journal(path: Path) -> bool:
    """Tell whether anything in a file is a journal's, be it of a later version of the course."""
    found = read_one(path)
    return bool(found.events) or any(each.reason == NEWER for each in found.set_aside)


def _parts(content: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Return the journal and the copies in a file of work; what else a zip holds is not looked at."""
    if not content.startswith(b"PK"):
        return content, {}
    try:
        with open_archive(io.BytesIO(content)) as archive:
            members = {info.filename: info for info in archive.infolist()}
            wanted = {name: members[name] for name in members if name in (SHEET, NAME) or _COPY.fullmatch(name)}
            size = sum(info.file_size for info in wanted.values())
            if size > MOST or any(fault(info, MOST, _RATIO) for info in wanted.values()):
                raise CourseError(_NO_WORK)
            found = {name: read_member(archive, info, MOST) for name, info in wanted.items()}
        sheet = json.loads(found.pop(SHEET))
    except (DamagedError, UnusualError, KeyError, ValueError, RecursionError) as error:
        raise CourseError(_NO_WORK) from error
    if not isinstance(sheet, dict) or sheet.get("format") != FORMAT or NAME not in found:
        raise CourseError(_NO_WORK)
    return found.pop(NAME), found
