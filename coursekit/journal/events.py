"""One event and its line: what may stand in a journal, checked on the way in and on the way out."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Callable

VERSION = 1
MAX_LINE = 1_000_000  # bytes, newline included; a full-text annotation with 40 spans stays below
MAX_DEPTH = 40  # of nested lists and objects; ours have six
_FIRST, _LAST = "0002", "9998"  # years; they leave room to show the time in any time zone
_OWN = frozenset({"v", "id", "at", "session", "event"})
_ID, _HEX = 32, "0123456789abcdef"
_NAME = re.compile(r"[a-z][a-z-]{0,39}")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Event(NamedTuple):
    """Something a learner did: its own id, UTC time (ISO, milliseconds, ``Z``), session, name and data."""

    id: str
    at: str
    session: str
    event: str
    data: dict[str, Any]


class ForeignLineError(ValueError):
    """A line that is no event of ours; the message says why."""


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 200  # noqa: PLR2004 (an id, never prose)


def _one(value: object) -> bool:
    return isinstance(value, dict)


def _marked(value: object) -> bool:
    return isinstance(value, dict) and _text(value.get("id")) and isinstance(value.get("spans"), list)


def _count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


# Names that are not here are kept as they are: a later course may add its own events.
SHAPES: dict[str, dict[str, Callable[[object], bool]]] = {
    "answer": {"question": _text, "version": _count, "answer": _one, "checked": _flag},
    "mark-shown": {"question": _text, "version": _count, "state": _text},
    "annotate": {"annotation": _marked},
    "annotation-changed": {"annotation": _text, "changes": _one},
    "annotation-removed": {"annotation": _text},
    "committed": {"task": _text},
    "opened": {"source": _text},
    "ran": {"lesson": _text},
    "hint": {"question": _text, "step": _count},
    "solution": {"exercise": _text},
    "named": {"learner": _text},
    "review-answer": {"question": _text, "version": _count, "answer": _one, "checked": _flag},
    "review-shown": {"question": _text, "version": _count, "state": _text},
    "practice-begun": {"form": _text, "version": _count},
    "practice-opened": {"form": _text, "paper": _text, "part": _text},
    "practice-answer": {"form": _text, "item": _text, "answer": _one},
    "practice-handed": {"form": _text, "version": _count, "points": _one},
    "practice-rated": {"form": _text, "item": _text, "level": _count},
}


def new(event: str, session: str, data: dict[str, Any]) -> Event:
    """Make an event of this moment.

    Raises
    ------
    CourseError
        When the data has not the shape this event needs.
    """
    made = Event(uuid4().hex, _now(), session, event, data)
    try:
        _check(made)
    except ForeignLineError as error:
        raise CourseError(f"{event}: not saved: {error}; run the cell again") from error
    return made


def _now() -> str:
    """Return this moment by the machine's clock, which may be wrong by any number of years: we write all the same."""
    try:
        at = datetime.now(UTC)
    except (OverflowError, OSError, ValueError):  # no date at all
        at = datetime.max.replace(tzinfo=UTC)
    if not _FIRST <= f"{at.year:04}" <= _LAST:
        at = at.replace(year=int(_FIRST if at.year < int(_FIRST) else _LAST), day=1)  # no 29 February there
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def line(event: Event) -> bytes:
    """Write an event as its line, newline included.

    An unpaired surrogate cannot be written as UTF-8: it becomes U+FFFD, one code point for one, so that
    no offset moves.

    Raises
    ------
    CourseError
        When it is too long, too deep, or holds what JSON cannot.
    """
    whole = {"v": VERSION, "id": event.id, "at": event.at, "session": event.session, "event": event.event}
    try:
        written = json.dumps({**whole, **event.data}, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise CourseError(f"{event.event}: not saved: it holds something that cannot be written; change it") from error
    raw = _SURROGATE.sub("\ufffd", written).encode() + b"\n"
    if len(raw) > MAX_LINE or _deeper(event.data, MAX_DEPTH):
        raise CourseError(f"{event.event}: not saved: {len(raw):,} bytes are too much for one entry; shorten it")
    return raw


def parse(raw: bytes) -> Event:
    """Read one line (without its newline).

    Raises
    ------
    ForeignLineError
        When it is no event of this version: the reason, in a few words.
    """
    try:
        text = raw.decode("utf-8").strip()
        found, end = _SCAN(text, 0)
    except UnicodeDecodeError as error:
        raise ForeignLineError("not text") from error
    except (ValueError, RecursionError, StopIteration) as error:
        raise ForeignLineError("not JSON, or cut short") from error
    if end != len(text):
        raise ForeignLineError("more than one thing on a line")
    if not isinstance(found, dict):
        raise ForeignLineError("not an event")
    version = found.pop("v", None)
    if version != VERSION or isinstance(version, bool):
        raise ForeignLineError(NEWER if _count(version) and version > VERSION else "no version we know")
    pop = found.pop
    event = Event(pop("id", None), pop("at", None), pop("session", None), pop("event", None), found)
    _check(event)
    # Rare things are looked for only where the bytes say they may be: this runs a hundred thousand times.
    if b"\\u" in raw and _SURROGATE.search(json.dumps((event.session, found), ensure_ascii=False)):
        raise ForeignLineError("an unpaired surrogate")
    if raw.count(b"{") + raw.count(b"[") > MAX_DEPTH and _deeper(found, MAX_DEPTH):
        raise ForeignLineError("nested too deep")
    return event


NEWER = "written by a later version of the course"


def _check(event: Event) -> None:
    # A journal is read whole at every start: what is cheap here makes a hundred thousand events cheap.
    if not (isinstance(event.id, str) and len(event.id) == _ID and not event.id.strip(_HEX)):
        raise ForeignLineError("no id")
    if not _time(event.at):
        raise ForeignLineError("no time")
    if not (_text(event.session) and isinstance(event.event, str)):
        raise ForeignLineError("no session or event name")
    if not _OWN.isdisjoint(event.data):
        raise ForeignLineError("data under a name of the journal's own")
    shape = SHAPES.get(event.event)
    if shape is None and not _NAME.fullmatch(event.event):
        raise ForeignLineError("no session or event name")
    for key, fits in (shape or {}).items():
        if not fits(event.data.get(key)):
            raise ForeignLineError(f"{event.event} without a proper {key}")


def _time(value: object) -> bool:
    # A clock that stands at 1970 (no battery, no network yet) is wrong, and what was done is done all the same.
    if not (isinstance(value, str) and value.endswith("Z") and _FIRST <= value[:4] <= _LAST):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _deeper(value: object, levels: int) -> bool:
    """Tell whether lists and objects stand in each other more than so many levels deep."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return any(levels == 0 or _deeper(child, levels - 1) for child in inside if isinstance(child, dict | list | tuple))


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _finite(number: str) -> float:
    value = float(number)
    if value in (float("inf"), float("-inf")):
        raise ValueError(number)
    return value


_SCAN: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder(  # typeshed does not know scan_once
    parse_constant=_no_constant, parse_float=_finite
).scan_once  # type: ignore[attr-defined]
