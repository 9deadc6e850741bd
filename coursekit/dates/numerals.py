"""Read a number as people write it: 24,5 % or 24.5; 1 390, 1,390 or 1'390; −3; words around it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from coursekit.dates.signs import settled

LONGEST = 200
_MINUS = str.maketrans({"–": "-", "—": "-"})
_NUMBER = re.compile(r"(?:^\s*[-+]\s*|(?<![\w.,])[-+])?(?<![^\W_])(?:\d+(?:[.,'’ ]\d+)*|(?<!\d)[.,]\d+)")
_GLUED = re.compile(r"\d[^\W\d_]+[-+]?\d")  # 1e5, 2x3: more than a plain number
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})*")


@dataclass(frozen=True)
class Reading:
    """What a text may mean: mostly one value; two for 1.390, which is 1.39 or 1390, the likelier first."""

    values: tuple[Decimal, ...]


def read_number(text: str) -> Reading | str:
    """Return the one number in a text, or a sentence that says why there is none.

    Where one comma or point is followed by exactly three digits both readings are kept: who writes
    1,390 mostly means thousands, who writes 1.390 mostly a fraction, and a question knows which fits.
    """
    plain = settled(text).translate(_MINUS)
    if not plain:
        return ""
    if len(plain) > LONGEST:
        return "That is too long for a number."
    found = _NUMBER.findall(plain)
    if not found or _GLUED.search(plain) or any(unicodedata.category(sign) == "No" for sign in plain):
        return "No number was found in that; write it in digits, as 24.5 or 1390."
    values = _values(re.sub(r"[-+\s]*(?=\S)", "", found[0], count=1)) if len(found) == 1 else ()
    if not values:
        return "There seems to be more than one number in that; write one."
    sign = -1 if found[0].lstrip().startswith("-") else 1
    return Reading(tuple(sign * value for value in values))


def show_number(value: Decimal, unit: str = "") -> str:
    """Return a number as we write it, with its unit."""
    plain = f"{value:f}"
    return f"{plain} {unit}".strip().replace("-", "−")


def decimals_of(value: Decimal) -> int:
    """Return how many decimals were written."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _values(body: str) -> tuple[Decimal, ...]:
    """Return what a run of digits and separators may mean; nothing if it cannot be one number."""
    if body.isdigit():
        return (Decimal(body),)
    whole, separator, fraction = _split(body)
    grouped = _THOUSANDS.fullmatch(whole)
    as_fraction = _fraction(whole, separator, fraction, grouped)
    every = _THOUSANDS.fullmatch(body)
    if not every or body.startswith("0"):
        return as_fraction
    as_thousands = (Decimal(re.sub(r"\D", "", body)),)
    return (*as_fraction, *as_thousands) if separator == "." else (*as_thousands, *as_fraction)


def _split(body: str) -> tuple[str, str, str]:
    """Part a number at its last point or comma."""
    at = max(body.rfind("."), body.rfind(","))
    return (body, "", "") if at < 0 else (body[:at], body[at], body[at + 1 :])


def _fraction(whole: str, separator: str, fraction: str, grouped: re.Match[str] | None) -> tuple[Decimal, ...]:
    fits = not whole or whole.isdigit() or (grouped is not None and grouped[1] != separator)
    if not separator or not fits or not fraction.isdigit():
        return ()
    return (Decimal(f"{re.sub(r'[^0-9]', '', whole) or '0'}.{fraction}"),)
