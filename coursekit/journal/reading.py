"""Read a journal from a place in its file: whole lines only, and the foreign ones set aside."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from coursekit.journal.events import MAX_LINE, Event, ForeignLineError, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN = 80  # characters of a set-aside line that are shown


@dataclass(frozen=True)
class SetAside:
    """A line that is not read: its number, why, and how it begins (control characters replaced)."""

    line: int
    reason: str
    begins: str


@dataclass(frozen=True)
class Reading:
    """What a journal holds: its events in order, each once, and the lines set aside."""

    events: tuple[Event, ...]
    set_aside: tuple[SetAside, ...]


class Place(NamedTuple):
    """Where reading goes on: a byte offset just after a newline, and the lines before it."""

    offset: int = 0
    lines: int = 0


class Piece(NamedTuple):
    """One line as it stands in the file: the bytes without newline (only the first of a huge line)."""

    raw: bytes
    length: int  # in bytes, newline included
    whole: bool  # ends in a newline


def pieces(file: BinaryIO) -> list[Piece]:
    """Return the lines from here on; of a line longer than the bound only its beginning is kept."""
    found = []
    while raw := file.readline(MAX_LINE + 1):
        length, whole = len(raw), raw.endswith(b"\n")
        while not whole and length > MAX_LINE and (more := file.readline(MAX_LINE)):
            length, whole = length + len(more), more.endswith(b"\n")
        found.append(Piece(raw.removesuffix(b"\n"), length, whole))
    return found


def judge(piece: Piece) -> Event | str | None:
    """Return the event of a line, None for an empty line, or why it is set aside."""
    if piece.length > MAX_LINE:
        return f"longer than {MAX_LINE:,} bytes"
    if not piece.raw.strip():
        return None
    try:
        return parse(piece.raw)
    except ForeignLineError as error:
        return str(error)


def begins(raw: bytes) -> str:
    """Return how a line begins, fit to be shown."""
    words = raw[: SHOWN * 4].decode("utf-8", "replace")[:SHOWN]
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in words)


def read(file: BinaryIO, start: Place) -> tuple[list[Event], list[SetAside], SetAside | Event | None, Place]:
    """Read from ``start`` to the end.

    Returns the events and the lines set aside, then what stands after the last newline (somebody may
    still be writing it, so it is not passed over), and the place to go on from.
    """
    with no_collection():
        return _read(file, start)


@contextmanager
def no_collection() -> Iterator[None]:
    """Hold the garbage collector off: a journal's events hold no cycles, and looking for them costs a third."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _read(file: BinaryIO, start: Place) -> tuple[list[Event], list[SetAside], SetAside | Event | None, Place]:
    file.seek(start.offset)
    events: list[Event] = []
    aside: list[SetAside] = []
    tail: SetAside | Event | None = None
    offset, number = start
    for piece in pieces(file):
        found = judge(piece)
        unread = SetAside(number + 1, found, begins(piece.raw)) if isinstance(found, str) else None
        if not piece.whole:
            tail = unread or (found if isinstance(found, Event) else None)
            break
        offset, number = offset + piece.length, number + 1
        if unread:
            aside.append(unread)
        elif isinstance(found, Event):
            events.append(found)
    return events, aside, tail, Place(offset, number)
