"""Which questions come back now: one for each move and misconception that is due, five minutes at a time."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from coursekit.study.review.items import items
from coursekit.study.review.threads import threads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from coursekit.questions import Question
    from coursekit.study.review.attempts import Attempt
    from coursekit.study.review.items import Item
    from coursekit.study.review.threads import Name, Thread

AT_A_TIME = 5.0  # minutes


@dataclass(frozen=True)
class Due:
    """A question that comes back, and for which moves and misconceptions."""

    item: Item
    names: tuple[Name, ...]


@dataclass(frozen=True)
class Round:
    """What is due: all of it, and what of it comes now, mixed over the documents."""

    every: tuple[Due, ...]
    now: tuple[Due, ...]

    @property
    def minutes(self) -> int:
        """How long all of it takes, about."""
        return _minutes(self.every)

    @property
    def minutes_now(self) -> int:
        """How long what comes now takes, about."""
        return _minutes(self.now)


def due(attempts: Sequence[Attempt], questions: Iterable[Question], now: datetime) -> Round:
    """Return what is due.

    Parameters
    ----------
    attempts
        In the journal's order.
    questions
        Those of the lessons.
    now
        This moment (UTC).

    Raises
    ------
    CourseError
        As `coursekit.study.review.threads.threads`.
    """
    if not attempts:
        return Round((), ())
    known = items(questions)
    waiting = [each for each in threads(attempts, known, now).values() if each.is_due(now)]
    # What is most nearly forgotten first; a misconception before a move.
    waiting.sort(key=lambda each: (each.name.kind == "move", each.card.due, each.name))
    met = {each.question for each in attempts if each.question in known}
    if not met:
        return Round((), ())
    reached = max(question[:2] for question in met)
    open_ = [each for each in known.values() if each.id in met or each.lesson < reached]
    chosen: dict[str, list[Name]] = {}
    for thread in waiting:
        if found := _choose(thread, open_, chosen):
            chosen.setdefault(found, []).append(thread.name)
    every = tuple(Due(known[name], tuple(names)) for name, names in chosen.items())
    return Round(every, tuple(_mixed(_first(every))))


def _choose(thread: Thread, open_: Iterable[Item], chosen: Mapping[str, list[Name]]) -> str:
    """Return which question comes back for a move or a misconception; "" where there is none.

    One that was chosen already serves. Else the one not seen for longest; for a misconception one on which it has not
    shown itself, where there is one.
    """
    kind, what = thread.name
    fit = [each for each in open_ if (what in each.codes if kind == "misconception" else each.move == what)]
    if kind == "misconception":
        fit = [each for each in fit if each.id not in thread.failed] or fit
    if any(each.id in chosen for each in fit):
        return next(each.id for each in fit if each.id in chosen)
    met = [each for each in fit if each.id in thread.tried]
    if kind == "move":
        fit = met or fit  # what was never asked in its lesson is not asked here first
    early = min(thread.tried.values())
    return min(fit, key=lambda each: (thread.tried.get(each.id, early), each.id)).id if fit else ""


def _first(every: Iterable[Due]) -> list[Due]:
    """Return as many as go into the time there is, and at least one."""
    found: list[Due] = []
    for each in every:
        if found and sum(one.item.minutes for one in found) + each.item.minutes > AT_A_TIME:
            break
        found.append(each)
    return found


def _mixed(found: list[Due]) -> Iterable[Due]:
    """Yield them so that, where it can be, no two on one document follow each other."""
    waiting, before = list(found), None
    while waiting:
        most = sorted(waiting, key=lambda each: -sum(one.item.source == each.item.source for one in waiting))
        each = next((one for one in most if one.item.source != before), most[0])
        waiting.remove(each)
        before = each.item.source
        yield each


def _minutes(found: Iterable[Due]) -> int:
    return ceil(sum(each.item.minutes for each in found))
