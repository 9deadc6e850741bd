"""Groups that are too small to be broken down: what a few people answered would be known to be theirs."""

from __future__ import annotations

FEWEST = 5


def too_few(people: int) -> bool:
    """Say whether a group of people is too small to be broken down."""
    return people < FEWEST


def few_words(people: int) -> str:
    """Say that a group is not broken down."""
    return f"{people} voted: too few to be broken down (from {FEWEST} on)" if people else "nobody voted"


def per_cent(part: float, of: float) -> int:
    """Return a share in per cent, rounded; 0 of nothing."""
    return round(100 * part / of) if of else 0
