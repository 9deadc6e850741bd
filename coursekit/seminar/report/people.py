"""Whose hand-in is whose in the report: by the class list where there is one, else by the names in the hand-ins.

With a list, people are joined as register and gradebook join them (`coursekit.seminar.matching`): whatever name
somebody typed, they are one person in all exercises, and one hand-in of an exercise is taken of each, the latest.
What is nobody's on the list is in no figure, and is told.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.seminar.matching import match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.seminar.classwork import Classwork, Work
    from coursekit.seminar.matching import Match
    from coursekit.seminar.roster import Learner

Who = tuple[str, int]


@dataclass(frozen=True)
class Owned:
    """A hand-in that counts, and whose it is: the name to call them by, and what is the same in all exercises."""

    work: Work
    learner: str
    who: Who


@dataclass(frozen=True)
class Twice:
    """Somebody of whom more than one hand-in of an exercise counts, and the files that were not taken."""

    learner: str
    exercise: str
    left: tuple[str, ...]


@dataclass(frozen=True)
class People:
    """The hand-ins of a class, each with whose it is.

    Parameters
    ----------
    owned
        Those in the figures.
    listed
        How many are on the class list; None without one.
    nobodys
        Those that count and are nobody's on the list, and why.
    twice
        Who handed in an exercise more than once, under several names.
    """

    owned: tuple[Owned, ...]
    listed: int | None = None
    nobodys: tuple[Match, ...] = ()
    twice: tuple[Twice, ...] = ()


def people(classwork: Classwork, listed: Sequence[Learner] | None = None) -> People:
    """Return whose the hand-ins that count are; without a class list, one name is one person over all exercises."""
    return _by_name(classwork) if listed is None else _by_list(classwork, listed)


def _by_name(classwork: Classwork) -> People:
    """Of several people with one name in an exercise, each is another."""
    seen: Counter[tuple[str, str]] = Counter()
    owned = []
    for work in (each for each in classwork.counting() if each.given):
        name = work.row.learner.casefold()
        seen[work.row.exercise, name] += 1
        owned.append(Owned(work, work.row.learner, (name, seen[work.row.exercise, name])))
    return People(tuple(owned))


def _by_list(classwork: Classwork, listed: Sequence[Learner]) -> People:
    counting = [each for each in match(classwork.works, listed) if each.work.counts and each.work.given]
    piles: dict[tuple[Learner, str], list[Work]] = {}
    for each in counting:
        if each.learner:
            piles.setdefault((each.learner, each.work.row.exercise), []).append(each.work)
    owned, twice = [], []
    for (learner, exercise), works in piles.items():
        *before, last = sorted(works, key=lambda work: (work.row.made, work.row.file))
        owned.append(Owned(last, learner.name, (learner.name.casefold(), learner.row)))
        if before:
            twice.append(Twice(learner.name, exercise, tuple(work.row.file for work in before)))
    nobodys = tuple(each for each in counting if each.learner is None)
    return People(tuple(owned), len(listed), nobodys, tuple(twice))
