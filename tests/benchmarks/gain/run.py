"""How often the interval of a gain holds the true one, for made-up learners whose gain is known.

``python -m tests.benchmarks.gain.run``. Learners have an ability from a normal distribution, and answer as the partial
credit model has it (Geoff N. Masters, "A Rasch model for partial credit scoring", Psychometrika 47 (1982), 149-174):
four choices worth 0, 1, 2 or 4, three places worth 0, 2 or 4. Between the forms the ability rises by a known amount,
in logits. Items of a form differ in difficulty, and parallel ones are alike but for a little. The true gain is the
difference of the expected shares of points on both forms taken together, so that what one form is harder than the
other counts as error, as it does for whoever takes each once.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from random import Random
from statistics import fmean

from coursekit.practice.forms import MOST
from coursekit.practice.gain import interval

WORTH = ((0, 1, 2, 4),) * 4 + ((0, 2, 4),) * 3
SPREAD, APART = 1.0, 0.3  # standard deviations: of difficulties, and of how far a parallel item is off, in logits


@dataclass(frozen=True)
class Found:
    """How often the interval held the true gain, how often one half as wide did, its mean width, the mean gain."""

    covered: float
    half_as_wide: float
    width: float
    gain: float


def chances(ability: float, difficulty: float, worth: tuple[int, ...]) -> list[float]:
    """Return how likely each worth is: adjacent ones as the Rasch model has right and wrong."""
    weights = [exp(step * (ability - difficulty)) for step in range(len(worth))]
    return [each / sum(weights) for each in weights]


def coverage(gained: float, learners: int = 4000, seed: int = 1) -> Found:
    """Take learners through both forms.

    Parameters
    ----------
    gained
        By how much their ability rises, in logits.
    learners, seed
        How many, and what the chance begins with.
    """
    chance = Random(seed)  # noqa: S311 - a simulation
    hits = narrow = 0
    widths, gains = [], []
    for _ in range(learners):
        ability = chance.gauss(0, 1)
        shared = [chance.gauss(0, SPREAD) for _ in WORTH]
        forms = [[each + chance.gauss(0, APART) for each in shared] for _ in range(2)]
        before, after = (_shares(chance, ability + rise, form) for rise, form in zip((0, gained), forms, strict=True))
        true = fmean(_expected(ability + gained, form) - _expected(ability, form) for form in forms)
        low, high = interval(before, after)
        middle, quarter = (low + high) / 2, (high - low) / 4
        hits += low <= true <= high
        narrow += abs(true - middle) <= quarter
        widths.append(high - low)
        gains.append(true)
    return Found(hits / learners, narrow / learners, fmean(widths), fmean(gains))


def _shares(chance: Random, ability: float, form: list[float]) -> list[float]:
    return [
        chance.choices(worth, chances(ability, difficulty, worth))[0] / MOST
        for worth, difficulty in zip(WORTH, form, strict=True)
    ]


def _expected(ability: float, form: list[float]) -> float:
    each = [
        sum(points * likely for points, likely in zip(worth, chances(ability, difficulty, worth), strict=True))
        for worth, difficulty in zip(WORTH, form, strict=True)
    ]
    return sum(each) / (MOST * len(WORTH))


if __name__ == "__main__":
    print("gain in logits | true gain | covered | an interval half as wide | mean width")
    for rise in (0.0, 0.5, 1.0, 2.0):
        found = coverage(rise)
        print(
            f"{rise:14.1f} | {found.gain:9.3f} | {found.covered:7.3f} | {found.half_as_wide:24.3f} | {found.width:.3f}"
        )
