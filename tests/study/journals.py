"""A learner's journal written by hand, minute by minute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from coursekit.journal import Event
from coursekit.journal.events import line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def at(minute: float, event: str, **data: Any) -> Event:
    """Return an event of a minute of one day."""
    seconds = round(minute * 60)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return Event(uuid4().hex, f"2026-03-02T{clock}.000Z", "desk", event, data)


def answered(minute: float, question: str, state: str = "right", *, checked: bool = True, **answer: Any) -> list[Event]:
    """Return an answer and, where it was handed in, its mark."""
    of = {"question": question, "version": 1}
    given = at(minute, "answer", **of, answer=answer or {"choice": "a"}, checked=checked)
    return [given, at(minute, "mark-shown", **of, state=state, points=1)] if checked else [given]


def said(question: str, sure: int | None, state: str, points: float = 0, version: int = 1) -> list[Event]:
    """Return an answer that says how sure it is (None: not), and its mark."""
    of = {"question": question, "version": version}
    answer = {"choice": "a"} if sure is None else {"choice": "a", "confidence": sure}
    return [
        at(1, "answer", **of, answer=answer, checked=True),
        at(1, "mark-shown", **of, state=state, points=points),
    ]


def marked(minute: float, task: str, name: str) -> Event:
    """Return a mark made for a task."""
    return at(minute, "annotate", annotation={"id": name, "source": "BOX", "task": task, "spans": []})


def write(path: Path, events: Iterable[Event]) -> None:
    """Write a journal."""
    path.write_bytes(b"".join(line(event) for event in events))
