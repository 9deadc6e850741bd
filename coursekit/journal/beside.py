"""What sync services leave beside a journal: copies in conflict with it, and placeholders for what they took away.

Two machines that wrote before they heard of each other leave two journals, the second under a name that the
service makes: "journal (conflicted copy).jsonl", "journal-LAPTOP.jsonl", "journal 2.jsonl". So a name is only
where one looks; what decides is whether events stand there that the journal lacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.locks import held
from coursekit.files.whole import replaced, write_whole
from coursekit.journal.events import NEWER, line
from coursekit.journal.merging import merge, read_one
from coursekit.journal.reading import judge, pieces

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_EVICTED = ".icloud"  # ``.NAME.icloud`` stands for a NAME that is only on Apple's machines now


@dataclass(frozen=True)
class Beside:
    """Another journal beside one's own: how many events it has that the own lacks, or why it can't be read."""

    path: Path
    more: int
    trouble: str = ""


def others(journal: Path) -> list[Beside]:
    """Return the journals beside one that hold something it lacks, or may: those that can't be read."""
    paths = [path for path in _named(journal) if not path.name.startswith(".") and path.is_file()]
    if not paths:
        return []
    own = {event.id for event in read_one(journal).events} if journal.exists() else set()
    found = []
    for path in paths:
        try:
            more = len({event.id for event in read_one(path).events} - own)
        except CourseError as error:
            found.append(Beside(path, 0, str(error)))
            continue
        found += [Beside(path, more)] * bool(more)
    return found


def placeholders(journal: Path) -> list[Path]:
    """Return the placeholders of journals that a sync service has taken off this disk."""
    return [path for path in _named(journal) if path.name.startswith(".") and path.suffix == _EVICTED]


def evicted(journal: Path) -> Path | None:
    """Return the placeholder that stands for this very journal, where nothing is in its place."""
    sign = journal.with_name(f".{journal.name}{_EVICTED}")
    try:
        return sign if sign.exists() and not (journal.exists() and journal.stat().st_size) else None
    except OSError:
        return None


def refuse_evicted(journal: Path) -> None:
    """Raise CourseError where a journal would be begun beside the placeholder of the one there was."""
    if sign := evicted(journal):
        raise CourseError(
            f"{sign}: not saved: iCloud has taken your journal off this disk; have it fetched (in Finder, "
            "click the cloud beside it) and try again; where it is lost for good, rename this placeholder"
        )


def put_together(journal: Path, copies: Sequence[Path], aside: Path) -> list[Path]:
    """Make one journal of several; return where the copies, and the journal as it was, are kept.

    Each event stands there once. The journal is replaced in one step, after it was copied to the folder
    ``aside``, and the copies are moved there last: a crash at any moment loses nothing.

    Raises
    ------
    CourseError
        When it could not be done; the journal is then as it was, or has everything.
    """
    refuse_evicted(journal)
    try:
        with held(journal.with_suffix(".lock")):
            every = [path for path in (journal, *copies) if path.exists()]
            lines = [line(event) for event in merge(every).events] + _newer(every)
            aside.mkdir(parents=True, exist_ok=True)
            kept = []
            if journal.exists():
                kept.append(_free(aside, journal.name))
                write_whole(kept[0], journal.read_bytes())
            with replaced(journal) as fresh:
                fresh.writelines(lines)
            for path in copies:
                kept.append(_free(aside, path.name))
                path.replace(kept[-1])
    except OSError as error:
        raise CourseError(f"{error.filename or journal}: not put together {told(error)}") from error
    return kept


def _named(journal: Path) -> list[Path]:
    own = {journal.name, f"{journal.stem}.lock", f"{journal.stem}.set-aside.jsonl"}
    try:
        every = sorted(journal.parent.iterdir())
    except OSError:
        return []
    return [path for path in every if journal.stem in path.name.lower() and path.name not in own]


def _newer(paths: Sequence[Path]) -> list[bytes]:
    """Return the lines of a later version of the course, each once; they are events, though not for us."""
    found: dict[bytes, None] = {}
    for path in paths:
        with path.open("rb") as file:
            found |= dict.fromkeys(piece.raw + b"\n" for piece in pieces(file) if judge(piece) == NEWER)
    return list(found)


def _free(folder: Path, name: str) -> Path:
    number = 1
    while (target := folder / f"{number}-{name}").exists():
        number += 1
    return target
