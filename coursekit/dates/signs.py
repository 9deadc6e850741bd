"""The signs of a date, a number or a name from a list: one form for those that mean the same.

What people type, paste and save in a spreadsheet comes with figures of their script, hyphens of their word processor,
and signs that cannot be seen at all. None of it is part of an answer.
"""

from __future__ import annotations

import re
import unicodedata

# Hyphens and the minus; the longer dashes may join two dates, and each reader says what they mean to it.
_HYPHENS = dict.fromkeys("\u2010\u2011\u2012\u2043\u2212\u05be\u1806", "-")
# Arabic marks between figures: of thousands, of decimals, and the comma.
_MARKS = {"\u066c": "'", "\u066b": ".", "\u060c": ","}
_SAME = _HYPHENS | _MARKS
# Seen as nothing, though Unicode does not count them among the format signs (Cf).
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SOFT = re.compile("(?<=\\d)\u00ad(?=\\d)")  # between figures a soft hyphen was meant to be seen


def settled(text: str) -> str:
    """Return a text with its signs in one form: nothing in it that cannot be seen, no space at its ends.

    Figures of any script become 0 to 9, full-width signs narrow ones, every kind of space a space, hyphens and
    minus signs ``-``. Raised figures and fractions stay, for 10² is not 102.
    """
    if text.isascii() and text.isprintable():
        return text.strip()  # as most are; a class's tables are made of them
    text = _SELECTORS.sub("", _SOFT.sub("-", text))
    return unicodedata.normalize("NFC", "".join(map(_settled, text))).strip()


def blank(text: str) -> bool:
    """Say whether nothing can be seen in a text."""
    return not any(map(settled, text))


def _settled(sign: str) -> str:
    if sign.isascii():
        return " " if sign.isspace() else sign if sign.isprintable() else ""
    if sign.isspace():
        return " "
    kind = unicodedata.category(sign)
    if kind in ("Cf", "Cc") or sign in _BLANK:
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if kind == "No" or sign in _SAME:
        return _SAME.get(sign, sign)
    return "".join(_SAME.get(part, part) for part in unicodedata.normalize("NFKC", sign))
