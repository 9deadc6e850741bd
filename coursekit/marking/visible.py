"""Words from outside, made fit to be seen: in one line, in a terminal, in a spreadsheet's cell."""

from __future__ import annotations

import re
import unicodedata

MOST = 200
_JOINERS = "\u200c\u200d"  # some scripts cannot be written without them
_BREAKS = ("Cc", "Zl", "Zp")
_HIDDEN = ("Cf", "Co")
# What makes a spreadsheet take a cell for a formula. Where lists are parted by semicolons, one begins a cell too.
# Apostrophes that stand there already are counted in, so that `bare` takes away the one that was added and no other.
_FORMULA = re.compile(r"(^|;)(\s*)('*[=+\-@＝＋－＠﹢﹣﹦﹫])")
_BARE = re.compile(r"(^|;)(\s*)'('*[=+\-@＝＋－＠﹢﹣﹦﹫])")


def visible(text: str, most: int = MOST) -> str:
    """Return a text as one line without what cannot be seen: control characters, marks of direction, surrogates.

    ``most`` is how many characters it may have; a longer one ends in an ellipsis.
    """
    begins = text[: 4 * most]
    plain = begins.isascii() and begins.isprintable()  # as nearly all are: of a large class it saves a while
    seen = " ".join((begins if plain else "".join(map(_sign, begins))).split())
    return seen if len(seen) <= most and len(text) <= 4 * most else f"{seen[: most - 1].rstrip()}…"


def cell(text: str) -> str:
    """Return a text so that no spreadsheet runs it: an apostrophe goes before what would begin a formula."""
    return _FORMULA.sub(r"\1\2'\3", text)


def bare(text: str) -> str:
    """Return what `cell` was given."""
    return _BARE.sub(r"\1\2\3", text)


def _sign(sign: str) -> str:
    if sign.isascii() and sign.isprintable():
        return sign
    kind = unicodedata.category(sign)
    if kind in _BREAKS:
        return " "
    if kind == "Cs":
        return "\ufffd"
    return "" if kind in _HIDDEN and sign not in _JOINERS else sign
