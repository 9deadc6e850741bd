"""Sessions that were held, to be looked back on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.room import pressing
from coursekit.room.debrief.data import debrief
from coursekit.room.store.log import line, stamped
from tests.room.table import LAMP, POINT, Table

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.course import Course

HOSTILE = "<script>alert(1)</script>"
KEYED = LAMP | {
    "confidence": True,
    "options": ["the keeper", {"text": "the clerk", "right": True, "reason": "He says so"}],
}
POINTED = POINT | {"expert": [{"paragraph": "p1", "quote": "no keeper was found", "reason": "a person"}]}


def held(course: Course, people: int = 12, *, names: bool = False, letters: str = "aaaaaabbbbbb") -> Table:
    """A session with a choice in two rounds, something to point at, a number and a show of hands."""
    room = Table(course, people, names=names)
    room.ask(KEYED)
    room.choose(letters[:people])
    room.close()
    room.second()
    room.choose("b" * people)
    room.open()
    room.happen(*pressing.note(room.vote, {"note": f"Lively {HOSTILE}"}))
    room.ask(POINTED)
    for who in range(people):
        room.point(who, *(["no keeper was found"] if who % 3 else ["apart from one", "own note"]))
    room.open()
    room.ask({"kind": "number", "prompt": f"How many ships {HOSTILE}?", "unit": "ships", "key": 3})
    for who in range(people):
        room.cast(who, {"number": who})
    room.open()
    room.ask(LAMP | {"prompt": "Once more: who saw it?"})
    room.close()
    room.happen(*pressing.hands(room.vote, room.item.offered(), {"round": 1, "counts": {"a": 2, "b": 1}}))
    return room


def data_of(room: Table) -> dict[str, Any]:
    """Return what is left of a session."""
    return debrief(room.room, room.course)


def written(room: Table, folder: Path, name: str = "2026-01-01-100000-00-ab12") -> Path:
    """Write a session's log."""
    log = folder / "rooms" / f"{name}.jsonl"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_bytes(b"".join(line(stamped(each)) for each in room.events))
    return log
