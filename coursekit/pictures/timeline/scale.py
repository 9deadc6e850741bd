"""One scale for the whole of a timeline, with the long empty times cut out and named.

A year drawn as long as a day lies; thirty years drawn as long as they are hide the fortnight that
matters. So every stretch that is drawn has the same scale, and what is left out is a visible break.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BREAK = 34.0  # height of a break
EDGE = 26.0  # room above and below, where open ends run out
_LONGEST = 120.0  # height of the longest time that is drawn whole, before stretching
_APART = 12.0  # dates closer than this are hard to tell apart
_STRETCH = 5.0  # at most, to keep marks near their labels
_CUTS = (10, 20, 31, 62, 92, 183, 366, 731, 1827, 3653, 7305, 18263, 36525, 365250, 3652500)  # days


@dataclass(frozen=True)
class Gap:
    """A time between two neighbouring dates: its place on the page, and whether it is left out."""

    first: int
    end: int
    top: float
    bottom: float
    cut: bool


@dataclass(frozen=True)
class Scale:
    """Days to heights; ``per_day`` is the height of one day wherever time is drawn."""

    gaps: tuple[Gap, ...]
    start: int
    per_day: float
    height: float

    def at(self, day: int) -> float:
        """Return the height at which a day begins."""
        for gap in self.gaps[max(0, bisect_right([gap.first for gap in self.gaps], day) - 1) :]:
            if gap.first <= day <= gap.end:
                return gap.top + (day - gap.first) / (gap.end - gap.first) * (gap.bottom - gap.top)
        return EDGE if day <= self.start else self.height - EDGE

    def mark(self, day: int) -> float:
        """Return the height for a mark on a day; one in a time left out stands before the break, not on it."""
        return next((gap.top for gap in self.gaps if gap.cut and gap.first < day < gap.end), self.at(day))

    def stretches(self) -> list[tuple[int, int]]:
        """Return the times drawn without a break, as (first day, last day)."""
        found = [(self.start, self.start)]
        for gap in self.gaps:
            if gap.cut:
                found.append((gap.end, gap.end))
            else:
                found[-1] = (found[-1][0], gap.end)
        return found


def fit(days: Iterable[int], anchors: Sequence[int], wanted: float) -> Scale:
    """Return the scale for some dates.

    Parameters
    ----------
    days
        Every day at which something begins or ends.
    anchors
        The days that people will want to tell apart.
    wanted
        The height the labels beside it need anyway; the drawing is stretched towards it.
    """
    ends = sorted(set(days))
    spans = [(first, end, end - first) for first, end in pairwise(ends)]
    near = [later - earlier for earlier, later in pairwise(sorted(set(anchors)))]
    longest = min(reversed(_CUTS), key=lambda cut: _cost(cut, [span for _, _, span in spans], near))
    drawn = sum(span for _, _, span in spans if span <= longest)
    breaks = sum(span > longest for _, _, span in spans)
    least = _LONGEST / longest
    per_day = min(max(least, (wanted - 2 * EDGE - breaks * BREAK) / drawn), _STRETCH * least) if drawn else least
    gaps, top = [], EDGE
    for first, end, span in spans:
        bottom = top + (BREAK if span > longest else span * per_day)
        gaps.append(Gap(first, end, top, bottom, span > longest))
        top = bottom
    return Scale(tuple(gaps), ends[0], per_day, top + EDGE)


def _cost(cut: int, spans: Iterable[int], near: Iterable[int]) -> float:
    """Weigh breaks (each costs one) against dates too close to tell apart (each up to three)."""
    per_day = _LONGEST / cut
    blurred = sum(3 * max(0.0, 1 - days * per_day / _APART) for days in near)
    return sum(days > cut for days in spans) + blurred


def left_out(gap: Gap) -> str:
    """Say how long a cut time is, in round words."""
    days = gap.end - gap.first
    for unit, name in ((365.2425, "year"), (30.44, "month"), (1, "day")):
        count = round(days / unit)
        if count > 1 or unit == 1:
            return f"{count} {name}{'' if count == 1 else 's'}"
    return ""
