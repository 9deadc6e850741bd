"""Put several journals of one learner together: each event once, and each journal's own order kept."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.journal.events import Event
from coursekit.journal.reading import Place, Reading, SetAside, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def merge(paths: Iterable[Path]) -> Reading:
    """Read several journals (of one learner on several machines) as one.

    Between journals the clock decides. Within a journal the order of its lines does, also where its clock
    jumped back: what was written later was done later.

    Raises
    ------
    CourseError
        When a file cannot be read.
    """
    journals = [read_one(path) for path in paths]
    events: dict[str, Event] = {}
    for _, event in heapq.merge(*(in_order(found.events) for found in journals), key=lambda pair: pair[0]):
        events.setdefault(event.id, event)
    return Reading(tuple(events.values()), tuple(each for found in journals for each in found.set_aside))


def read_one(path: Path) -> Reading:
    """Read one journal from its beginning. Raises CourseError when it can't be read."""
    try:
        with path.open("rb") as file:
            events, aside, tail, _ = read(file, Place())
    except OSError as error:
        raise CourseError(f"{path}: cannot be read {told(error)}") from error
    events += [tail] if isinstance(tail, Event) else []
    aside += [tail] if isinstance(tail, SetAside) else []
    return Reading(tuple(events), tuple(aside))


def in_order(events: Iterable[Event]) -> Iterator[tuple[str, Event]]:
    """Yield each event with the latest time up to it: a time that never runs backwards."""
    latest = ""
    for event in events:
        latest = max(latest, event.at)
        yield latest, event
