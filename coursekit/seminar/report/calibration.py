"""Confidence against outcome: how often a class is right when it says how sure it is.

The Brier score is the mean of the squared distances between forecast and outcome: 0 is best, 0.25 is what always
saying 50 per cent earns, 1 is worst (Glenn W. Brier, "Verification of forecasts expressed in terms of
probability", Monthly Weather Review 78 (1950), 1-3; for two outcomes). An answer partly right counts as its share.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from coursekit.questions.confidence import LEVELS, brier, sure
from coursekit.seminar.report.few import enough
from coursekit.seminar.report.sheets import SCORED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursekit.seminar.report.sheets import Sheets


@dataclass(frozen=True)
class Bin:
    """Answers of like confidence.

    Parameters
    ----------
    least, most
        From and to per cent.
    n, people
        How many answers, of how many people.
    sure, right
        How sure they were on average, in per cent, and what share was right, 0 to 1.
    """

    least: int
    most: int
    n: int
    people: int
    sure: float
    right: float

    @property
    def label(self) -> str:
        """Its name beside a bar, where there is room for three signs."""
        return f"{self.least}" if self.least == self.most else f"{self.least}+"


@dataclass(frozen=True)
class Calibration:
    """All answers that say how sure they are: how many, of how many people, their Brier score, and the bins."""

    n: int
    people: int
    brier: float | None
    bins: tuple[Bin, ...]


def calibration(every: Iterable[Sheets]) -> Calibration:
    """Return how far confidence and outcome go together; the score only of five people at least."""
    told = list(_told(every))
    people = len({who for who, _, _ in told})
    score = fmean(brier(confidence, share) for _, confidence, share in told) if enough(people) else None
    bins = []
    for least, most in LEVELS:
        own = [each for each in told if least <= each[1] <= most]
        if own:
            holders = len({who for who, _, _ in own})
            bins.append(
                Bin(least, most, len(own), holders, fmean(each[1] for each in own), fmean(each[2] for each in own))
            )
    return Calibration(len(told), people, score, tuple(bins))


def _told(every: Iterable[Sheets]) -> Iterator[tuple[tuple[str, int], int, float]]:
    """Yield who, how sure, and what came of it."""
    for of in every:
        for question in (each for each in of.asked if each.confidence):
            for sheet in of.sheets:
                answer = sheet.given.answers.get(question.id)
                confidence = sure(answer) if isinstance(answer, dict) else None
                share = sheet.share(question.id)
                scored = sheet.marks.get(question.id, {}).get("state") in SCORED
                if confidence is not None and share is not None and scored:
                    yield sheet.who, confidence, share
