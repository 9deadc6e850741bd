"""Where the sentences of a paragraph begin and end, as a reader of English prose would cut them.

A full stop, question or exclamation mark ends a sentence, with the closing quotation marks and brackets after it,
where white space and the beginning of another sentence follow. No sentence ends after an abbreviation ("p. 5",
"Dr. Ames"), an initial ("J. Ames", "U.S."), the number of an item ("1. First") or an ellipsis that stands alone
for words left out. In doubt nothing is cut: a sentence that is too long is the smaller fault.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

Range = tuple[int, int]

_CLOSING = "”’\"'»)\\]"
_END = re.compile(rf"(?:[.!?…]+[{_CLOSING}]*(?=\s)|[。！？]+[{_CLOSING}」』]*)")
_NEXT = re.compile(r"\s*[“‘\"'«(\[„—–-]*\s*(?P<sign>\S)")
_OPENS = re.compile(rf"(?:^|[.!?…。！？][{_CLOSING}]*)\s*$")
_ITEM = 3  # digits in the number of an item
_BEFORE = re.compile(r"(?P<word>[^\W_]+(?:\.[^\W_]+)*)$")
_ABBREVIATION = re.compile(
    r"pp?|cf|nos?|vols?|eds?|fols?|ff?|chs?|sec|art|par|para|figs?|nn?|ll?|cols?|docs?|app|mrs?|ms|dr|prof|st|rev|hon"
    r"|gen|maj|capt|lt|sgt|adm|gov|sen|rep|pres|sr|jr|messrs|mme|mlle|e\.g|i\.e|viz|ca?|al|etc|op|cit|ibid|id|loc|vs?"
    r"|approx|est|incl|trans|tr|repr|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
    re.IGNORECASE,
)
# These end a sentence as often as not; what follows decides.
_EITHER = frozenset({"etc", "al", "jr", "sr", "ff", "f", "ibid", "no", "art", "app", "id", "mar", "est", "par"})


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Range, ...]:
    """Return where each sentence of a text stands, in code points, without the white space between them."""
    cuts = [match.end() for match in _END.finditer(text) if _ends(text, match)]
    edges = [0, *cuts, len(text)]
    found = []
    for start, end in pairwise(edges):
        words = text[start:end]
        if words.strip():
            found.append((start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())))
    return tuple(found)


def around(text: str, place: Range) -> Range:
    """Return where the sentence stands that holds a place; where it runs over several, from the first to the last."""
    held = [each for each in sentences(text) if each[0] < place[1] and place[0] < each[1]]
    return (held[0][0], held[-1][1]) if held else place


def _ends(text: str, match: re.Match[str]) -> bool:
    sign = match.group()
    if sign[0] in "。！？":
        return True
    following = _NEXT.match(text, match.end())
    if following is None:
        return False  # the end of the text is an end anyway
    if following["sign"].islower() or not following["sign"].isalnum():
        return False
    marks = sign.rstrip("".join(_CLOSING.replace("\\", "")))
    if marks in ("…", "...") and (match.start() == 0 or text[match.start() - 1] in " \t\n\u00a0[(“‘"):
        return False  # words left out, in the middle of a sentence
    return marks != "." or not _shortened(text, match, following["sign"])


def _shortened(text: str, match: re.Match[str], after: str) -> bool:
    """Tell whether a full stop only shortens the word before it."""
    if match.end() - match.start() > 1:
        return False  # a closing mark follows: nobody closes a quotation on an abbreviation and goes on
    before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
    if before is None:
        return False
    word = before["word"]
    if _ABBREVIATION.fullmatch(word):
        return not (word.lower() in _EITHER and after.isupper())
    if word.isdigit():
        return len(word) <= _ITEM and _OPENS.search(text, 0, before.start()) is not None
    pieces = word.split(".")
    return (
        all(len(piece) == 1 and piece.isalpha() for piece in pieces)
        and (len(pieces) > 1 or word.isupper())
        and word != "I"
    )
