"""The figures of one item, as sums that add up, and what of them may be told."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

FEWEST = 5  # people, below which nothing is told of a group, and no option's count
DIGITS = 4  # of sums


class Key(NamedTuple):
    """Which item it is: of what (``L02``, an exercise, ``practice``), its id and version, ``before`` or ``after``."""

    of: str
    item: str
    version: int
    time: str = ""


@dataclass
class Sums:
    """Sums over pairs of (share of the item's points, share of all other points of the same person)."""

    n: int = 0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    yy: float = 0.0
    xy: float = 0.0

    def add(self, x: float, y: float) -> None:
        """Take a pair in."""
        self.plus(Sums(1, x, y, x * x, y * y, x * y))

    def plus(self, other: Sums) -> None:
        """Take the sums of another class in."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def r(self) -> float | None:
        """Pearson's r (of an item that is right or wrong the point-biserial one); None where it is not defined."""
        if self.n < FEWEST:
            return None
        over = self.n * self.xy - self.x * self.y
        under = (self.n * self.xx - self.x**2) * (self.n * self.yy - self.y**2)
        return max(-1.0, min(1.0, over / math.sqrt(under))) if under > 10**-DIGITS else None


@dataclass
class Figures:
    """An item's figures.

    Parameters
    ----------
    n
        How many answered it, so that it has points.
    x, xx
        Sum of the shares of its points (0 to 1) that they have, and of their squares.
    right
        How many have all its points.
    rest
        The pairs for its correlation with the rest: of those who answered anything else.
    options
        How many chose each option; None where that may not be told. No options where it has none.
    """

    n: int = 0
    x: float = 0.0
    xx: float = 0.0
    right: int = 0
    rest: Sums = field(default_factory=Sums)
    options: dict[str, int | None] = field(default_factory=dict)

    def add(self, share: float, rest: float | None, chosen: tuple[str, ...] = ()) -> None:
        """Take an answer in."""
        self.plus(Figures(1, share, share * share, int(share >= 1), options=dict.fromkeys(chosen, 1)))
        if rest is not None:
            self.rest.add(share, rest)

    def plus(self, other: Figures) -> None:
        """Take the figures of another class in; a count that may not be told makes the sum one that can't be."""
        self.n, self.x, self.xx = self.n + other.n, self.x + other.x, self.xx + other.xx
        self.right += other.right
        self.rest.plus(other.rest)
        for option, number in other.options.items():
            known = self.options.get(option, 0)
            self.options[option] = None if known is None or number is None else known + number

    def told(self) -> Figures | None:
        """Return what may be told: None of fewer than five people.

        Where one option alone was chosen by fewer than five, it could be reckoned from the others: so the next
        smallest count goes, too.
        """
        if self.n < FEWEST:
            return None
        options = {name: None if number and number < FEWEST else number for name, number in self.options.items()}
        hidden = [name for name, number in options.items() if number is None]
        shown = sorted((number, name) for name, number in options.items() if number)
        if len(hidden) == 1 and shown:
            options[shown[0][1]] = None
        rest = self.rest if self.rest.n >= FEWEST else Sums()
        return Figures(self.n, self.x, self.xx, self.right, rest, options)
