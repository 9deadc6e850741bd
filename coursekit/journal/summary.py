"""What folds of a journal come to, kept beside it, so that a long one need not be read whole each time.

The journal is the record. The summary only says how far it was read, with a hash of exactly those bytes, and what each
fold had come to there; what was written later is read as ever. A journal that is shorter, mended, merged or put in from
elsewhere has other bytes; another version of the course has another stamp. In any doubt the summary is thrown away and
the journal read from its beginning. So a summary that is missing, old or torn costs time and nothing else.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.journal.events import Event
from coursekit.journal.reading import Place, no_collection, read

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "summary.json"  # no name with "journal" in it: that would be looked at as another journal
WORTH = 2_000  # lines read anew, from which on a summary is written: a short journal needs none
MOST = 50_000_000  # bytes of a summary
ROOMS = ("journal", "practice", "questions", "study")  # of whose modules folds are made
_ID, _SUM = 16, 32  # bytes


class Fold(Protocol):
    """Something that a journal's events come to, one after another."""

    @property
    def stamp(self) -> str:
        """What it depends on besides the events; a summary with another stamp is not used."""

    def hear(self, event: Event) -> None:
        """Take an event in; each comes once, in the journal's order."""

    def kept(self) -> Any:
        """Return what it came to so far, as plain data for JSON."""

    def take(self, kept: Any) -> None:
        """Go on from what `kept` returned. Whatever it raises says that this is none."""


F = TypeVar("F", bound=Fold)


def folded(path: Path, make: Callable[[], F]) -> F:
    """Return what a journal comes to.

    Parameters
    ----------
    path
        The journal; the summary lies beside it.
    make
        Makes the fold as it is before any event.

    Raises
    ------
    CourseError
        When the journal is there and cannot be read.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return make()
    except OSError as error:
        raise CourseError(f"{path}: cannot be read {told(error)}; mend it with: course.py doctor") from error
    with (
        no_collection()
    ):  # folds hold no cycles either, and a long journal's events would be gone through again and again
        return _folded(memoryview(raw), path.with_name(NAME), make)


def _folded(raw: memoryview, beside: Path, make: Callable[[], F]) -> F:
    """Fold bytes that were read once: what is hashed is what was folded, whoever writes meanwhile."""
    fold, met, start = _resumed(raw, beside, make) or (make(), set[bytes](), Place())
    events, _, tail, place = read(BytesIO(raw[start.offset :]), Place())
    for event in events:
        _hear(fold, met, event)
    if place.lines >= WORTH:
        end = Place(start.offset + place.offset, start.lines + place.lines)
        with suppress(OSError):  # a full disk, a folder that can't be written: it is read anew next time
            _write(beside, fold, met, end, _sum(raw[: end.offset]))
    if isinstance(tail, Event):  # whole, and its newline is still to come
        _hear(fold, met, tail)
    return fold


def _resumed(raw: memoryview, beside: Path, make: Callable[[], F]) -> tuple[F, set[bytes], Place] | None:
    """Return the fold as the summary has it, the ids of its events, and where to read on; None where that won't do."""
    fold = make()
    found = _summary(beside, fold.stamp)
    try:
        if not found:
            return None
        start = Place(int(found["offset"]), int(found["lines"]))
        if not 0 < start.offset <= len(raw) or _sum(raw[: start.offset]) != found["journal"]:
            return None
        ids = b64decode(found["ids"], validate=True)
        fold.take(found["fold"])
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None
    return fold, {ids[at : at + _ID] for at in range(0, len(ids), _ID)}, start


def _hear(fold: Fold, met: set[bytes], event: Event) -> None:
    name = bytes.fromhex(event.id)
    if name not in met:
        met.add(name)
        fold.hear(event)


def _write(beside: Path, fold: Fold, met: set[bytes], place: Place, journal: str) -> None:
    whole = {
        "stamp": f"{_code()} {fold.stamp}",
        "offset": place.offset,
        "lines": place.lines,
        "journal": journal,
        "ids": b64encode(b"".join(met)).decode("ascii"),
        "fold": fold.kept(),
    }
    raw = json.dumps(whole, ensure_ascii=True, separators=(",", ":")).encode()
    if len(raw) <= MOST:
        write_whole(beside, _sum(raw).encode() + b"\n" + raw)


def _summary(beside: Path, stamp: str) -> dict[str, Any] | None:
    """Return the summary where it is whole and of this course; None else."""
    try:
        with beside.open("rb") as file:
            said, _, raw = file.read(MOST + 100).partition(b"\n")
    except OSError:
        return None
    if said != _sum(raw).encode():
        return None
    with suppress(ValueError, RecursionError):
        found = json.loads(raw)
        if isinstance(found, dict) and found.get("stamp") == f"{_code()} {stamp}":
            return found
    return None


def _sum(raw: bytes | memoryview) -> str:
    return blake2b(raw, digest_size=_SUM).hexdigest()


@cache
def _code() -> str:
    """Return a hash of the modules that folds are made of: what another version of them came to is not taken over."""
    whole = blake2b(digest_size=8)
    rooms = Path(__file__).resolve().parent.parent
    for room in ROOMS:
        for path in sorted((rooms / room).rglob("*.py*")):
            if path.is_file() and "__pycache__" not in path.parts:
                whole.update(path.read_bytes())
    return whole.hexdigest()
