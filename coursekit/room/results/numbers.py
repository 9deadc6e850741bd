"""How the numbers of a round lie: middle, quarters and ends, and a few equal steps between them."""

from __future__ import annotations

from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from coursekit.room.results.few import few_words, too_few

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS = 8


def numbers(values: Sequence[float], unit: str = "") -> dict[str, Any]:
    """Return how some numbers lie; ``said`` has the same in words.

    Parameters
    ----------
    values
        What people said.
    unit
        In what.
    """
    if too_few(len(values)):
        return {"people": len(values), "few": bool(values), "steps": [], "said": [few_words(len(values))]}
    low, high = min(values), max(values)
    lower, middle, upper = quantiles(values, n=4, method="inclusive")
    width = (high - low) / STEPS
    counts = [0] * (STEPS if width else 1)
    for value in values:
        counts[min(len(counts) - 1, int((value - low) / width)) if width else 0] += 1
    steps = [
        {"from": low + at * width, "to": low + (at + 1) * width if width else high, "count": count}
        for at, count in enumerate(counts)
    ]
    said = [
        f"{len(values)} numbers from {low:g} to {high:g} {unit}".strip(),
        f"the middle one is {middle:g}, half of them lie between {lower:g} and {upper:g}",
    ]
    return {"people": len(values), "few": False, "median": median(values), "steps": steps, "said": said}
