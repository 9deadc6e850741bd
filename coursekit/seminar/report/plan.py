"""A plan for the next hour: the two or three things worth the time, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursekit.seminar.report.few import FEWEST, enough
from coursekit.seminar.report.things import of_decisions, of_disputes, of_misconceptions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coursekit.seminar.report.disagreement import Disagreement
    from coursekit.seminar.report.misconceptions import Held
    from coursekit.seminar.report.readings import Decided
    from coursekit.seminar.report.teaching import Notes
    from coursekit.seminar.report.things import Thing

MOST_THINGS = 3


@dataclass(frozen=True)
class Plan:
    """What to do with the next hour; ``rests_on`` says of how many, or why nothing is proposed."""

    rests_on: str
    things: tuple[Thing, ...] = ()


def plan(
    people: int,
    every: Sequence[Decided],
    held: Sequence[Held],
    disputes: Sequence[Disagreement],
    notes: Callable[[str], Notes],
) -> Plan:
    """Return what is worth the next hour: what weighs most, of each question or task one thing.

    Parameters
    ----------
    people
        How many handed anything in.
    every, held, disputes
        What is known of the class.
    notes
        Gives the teaching notes of a lesson by its number.
    """
    if not enough(people):
        return Plan(f"Fewer than {FEWEST} people handed in, so nothing is proposed.")
    could = [*of_decisions(every), *of_misconceptions(held, every), *of_disputes(disputes)]
    taken: dict[str, Thing] = {}
    for thing in sorted(could, key=lambda each: -each.weight):
        if len(taken) < MOST_THINGS:
            taken.setdefault(thing.subject, thing)
    if not taken:
        return Plan(f"{people} people handed in. No question, misconception or passage divides them enough.")
    voted: set[str] = set()
    things = []
    for thing in taken.values():
        own = notes(thing.lesson)
        turn = own.turn(thing.code) if thing.code else None
        vote = own.vote if thing.lesson not in voted else None  # once a lesson
        voted.add(thing.lesson)
        things.append(replace(thing, lesson_vote=vote, turn=turn.words if turn else ""))
    return Plan(f"It rests on what {people} people handed in.", tuple(things))
