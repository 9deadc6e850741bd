"""How sure somebody was against how often they were right, over all they have answered.

Of each question the first verdict counts, with what was said before it: to say how sure one is after the mark was
shown would be no forecast. An answer partly right counts as not right where times are counted ("6 times in 10"), and
with its share in the Brier score, as everywhere in the course.

How much chance there is in a few answers is said by the Wilson interval at 95 per cent (Edwin B. Wilson, "Probable
inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22
(1927), 209-212): unlike the plain one it holds for few answers, and for none or all of them right.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coursekit.agreement.wilson import wilson
from coursekit.errors import CourseError
from coursekit.questions.confidence import LEAST, LEVELS, MOST, brier
from coursekit.study.claims import CLAIMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coursekit.course import Course
    from coursekit.study.claims import Claim
    from coursekit.study.verdicts import Verdict

FEW = 5  # answers, below which nothing is said of a level


class Told(NamedTuple):
    """A forecast and what came of it: how sure, in per cent; the share that was right, 0 to 1; wholly right or not."""

    sure: int
    share: float
    right: bool


@dataclass(frozen=True)
class Level:
    """Answers of like confidence.

    Parameters
    ----------
    least, most
        From and to per cent.
    n, right
        How many answers, and how many of them were right.
    sure
        How sure one was on average, in per cent.
    low, high
        Between which shares, 0 to 1, the true one lies by Wilson's interval.
    """

    least: int
    most: int
    n: int
    right: int
    sure: float
    low: float
    high: float

    @property
    def label(self) -> str:
        """What was said: ``80 to 89 %``."""
        return f"{self.least} %" if self.least == self.most else f"{self.least} to {self.most} %"

    @property
    def short(self) -> str:
        """The same beside a bar: ``80–89``."""
        return f"{self.least}" if self.least == self.most else f"{self.least}–{self.most}"


@dataclass(frozen=True)
class Calibration:
    """All forecasts: how many, their Brier score (None of none), and the levels that have any."""

    n: int
    brier: float | None
    levels: tuple[Level, ...]

    @property
    def telling(self) -> Level | None:
        """The level with most answers, the lower of two; None while none has enough to say anything."""
        most = max(self.levels, key=lambda level: level.n, default=None)
        return most if most and most.n >= FEW else None


def calibration(verdicts: Iterable[Verdict], points: Callable[[str], float]) -> Calibration:
    """Return how far confidence and outcome go together.

    Parameters
    ----------
    verdicts
        The first on each question (`coursekit.study.verdicts.first_verdicts`).
    points
        How many points a question has; 0 for one that is not there any more.
    """
    found = told(verdicts, points)
    score = fmean(brier(each.sure, each.share) for each in found) if found else None
    levels = (_level(least, most, [each for each in found if least <= each.sure <= most]) for least, most in LEVELS)
    return Calibration(len(found), score, tuple(level for level in levels if level))


def by_claim(
    verdicts: Iterable[Verdict], points: Callable[[str], float], claim: Callable[[str], Claim | None]
) -> dict[Claim, Level]:
    """Return the same for each kind of claim on which there are answers enough to say anything.

    Parameters
    ----------
    verdicts, points
        As `calibration` takes them.
    claim
        What an answer to a question rests on; None for a question that is not there any more.
    """
    known = [(claim(each.question), each) for each in verdicts if each.sure is not None]
    found = {}
    for kind in CLAIMS:
        level = _level(LEAST, MOST, told((each for what, each in known if what == kind), points))
        if level and level.n >= FEW:
            found[kind] = level
    return found


def halves(verdicts: Iterable[Verdict], points: Callable[[str], float]) -> tuple[Level, Level] | None:
    """Return the first half of the forecasts and the second; None where they are too few to say anything of either."""
    found = told(verdicts, points)
    middle = len(found) // 2
    if middle < FEW:
        return None
    then, now = (_level(LEAST, MOST, each) for each in (found[:middle], found[middle:]))
    return (then, now) if then and now else None


def _level(least: int, most: int, own: list[Told]) -> Level | None:
    if not own:
        return None
    right = sum(each.right for each in own)
    return Level(least, most, len(own), right, fmean(each.sure for each in own), *wilson(right, len(own)))


def points_in(course: Course) -> Callable[[str], float]:
    """Return what tells how many points a question of a course has; 0 for one that is not there any more."""

    def points(question: str) -> float:
        with suppress(CourseError):
            return course.question(question).points
        return 0.0

    return points


def told(verdicts: Iterable[Verdict], points: Callable[[str], float]) -> list[Told]:
    """Return the verdicts that were foretold, as forecasts; those whose worth can't be told any more are left out."""
    found = []
    for each in verdicts:
        share = _share(each, points) if each.sure is not None else None
        if each.sure is not None and share is not None:
            found.append(Told(each.sure, share, each.state == "right"))
    return found


def _share(verdict: Verdict, points: Callable[[str], float]) -> float | None:
    """Return what share of a question was right; None where that can't be told any more."""
    if verdict.state != "partly":
        return float(verdict.state == "right")
    of = points(verdict.question)
    return min(1.0, verdict.points / of) if of > 0 and verdict.points is not None else None
