"""How far two series of numbers go together."""

from __future__ import annotations

import math
from statistics import StatisticsError, correlation
from typing import TYPE_CHECKING

from coursekit.seminar.report.few import enough

if TYPE_CHECKING:
    from collections.abc import Sequence


def item_rest(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Pearson's r of (an item, all the rest); None for fewer than five, or where one of them never varies.

    Correlated with a total that holds the item itself, every item seems to discriminate; so the rest stands without
    it: the corrected item-total correlation. S. Henrysson, "Correction of item-total correlations in item
    analysis", Psychometrika 28 (1963), 211-218.
    """
    if not enough(len(pairs)):
        return None
    try:
        found = correlation(*zip(*pairs, strict=True))
    except StatisticsError:  # no variance
        return None
    return found if math.isfinite(found) else None
