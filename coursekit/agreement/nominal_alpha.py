"""Krippendorff's alpha for names, with any number of readers, and with gaps.

    alpha = 1 - Do / De
    Do = 1/n * sum over units u and names c != k of  n[u][c] * n[u][k] / (m[u] - 1)
    De = 1/(n * (n - 1)) * sum over names c != k of  n[c] * n[k]

with n[u][c] how often unit u was given the name c, and m[u] how many names it was given. A unit with fewer than two
is left out, of n as well; n[c] is how often the name was given in all that are left, n their number. 1 is full
agreement, 0 is what chance would give. Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University
of Pennsylvania, 2011), part C: nominal data, any number of observers, missing data.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Name = TypeVar("Name")
_A_PAIR = 2


@dataclass(frozen=True)
class Alpha:
    """Alpha, and what it rests on.

    Parameters
    ----------
    value
        None where it is not defined: no unit was named twice, or all were given one and the same name.
    units
        How many units were named by two at least.
    values
        How many names these were given, n in the formula.
    """

    value: float | None
    units: int
    values: int


def nominal_alpha(units: Iterable[Mapping[Name, int]]) -> Alpha:
    """Return alpha of units, for each of which is told how often it was given each name.

    Parameters
    ----------
    units
        Name -> how many gave it, a mapping a unit; whoever gave a unit none is not in it.
    """
    names: Counter[Name] = Counter()
    paired = 0
    differ = 0.0
    for given in units:
        many = sum(given.values())
        if many < _A_PAIR:
            continue
        paired += 1
        names.update(given)
        differ += (many**2 - sum(number**2 for number in given.values())) / (many - 1)
    n = names.total()
    by_chance = (n**2 - sum(number**2 for number in names.values())) / (n - 1) if n else 0.0
    return Alpha(1 - differ / by_chance if by_chance else None, paired, n)
