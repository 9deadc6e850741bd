"""Groups to talk in, made of people who answered differently."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

LEAST_SIZE, MOST_SIZE = 2, 6


def talk_groups(said: Mapping[str, str], size: int, chance: Random) -> dict[str, int]:
    """Return who talks in which group, counted from 1.

    People are laid out answer by answer, the most frequent answer first, and dealt out in turn: so each group gets as
    many different answers as there are to go round. Where the numbers do not come out even, there are as many groups as
    bring their sizes nearest to ``size``, and nobody is left alone. A group's number tells nothing: they are numbered
    by chance.

    Parameters
    ----------
    said
        Who -> what they answered, in any form that is equal where answers are.
    size
        How many should talk together.
    chance
        Decides between people who answered alike.
    """
    by_answer: dict[str, list[str]] = defaultdict(list)
    for who in sorted(said):
        by_answer[said[who]].append(who)
    for people in by_answer.values():
        chance.shuffle(people)
    row = [who for people in sorted(by_answer.values(), key=len, reverse=True) for who in people]
    many = _how_many(len(row), size)
    numbers = list(range(1, many + 1))
    chance.shuffle(numbers)
    return {who: numbers[at % many] for at, who in enumerate(row)}


def _how_many(people: int, size: int) -> int:
    """Return how many groups; where two numbers do as well, the larger: smaller groups talk more."""

    def off(many: int) -> int:
        return max(size - people // many, -(-people // many) - size)

    fewest = max(1, people // size)
    more = [many for many in (fewest + 1,) if people // many >= LEAST_SIZE]
    return min([*more, fewest], key=off)


def answers_met(said: Mapping[str, str], groups: Mapping[str, int]) -> Sequence[int]:
    """Return how many different answers meet in each group, by its number."""
    met: dict[int, set[str]] = defaultdict(set)
    for who, number in groups.items():
        met[number].add(said.get(who, ""))
    return [len(met[number]) for number in sorted(met)]
