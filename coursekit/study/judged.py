"""Confidence against outcome as a learner sees it: one plain sentence, a picture, and what the score means."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from coursekit.html import Safe, tag
from coursekit.pictures.bars.amounts import Amount, Bars, Series
from coursekit.pictures.bars.figure import bars
from coursekit.study.claims import WHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.study.calibration import Calibration, Level
    from coursekit.study.claims import Claim

TITLE = "How sure you were, and how often you were right"


def judged(found: Calibration, by_claim: Mapping[Claim, Level]) -> list[Safe]:
    """Return the parts of the page; none while too few answers say how sure one was."""
    level = found.telling
    if level is None or found.brier is None:
        return []
    claims = [tag("li", f"{of_claim(claim, each)} {chance(each)}") for claim, each in by_claim.items()]
    said = f"Your Brier score over {found.n} answers is {found.brier:.2f}. "
    means = "0 is best; always saying 50 % earns 0.25. An answer partly right counts with its share."
    return [
        tag("p", f"{sentence(level)} {chance(level)}"),
        Safe(bars(_picture(found))),
        *([tag("ul", *claims)] if claims else []),
        tag("p", said + means, class_="ck-hint"),
    ]


def sentence(level: Level) -> str:
    """Return what came of the answers of a level."""
    return f"When you said {level.label}, you were right {level.right} times in {level.n}."


def of_claim(claim: Claim, level: Level) -> str:
    """Return what came of the answers that rest on one kind of claim."""
    return f"{WHERE[claim]}, you were {level.sure:.0f} % sure on average, and right {level.right} times in {level.n}."


def chance(level: Level) -> str:
    """Return what that may be: less or more often than one thought, or too close to tell."""
    between = f"{level.n} answers put the true share between {level.low:.0%} and {level.high:.0%}".replace("%", " %")
    thought = level.sure / 100
    if thought > level.high:
        return f"{between}: you were surer than you had reason to be."
    if thought < level.low:
        return f"{between}: you could have been surer."
    return f"{between}, so it fits what you said."


def then_and_now(then: Level, now: Level) -> list[str]:
    """Return how sure one was at first and later, and whether that may be chance."""
    overlap = then.low <= now.high and now.low <= then.high
    may = "so the two may differ by chance" if overlap else "and chance alone does not explain that"
    return [
        f"In the first half of your answers {_in_a_half(then)}",
        f"In the second half {_in_a_half(now)}",
        f"The true shares may be {_between(then)} and {_between(now)}, {may}.",
    ]


def _in_a_half(level: Level) -> str:
    return f"you were {level.sure:.0f} % sure on average, and right {level.right} times in {level.n}."


def _between(level: Level) -> str:
    return f"{level.low:.0%} to {level.high:.0%}".replace("%", " %")


def _picture(found: Calibration) -> Bars:
    thought = [Amount(level.short, _whole(level.sure), "") for level in found.levels]
    came = [Amount(level.short, _whole(100 * level.right / level.n), _noted(level)) for level in found.levels]
    series = (
        Series("How sure you were, on average", "ring", (), "what you said before the mark", tuple(thought)),
        Series("How often you were right", "full", (), "what came of it", tuple(came)),
    )
    summary = "Where the second bar of a level is much shorter than the first, you were too sure."
    return Bars(TITLE, summary, "per cent", series)


def _noted(level: Level) -> str:
    low, high = _whole(100 * level.low), _whole(100 * level.high)
    return f"{level.right} of {level.n}; the true share may be {low} to {high}"


def _whole(value: float) -> Decimal:
    return Decimal(round(value))
