"""Whether two people give the same wrong answers more often than chance makes likely.

The idea is that of the indices of answer copying that rest on identical wrong answers: Holland's K-index (ETS RR-96-7,
1996), Wollack's omega (Applied Psychological Measurement 21, 1997), and the generalized binomial test of van der
Linden and Sotaridona (Journal of Educational and Behavioral Statistics 31, 2006). Right answers never count, for good
readers share many of them.

Chance is dealing anew: who missed which item stays as it is, and the wrong answers given to an item are shuffled among
those who missed it. So an answer that many gave says little, and one that only two gave says much. The chance that two
people come by dealing as far as they did, or farther, is worked out exactly, without drawing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TENTHS = 10  # bits are counted in tenths, so that sums of them are whole numbers
_FAR = 3.0  # standard deviations above the mean, below which no chance can be as small as is asked for


@dataclass(frozen=True)
class AlikeErrors:
    """Two people's wrong answers beside each other.

    Parameters
    ----------
    one, other
        Who.
    shared
        The items to which both gave the same wrong answer, in the order of the first one's.
    both
        How many items both missed.
    bits
        How much the shared answers tell: for each, minus the binary logarithm of the share of the others who missed
        the item and gave that very answer.
    expected
        How many pairs come by dealing as far as this one, in all classes that are compared: the chance of one pair,
        times the number of pairs.
    """

    one: str
    other: str
    shared: tuple[str, ...]
    both: int
    bits: float
    expected: float


@dataclass(frozen=True)
class _Item:
    """An item by its wrong answers: what each weighs, in tenths of bits, and how two who missed it come to share."""

    weights: Mapping[str, int]
    chances: tuple[tuple[int, float], ...]  # weight, chance that two share an answer of that weight
    mean: float
    variance: float


def alike_errors(
    wrong: Mapping[str, Mapping[str, str]], most_expected: float = 0.01, least_shared: int = 5, classes: int = 1
) -> list[AlikeErrors]:
    """Return the pairs whose wrong answers agree beyond chance, the most alike first.

    Parameters
    ----------
    wrong
        Person -> item -> the wrong answer given; what was right or left blank is not in it.
    most_expected
        Pairs are returned of which dealing brings at most so many; 0.01 means once in a hundred such classes.
    least_shared
        How many wrong answers two must share at least.
    classes
        How many comparisons of this kind are made, and looked through for the most striking.
    """
    items = _items(wrong.values())
    pairs = len(wrong) * (len(wrong) - 1) // 2 * classes
    found = []
    for (one, other), shared in _shared(wrong, items).items():
        if len(shared) < least_shared:
            continue
        both = [items[name] for name in wrong[one] if name in wrong[other]]
        reached = sum(items[name].weights[wrong[one][name]] for name in shared)
        spread = math.sqrt(sum(item.variance for item in both))
        if reached - sum(item.mean for item in both) <= _FAR * spread:
            continue
        expected = pairs * reaching(reached, (item.chances for item in both))
        if expected <= most_expected:
            in_order = tuple(name for name in wrong[one] if name in shared)
            found.append(AlikeErrors(one, other, in_order, len(both), reached / TENTHS, expected))
    return sorted(found, key=lambda pair: (pair.expected, pair.one, pair.other))


def reaching(least: int, items: Iterable[tuple[tuple[int, float], ...]]) -> float:
    """Return the chance that weights drawn item by item come to ``least`` or more.

    Parameters
    ----------
    least
        In tenths of bits.
    items
        For each item the weights that can come, each with its chance; else nothing comes.
    """
    chances = [1.0] + [0.0] * least  # of having come to so much; the last: to so much or more
    for item in items:
        none = 1.0 - sum(chance for _, chance in item)
        after = [none * chance for chance in chances]
        for weight, chance in item:
            for reached, before in enumerate(chances):
                if before:
                    after[min(least, reached + weight)] += before * chance
        chances = after
    return chances[least]


def _items(people: Iterable[Mapping[str, str]]) -> dict[str, _Item]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for given in people:
        for name, answer in given.items():
            counts[name][answer] += 1
    return {name: _item(answers) for name, answers in counts.items()}


def _item(answers: Counter[str]) -> _Item:
    missed = answers.total()
    weights, chances = {}, []
    for answer, number in answers.items():
        if number > 1:
            weights[answer] = round(TENTHS * math.log2((missed - 1) / (number - 1)))
            chances.append((weights[answer], number * (number - 1) / (missed * (missed - 1))))
    mean = sum(weight * chance for weight, chance in chances)
    square = sum(weight * weight * chance for weight, chance in chances)
    return _Item(weights, tuple(chances), mean, square - mean * mean)


def _shared(wrong: Mapping[str, Mapping[str, str]], items: Mapping[str, _Item]) -> dict[tuple[str, str], list[str]]:
    """Return, for every two people who share a wrong answer that tells anything, the items to which they do."""
    same: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for person, given in wrong.items():
        for name, answer in given.items():
            if items[name].weights.get(answer):
                same[name, answer].append(person)
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (name, _), people in same.items():
        for pair in combinations(people, 2):
            found[pair].append(name)
    return found
