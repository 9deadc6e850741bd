"""A few questions that can come back, and a learner's tries at them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from coursekit.journal import Event
from coursekit.study.review.attempts import Attempt
from coursekit.study.review.items import Item

DAY_ONE = datetime(2026, 3, 2, 18, tzinfo=UTC)


def item(name: str, move: str, *codes: str, source: str = "BOX", minutes: float = 1.0) -> Item:
    return Item(name, 1, move, frozenset(codes), source, minutes)


ITEMS = {
    each.id: each
    for each in (
        item("01-a", "dating", "M8"),
        item("01-b", "dating", "M8", source="LOG"),
        item("01-c", "dating", "M8"),
        item("02-a", "silence", source="LOG"),
        item("02-b", "silence", "M11"),
        item("03-a", "numbers", "M8", source="LOG"),
        item("03-b", "numbers"),
    )
}


def at(day: float) -> datetime:
    return DAY_ONE + timedelta(days=day)


def tried(name: str, state: str, day: float, *codes: str) -> Attempt:
    return Attempt(name, 1, state, at(day), codes)


def shown(name: str, state: str, day: float, event: str = "mark-shown", **more: Any) -> list[Event]:
    clock = at(day).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return [Event(uuid4().hex, clock, "desk", event, {"question": name, "version": 1, "state": state, **more})]
