"""What a journal's events come to for whoever looks back: what is done, what was touched last, how long it took.

The time between two things that somebody did counts as work when it is no longer than `PAUSE`; it is put down to the
lesson or exercise of the second. A longer gap is a pause, and none of it counts. So reading before the first answer
counts from the moment at which the lesson was opened, and what follows the last answer does not count.

A lesson that was only opened is not begun: whoever looks ahead has left no place there to come back to.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.journal import Event
    from coursekit.study.path import Unit

PAUSE = timedelta(minutes=20)


@dataclass
class Doings:
    """A journal folded.

    Parameters
    ----------
    done
        Questions that were handed in with an answer in them, and tasks whose marks were put down as finished.
    drafts
        Questions with an answer that was saved and has never been handed in.
    marks
        Task -> how many marks of it stand.
    seconds
        Unit -> how long somebody worked on it.
    unit, card
        Where somebody was last, of all that is begun: the lesson or exercise (None before anything is), and the
        question or task touched last there. To open one that is begun counts; to look into one that is done does not.
    """

    done: set[str] = field(default_factory=set)
    drafts: set[str] = field(default_factory=set)
    marks: dict[str, int] = field(default_factory=dict)
    seconds: dict[Unit, float] = field(default_factory=dict)
    unit: Unit | None = None
    card: str = ""

    def begun(self, unit: Unit) -> bool:
        """Tell whether an answer or a mark of somebody's stands there."""
        return any(card in self.done or card in self.drafts or card in self.marks for card in unit.cards)

    def finished(self, unit: Unit) -> bool:
        """Tell whether all that it asks for is done."""
        return bool(unit.cards) and self.done.issuperset(unit.cards)


@dataclass
class _Visits:
    """When somebody was in a lesson or an exercise, as numbers of events (0: never), where, and for how long."""

    worked: int = 0
    opened: int = 0
    card: str = ""
    seconds: float = 0.0


class DoingsFold:
    """The same event after event, so that it can be kept beside the journal (`coursekit.journal.summary`)."""

    def __init__(self, path: Iterable[Unit]) -> None:
        self._path = tuple(path)
        self._by_card = {card: unit for unit in self._path for card in unit.cards}
        self._by_number = {unit.number: unit for unit in self._path if unit.kind == "lesson"}
        self._found = Doings()
        # A unit's own hash is as long as all that it asks.
        self._visits = {unit.notebook: _Visits() for unit in self._path}
        self._here = ""  # the unit that somebody is in
        self._tasks: dict[str, str] = {}  # of the marks that stand, by their ids
        self._heard = 0
        self._before: datetime | None = None

    @property
    def stamp(self) -> str:
        """Return what the way through the course is: another one gives other doings."""
        return repr([(unit.notebook, unit.cards) for unit in self._path])

    def hear(self, event: Event) -> None:
        """Take an event in."""
        if event.event.startswith(("review-", "practice-")):  # belongs to no lesson, nor does its time
            self._before = datetime.fromisoformat(event.at[:-1])
            return
        self._heard += 1
        card = _note(self._found, self._tasks, event)
        if unit := self._by_card.get(card):
            self._here = unit.notebook
            visits = self._visits[self._here]
            visits.worked, visits.card = self._heard, card
        elif event.event == "ran" and (unit := self._by_number.get(event.data["lesson"])):
            self._here = unit.notebook
            self._visits[self._here].opened = self._heard
        at = datetime.fromisoformat(event.at[:-1])
        if self._here and self._before is not None and timedelta() < (gap := at - self._before) <= PAUSE:
            self._visits[self._here].seconds += gap.total_seconds()
        self._before = at

    def kept(self) -> Any:
        """Return what it came to so far, as plain data."""
        found = self._found
        return {
            "done": sorted(found.done),
            "drafts": sorted(found.drafts),
            "tasks": self._tasks,
            "visits": {name: list(astuple(visits)) for name, visits in self._visits.items()},
            "here": self._here,
            "heard": self._heard,
            "before": self._before.isoformat() if self._before else None,
        }

    def take(self, kept: Any) -> None:
        """Go on from what `kept` returned."""
        self._found = Doings(set(kept["done"]), set(kept["drafts"]))
        self._tasks, self._here, self._heard = dict(kept["tasks"]), str(kept["here"]), int(kept["heard"])
        self._visits = {unit.notebook: _Visits(*kept["visits"][unit.notebook]) for unit in self._path}
        self._before = datetime.fromisoformat(kept["before"]) if kept["before"] else None

    def doings(self) -> Doings:
        """Return what the events so far come to."""
        found = self._found
        marks: dict[str, int] = {}
        for task in self._tasks.values():
            marks[task] = marks.get(task, 0) + 1
        seconds = {unit: self._visits[unit.notebook].seconds for unit in self._path}
        whole = replace(found, drafts=found.drafts - found.done, marks=marks, seconds=seconds)
        begun = (unit for unit in self._path if whole.begun(unit))
        if last := max(begun, key=lambda unit: self._last(whole, unit), default=None):
            whole.unit, whole.card = last, self._visits[last.notebook].card
        return whole

    def _last(self, found: Doings, unit: Unit) -> int:
        """Return when somebody was last in a lesson or an exercise that is begun, as the number of an event."""
        visits = self._visits[unit.notebook]
        return visits.worked if found.finished(unit) else max(visits.worked, visits.opened)


def doings(path: Iterable[Unit], events: Iterable[Event]) -> Doings:
    """Return what a journal's events, in its order, come to on the way through a course."""
    fold = DoingsFold(path)
    for event in events:
        fold.hear(event)
    return fold.doings()


def _note(found: Doings, tasks: dict[str, str], event: Event) -> str:
    """Take an event in; return the question or task that it is about, "" where it is about none."""
    data, card = event.data, ""
    match event.event:
        case "answer":
            card = data["question"]
            if data["checked"]:
                found.done.add(card)
            elif _written(data["answer"]):
                found.drafts.add(card)
        case "mark-shown":
            card = data["question"]
            if data["state"] == "unanswered":  # handed in blank
                found.done.discard(card)
        case "hint":
            card = data["question"]
        case "committed":
            card = data["task"]
            found.done.add(card)
        case "annotate" | "annotation-changed" | "annotation-removed":
            card = _marked(tasks, event)
    return card


def _marked(tasks: dict[str, str], event: Event) -> str:
    """Take a mark in, or its change; return the task that it was made for."""
    subject = event.data["annotation"]
    if event.event == "annotate":
        task = str(subject.get("task") or "")
        tasks[subject["id"]] = task
        return task
    return tasks.pop(subject, "") if event.event == "annotation-removed" else tasks.get(subject, "")


def _written(answer: Mapping[str, object]) -> bool:
    return any(value for key, value in answer.items() if key != "confidence")
