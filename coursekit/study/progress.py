"""Where somebody is in a course: what is done, what waits, and the very place to go on at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coursekit.study.doings import doings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coursekit.journal import Event
    from coursekit.study.doings import Doings
    from coursekit.study.path import Part, Unit

State = Literal["done", "begun", "next", "later"]


@dataclass(frozen=True)
class Standing:
    """How a lesson or an exercise stands.

    Parameters
    ----------
    state
        ``done`` when all that it asks for is; ``begun`` when any of it is answered or marked, not when it was only
        opened; ``next`` for what comes next where that is not begun; ``later``.
    done
        How many of its questions and tasks are done.
    taken, left
        Minutes that it took so far, and those to expect.
    """

    unit: Unit
    state: State
    done: int
    taken: int
    left: int


@dataclass(frozen=True)
class Place:
    """Where to go on: a lesson or an exercise, its sitting (None where it is not cut), and the id of what is open."""

    unit: Unit
    part: Part | None
    card: str


@dataclass(frozen=True)
class Waiting:
    """Something that was begun and left: what kind of thing, where, its id, and how many."""

    kind: Literal["prediction", "marks", "drafts", "exercise"]
    unit: Unit
    card: str
    number: int = 0


@dataclass(frozen=True)
class Progress:
    """Where somebody is; ``place`` is None when everything is done."""

    units: tuple[Standing, ...]
    place: Place | None
    waits: tuple[Waiting, ...]

    @property
    def begun(self) -> bool:
        """Whether anything was done at all."""
        return any(each.done or each.state == "begun" for each in self.units)

    @property
    def taken(self) -> int:
        """Minutes that everything took so far."""
        return sum(each.taken for each in self.units)

    @property
    def left(self) -> int:
        """Minutes to expect until all is done."""
        return sum(each.left for each in self.units)


def progress(path: Sequence[Unit], events: Iterable[Event]) -> Progress:
    """Return where somebody is on the way through a course, from their journal's events alone."""
    return progress_of(path, doings(path, events))


def progress_of(path: Sequence[Unit], found: Doings) -> Progress:
    """Return where somebody is, from what they did."""
    place = _place(path, found)
    units = tuple(_standing(unit, found, place) for unit in path)
    waits = tuple(each for unit in path for each in _waiting(unit, found))
    return Progress(units, place, waits)


def _standing(unit: Unit, found: Doings, place: Place | None) -> Standing:
    done = sum(card in found.done for card in unit.cards)
    state: State = "later"
    if found.finished(unit):
        state = "done"
    elif found.begun(unit):
        state = "begun"
    elif place and place.unit is unit:
        state = "next"
    left = sum(
        part.minutes * sum(card not in found.done for card in part.cards) / len(part.cards)
        for part in unit.parts
        if part.cards
    )
    return Standing(unit, state, done, round(found.seconds.get(unit, 0.0) / 60), round(left))


def _place(path: Sequence[Unit], found: Doings) -> Place | None:
    """Return where to go on: where somebody was last; where that is done the next that is not, then any before."""
    start = path.index(found.unit) if found.unit else 0
    unit = next((unit for unit in (*path[start:], *path[:start]) if not found.finished(unit)), None)
    if unit is None:
        return None
    at = unit.cards.index(found.card) if unit is found.unit and found.card else 0
    card = next((card for card in (*unit.cards[at:], *unit.cards[:at]) if card not in found.done), "")
    parts = unit.parts if len(unit.parts) > 1 else ()
    return Place(unit, next((part for part in parts if card in part.cards), None), card)


def _waiting(unit: Unit, found: Doings) -> Iterator[Waiting]:
    for prediction, later in unit.compared:
        compared = not found.done.isdisjoint(later) or found.finished(unit)
        if prediction in found.done and not compared:
            yield Waiting("prediction", unit, prediction)
    for task in (card for card in unit.cards if card in unit.tasks):
        if task in found.marks and task not in found.done:
            yield Waiting("marks", unit, task, found.marks[task])
    drafts = [card for card in unit.cards if card in found.drafts]
    if drafts:
        yield Waiting("drafts", unit, drafts[0], len(drafts))
    done = sum(card in found.done for card in unit.cards)
    if unit.kind == "exercise" and 0 < done < len(unit.cards):
        yield Waiting("exercise", unit, next(card for card in unit.cards if card not in found.done), done)
