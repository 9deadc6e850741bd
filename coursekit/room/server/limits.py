"""How often something may happen: buckets that fill with time."""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_BUCKETS = 5_000


@dataclass
class Bucket:
    """Lets ``burst`` things happen at once, and then ``rate`` a second.

    Parameters
    ----------
    rate
        How many tokens come back a second.
    burst
        How many there are at most.
    clock
        Seconds, never going back.
    """

    rate: float
    burst: float
    clock: Callable[[], float] = time.monotonic
    left: float = field(init=False)
    _at: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self._at = self.burst, self.clock()

    def take(self) -> bool:
        """Say whether one more may happen now, and count it if so."""
        now = self.clock()
        self.left = min(self.burst, self.left + (now - self._at) * self.rate)
        self._at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True

    def give_back(self) -> None:
        """Take back that one happened: it was none of those that are limited."""
        self.left = min(self.burst, self.left + 1)


class Buckets:
    """A bucket for each of those that may try; the least recent are forgotten when there are too many."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate, self._burst = rate, burst
        self._of: OrderedDict[str, Bucket] = OrderedDict()

    def of(self, who: str) -> Bucket:
        """Return somebody's bucket."""
        found = self._of.pop(who, None) or Bucket(self._rate, self._burst)
        self._of[who] = found
        if len(self._of) > MOST_BUCKETS:
            self._of.popitem(last=False)
        return found


class Places:
    """How many are there at once, in all and from one address."""

    def __init__(self, most: int, most_from_one: int) -> None:
        self.most, self.most_from_one = most, most_from_one
        self._from: Counter[str] = Counter()

    @property
    def taken(self) -> int:
        """How many are there."""
        return self._from.total()

    def enter(self, address: str) -> bool:
        """Take a place; False where there is none."""
        if self._from.total() >= self.most or self._from[address] >= self.most_from_one:
            return False
        self._from[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Give a place back."""
        self._from[address] -= 1
        if self._from[address] <= 0:
            del self._from[address]
