"""How likely it is that a text was decoded rightly, by what stands beside its signs that are not ASCII."""

from __future__ import annotations

import re

_SIGN = re.compile(r"[^\x00-\x7f]")
_OPENING, _CLOSING, _FREE = frozenset("“‘«‹„‚¿¡"), frozenset("”’»›"), frozenset("–—…\u00a0·•§°£€©®½¼¾²³´ªº")


def plausible(text: str) -> int:
    """Return how many of the signs stand as they would in prose, less those that do not."""
    return sum(_fits(text, found.start()) for found in _SIGN.finditer(text))


def _fits(text: str, at: int) -> int:
    sign, before, after = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if sign in _OPENING:
        return 1 if not before.isalnum() and not after.isspace() else -1
    if sign in _CLOSING:
        return 1 if not before.isspace() else -1
    if sign in _FREE:
        return 0 if before.isalpha() and after.isalpha() and sign not in "–—\u00a0" else 1
    if not sign.isalpha():
        return -1
    if sign.isupper():
        return 1 if not before.islower() and after.isalpha() else -1
    return 1 if before.isalpha() or after.isalpha() else -1
