"""The figures of one item, as sums that add up, and what of them may be told."""

from __future__ import annotations

import math
from collections import Counter
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
    shares
        How many have each share, as far as single answers were seen; never written.
    """

    n: int = 0
    x: float = 0.0
    xx: float = 0.0
    right: int = 0
    rest: Sums = field(default_factory=Sums)
    options: dict[str, int] | None = field(default_factory=dict)
    shares: Counter[float] = field(default_factory=Counter)

    def add(self, share: float, rest: float | None, chosen: tuple[str, ...] = ()) -> None:
        """Take an answer in."""
        options, shares = dict.fromkeys(chosen, 1), Counter([round(share, DIGITS)])
        self.plus(Figures(1, share, share * share, int(share >= 1), options=options, shares=shares))
        if rest is not None:
            self.rest.add(share, rest)

    def plus(self, other: Figures) -> None:
        """Take the figures of another class in; counts that may not be told make sums that can't be."""
        self.n, self.x, self.xx = self.n + other.n, self.x + other.x, self.xx + other.xx
        self.right += other.right
        self.rest.plus(other.rest)
        self.shares += other.shares
        if self.options is None or other.options is None:
            self.options = None
            return
        for option, number in other.options.items():
            self.options[option] = self.options.get(option, 0) + number

    def told(self) -> Figures | None:
        """Return what may be told: None of fewer than five people, or where the sums would tell of fewer.

        An option's count of 1 to 4 keeps all counts back: else it could be reckoned from the others. The sums tell at
        most how many have each share. Where each share is that of nobody or of five and more, any count that follows
        from this is one of nobody or of five and more, too; where it is not, the item is left out.
        """
        if self.n < FEWEST:
            return None
        kept_back = self.options is None or any(0 < number < FEWEST for number in self.options.values())
        if kept_back and any(0 < number < FEWEST for number in self.shares.values()):
            return None
        rest = self.rest if self.rest.n >= FEWEST else Sums()
        return Figures(self.n, self.x, self.xx, self.right, rest, None if kept_back else self.options)
