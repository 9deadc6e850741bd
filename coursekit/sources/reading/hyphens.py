"""The signs with which programs and printers break a word at a line's end: made one sign, which joins it again.

What a plain hyphen at a line's end means is not decided here, since it may be the word's own.
"""

from __future__ import annotations

import re

SOFT = "\u00ad"
_LETTER = r"[^\W\d_]"
# Programs that recognise print write "¬", and it stays where lines are later joined. It has no place inside a word.
_NOT_SIGN = re.compile(rf"(?<={_LETTER})\u00ac(?=\s*{_LETTER})")
# The double hyphens of old print (as "=" too) and the hyphenation point; only before a small letter on the next line.
_OLD = re.compile(rf"(?<={_LETTER})[=\u2e17\u2e40\u2027](?=[ \t\u00a0]*[\n\f]\s*({_LETTER}))")
# Signs that only look like a hyphen.
_LOOKALIKE = re.compile(rf"(?<={_LETTER})[\u2212\u2043\ufe63\uff0d\u058a](?=[ \t\u00a0]*[\n\f]\s*{_LETTER})")


def one_hyphen(text: str) -> str:
    """Return text in which a word broken at a line's end has a soft hyphen there, or a plain one."""
    text = _NOT_SIGN.sub(SOFT, text)
    text = _OLD.sub(lambda found: SOFT if found[1].islower() else "-", text)
    return _LOOKALIKE.sub("-", text)
