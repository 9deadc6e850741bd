"""What changed from the first form to the second, and how much of it may be chance.

Each form is one sample of a few items out of all that might have been asked; another few would have given another
share of the points. The share before and the share after are taken as two proportions, and the interval of their
difference is Newcombe's hybrid of two Wilson intervals (Robert G. Newcombe, "Interval estimation for the difference
between independent proportions: comparison of eleven methods", Statistics in Medicine 17 (1998), 873-890, method 10).
So whoever has every point twice, or none, still gets an interval with a width, where the standard error of the
differences would be nought.

Points from 0 to 4 vary less than answers that are right or wrong and have the same mean. So a form of n items says as
much as n / d such answers, where d is Leslie Kish's design effect (Survey Sampling, 1965): the variance of the items'
points, pooled over both forms, over that of all-or-nothing answers. The Wilson interval with such an effective number
is one of those compared by Natalie Dean and Marcello Pagano, "Evaluating confidence interval methods for binomial
proportions in clustered surveys", Journal of Survey Statistics and Methodology 3 (2015), 484-503. From so few items d
is known badly, so it is kept between `LEAST` and 1. That parallel items are alike makes the error smaller still
(Frederic M. Lord, "Do tests of the same length have the same standard error of measurement?", Educational and
Psychological Measurement 17 (1957), 510-521); it is not counted on. So the interval is rather too wide than too
narrow: ``python -m tests.benchmarks.gain.run`` says how often it holds the true gain of simulated learners.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import fmean, variance
from typing import TYPE_CHECKING

from coursekit.agreement.wilson import wilson
from coursekit.practice.forms import MOST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursekit.practice.forms import Form

FEW = 4  # pairs of items, below which nothing is said
LEAST = 0.5  # design effect


@dataclass(frozen=True)
class Gain:
    """A gain and what it may be, in shares of the points: -1 to 1.

    Parameters
    ----------
    pairs
        How many pairs of parallel items were answered in both forms; only these count.
    before, after
        Their points.
    of
        How many points each form could have given for them.
    low, high
        The interval of the gain at 95 per cent.
    """

    pairs: int
    before: int
    after: int
    of: int
    low: float
    high: float

    @property
    def gain(self) -> float:
        """The difference of the two shares."""
        return (self.after - self.before) / self.of

    @property
    def certain(self) -> bool:
        """Whether no gain at all lies outside the interval."""
        return self.low > 0 or self.high < 0


def gain(before: Sequence[int | None], after: Sequence[int | None]) -> Gain | None:
    """Return the gain from points of parallel items, in their order.

    Parameters
    ----------
    before, after
        Points from 0 to 4 of each item in the form taken first and in the other; None where it was left blank.

    Returns
    -------
    Gain or None
        None where fewer than `FEW` pairs were answered in both.
    """
    both = [(one, two) for one, two in zip(before, after, strict=True) if one is not None and two is not None]
    n = len(both)
    if n < FEW:
        return None
    first, second = (sum(pair[which] for pair in both) for which in (0, 1))
    of = MOST * n
    low, high = interval([one / MOST for one, _ in both], [two / MOST for _, two in both])
    return Gain(n, first, second, of, low, high)


def interval(before: Sequence[float], after: Sequence[float]) -> tuple[float, float]:
    """Return the interval of the gain, at 95 per cent, from shares of the points of as many items in either form."""
    n = len(before) / design_effect(before, after)
    return difference(fmean(before), n, fmean(after), n)


def design_effect(before: Sequence[float], after: Sequence[float]) -> float:
    """Return the variance of the points over that of right and wrong answers with the same means, within bounds."""
    binary = sum(fmean(each) * (1 - fmean(each)) for each in (before, after))
    return min(1.0, max(LEAST, (variance(before) + variance(after)) / binary)) if binary else 1.0


def difference(before: float, n: float, after: float, m: float) -> tuple[float, float]:
    """Return Newcombe's interval, at 95 per cent, for ``after - before``: shares of ``n`` and of ``m`` answers."""
    (low1, high1), (low2, high2) = wilson(before * n, n), wilson(after * m, m)
    low = (after - before) - sqrt((after - low2) ** 2 + (high1 - before) ** 2)
    high = (after - before) + sqrt((high2 - after) ** 2 + (before - low1) ** 2)
    return max(-1.0, low), min(1.0, high)


def paired(
    first: Form, before: Mapping[str, int], second: Form, after: Mapping[str, int]
) -> tuple[list[int | None], list[int | None]]:
    """Return the points of the items that a key marks, pair by pair: parallel items stand at the same place."""
    pairs = [(one, two) for one, two in zip(first.items, second.items, strict=True) if one.keyed]
    return [before.get(one.id) for one, _ in pairs], [after.get(two.id) for _, two in pairs]
