"""An answer comes from outside: see that it is small, plain data before anything reads it."""

from __future__ import annotations

import math
from typing import Any

from coursekit.dates.signs import blank

MOST_CHARACTERS = 64 * 1024
MOST_PIECES = 4_000
DEEPEST = 12
_WIDEST = 64  # bits of a whole number


def unfit(answer: object) -> str | None:
    """Say why something cannot be an answer at all, or return None.

    Walks without recursion and stops at the first limit, so that neither a very deep nor a very
    large answer costs more than the limits allow. The size counted is near that of the answer's JSON.
    """
    left: list[tuple[object, int]] = [(answer, 0)]
    size = pieces = 0
    while left:
        value, depth = left.pop()
        pieces += 1
        trouble = _scalar(value)
        if trouble:
            return trouble
        if isinstance(value, str):
            size += len(value)
        elif isinstance(value, dict):
            if not all(isinstance(key, str) for key in value):
                return "The answer is not plain data: a name in it is not a text."
            size += sum(map(len, value))
            left.extend((item, depth + 1) for item in value.values())
        elif isinstance(value, list):
            left.extend((item, depth + 1) for item in value)
        if depth > DEEPEST or pieces + len(left) > MOST_PIECES:
            return "The answer is nested too deeply or has too many parts; nothing was marked."
        if size > MOST_CHARACTERS:
            return "The answer is longer than 64,000 characters; nothing was marked."
    return None


def _scalar(value: object) -> str | None:
    if value is None or isinstance(value, str | bool | dict | list):
        return None
    if isinstance(value, int):
        return "A number in the answer is too big." if value.bit_length() > _WIDEST else None
    if isinstance(value, float):
        return None if math.isfinite(value) else "A number in the answer is not a number."
    return "The answer is not plain data."


def text_of(answer: dict[str, Any], key: str) -> str:
    """Return a text stripped of outer space; a missing one is empty, and so is one in which nothing can be seen."""
    value = answer.get(key)
    return value.strip() if isinstance(value, str) and not blank(value) else ""


def text_problem(answer: dict[str, Any], key: str, *, most: int) -> str | None:
    """Say whether the value under a key can be a text typed by a learner."""
    value = answer.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        return f"The answer's “{key}” should be a text."
    return f"The answer is longer than {most:,} characters; shorten it." if len(value) > most else None


def ids_problem(value: object, known: tuple[str, ...], what: str) -> str | None:
    """Say whether a value is a list of known ids, each at most once."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return f"The answer should be a list of {what}s."
    strange = [item for item in value if item not in known]
    if strange:
        return f"The answer names a{'n' if what[0] in 'aeiou' else ''} {what} that this question does not have."
    return f"The answer names one {what} twice." if len(set(value)) < len(value) else None
