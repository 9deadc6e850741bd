"""How many are too few for a figure: of fewer than five, each could be found in it."""

from __future__ import annotations

FEWEST = 5
UNDER = f"fewer than {FEWEST}"


def told(number: int, *, whole: bool) -> str:
    """Return a number of people; unless the whole may be told, one under five but none only as that."""
    return f"{number}" if whole or not 0 < number < FEWEST else UNDER


def enough(number: int) -> bool:
    """Tell whether a group is large enough for figures."""
    return number >= FEWEST
