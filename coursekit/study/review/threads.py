"""What is scheduled: moves and misconceptions, by FSRS (the package ``fsrs``), from the attempts alone.

A move is a skill that questions train; whatever was answered on it counts, whichever question it was. A misconception
is followed once it has shown itself twice; an answer that is right where it might have shown itself counts as one that
has got over it. Nothing is drawn by lot, and the time is told, so the same journal gives the same schedule.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from coursekit.errors import CourseError
from coursekit.study.review.attempts import REST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from fsrs import Card, Scheduler

    from coursekit.study.review.attempts import Attempt
    from coursekit.study.review.items import Item

Kind = Literal["move", "misconception"]
TWICE = 2  # errors from which on a misconception is followed
_RATINGS = {"right": "Good", "partly": "Hard", "wrong": "Again"}


class Name(NamedTuple):
    """Names what is scheduled: ``("move", "dating")``, ``("misconception", "M8")``."""

    kind: Kind
    what: str


@dataclass
class Thread:
    """A move or a misconception as it stands.

    Parameters
    ----------
    card
        Its state, as FSRS has it.
    errors
        How often it went wrong; of a misconception, how often that showed.
    tried
        When each question on it was last tried.
    failed
        Questions on it that went wrong when they were last tried.
    """

    name: Name
    card: Card
    errors: int = 0
    tried: dict[str, datetime] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)

    def is_due(self, now: datetime) -> bool:
        """Tell whether it is due on this day, and rested: before that an answer would not count."""
        followed = self.name.kind == "move" or self.errors >= TWICE
        last = self.card.last_review
        rested = last is None or now - last >= REST  # a day may begin an hour after the answer
        return followed and rested and self.card.due.date() <= now.date()


def threads(attempts: Iterable[Attempt], items: Mapping[str, Item], now: datetime) -> dict[Name, Thread]:
    """Return what is scheduled, by name.

    Parameters
    ----------
    attempts
        In the journal's order.
    items
        The questions that can come back; attempts at others, and at earlier versions, are passed over.
    now
        This moment (UTC). What a wrong clock has put later counts as of now.

    Raises
    ------
    CourseError
        When there is something to schedule and the package is not installed, or cannot be fetched.
    """
    found: dict[Name, Thread] = {}
    for each in attempts:
        item = items.get(each.question)
        if item is None or each.version != item.version:
            continue
        at = min(each.at, now)
        if item.move:
            _hear(found, Name("move", item.move), each, at, each.state)
        for code in sorted(item.codes | set(each.codes)):
            name = Name("misconception", code)
            if code in each.codes:
                _hear(found, name, each, at, "wrong")
            elif name in found and each.state == "right":
                _hear(found, name, each, at, "right")
    return found


def _hear(found: dict[Name, Thread], name: Name, attempt: Attempt, at: datetime, state: str) -> None:
    scheduler, fsrs = _scheduler()
    thread = found.get(name)
    if thread is None:
        thread = found[name] = Thread(name, fsrs.Card(card_id=len(found), due=at))
    thread.card, _ = scheduler.review_card(thread.card, fsrs.Rating[_RATINGS[state]], at)
    thread.errors += state == "wrong"
    thread.tried[attempt.question] = at
    (thread.failed.discard if state == "right" else thread.failed.add)(attempt.question)


@cache
def _scheduler() -> tuple[Scheduler, Any]:
    """Return the scheduler: days and no minutes, because nobody sits on for the same question; nothing by chance."""
    try:
        import fsrs
    except ModuleNotFoundError as error:
        raise CourseError("review: the package fsrs is not installed; run: python3 course.py update") from error
    except ImportError as error:  # on a page, which fetches it when it is wanted (coursekit.site.late)
        raise CourseError("review: what is due could not be looked up; load this page again") from error
    return fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False), fsrs
