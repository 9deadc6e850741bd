"""Reading what somebody typed into a console or a phone: bounded, plain, and told in words when it is not.

Each function takes what was sent and the key under which something is wanted, and raises `RefusedError` when that is
not there or out of bounds.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from coursekit.dates.signs import blank
from coursekit.questions.confidence import LEAST, MOST
from coursekit.room.refused import RefusedError
from coursekit.spans import well_formed

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_PROMPT, LONGEST_OPTION, LONGEST_UNIT = 1_000, 400, 40
SURE = "confidence"


def words(value: Mapping[str, Any], key: str, most: int, default: str | None = None) -> str:
    """Return a text in one line."""
    found = value.get(key, default)
    if not isinstance(found, str) or (default is None and blank(found)):
        raise RefusedError(f"{key}: write some words")
    if len(found) > most:
        raise RefusedError(f"{key}: at most {most} characters, found {len(found)}; shorten it")
    return " ".join(well_formed(found).split())


def flag(value: Mapping[str, Any], key: str) -> bool:
    """Return true or false; false where it is absent."""
    found = value.get(key, False)
    if not isinstance(found, bool):
        raise RefusedError(f"{key}: expected true or false")
    return found


def whole(value: Mapping[str, Any], key: str, least: int, most: int, default: int | None = None) -> int:
    """Return a whole number within bounds."""
    found = value.get(key, default)
    if type(found) is not int or not least <= found <= most:
        raise RefusedError(f"{key}: expected a whole number from {least} to {most}")
    return found


def number(value: Mapping[str, Any], key: str, default: float | None = None) -> float | None:
    """Return a finite number, or the default where it is absent."""
    found = value.get(key, default)
    if found is None:
        return None
    small = isinstance(found, int | float) and not isinstance(found, bool) and abs(found) <= 1e15  # noqa: PLR2004
    if not small or not math.isfinite(found):
        raise RefusedError(f"{key}: expected a number")
    return float(found)


def rider(answer: Mapping[str, Any], *, asked: bool) -> dict[str, Any]:
    """Return how sure somebody is, where that is asked and told."""
    value = answer.get(SURE)
    if not asked or value is None:
        return {}
    if type(value) is not int or not LEAST <= value <= MOST:
        raise RefusedError(f"How sure you are goes from {LEAST} to {MOST} per cent")
    return {SURE: value}
