"""From a stretch of a copy to a paragraph as it is shown: in one line, words whole, without a copy's signs.

Nothing that is done here changes the strict form (see `normal`): what was exact stays exact.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from coursekit.sources.reading.markdown import without_line_signs, without_signs

if TYPE_CHECKING:
    from collections.abc import Callable

_BREAK = re.compile(r"([^\W_]+)([-\u2010\u2011])[ \t\u00a0]*[\n\f]\s*([^\W_]+)")
_SOFT = re.compile(r"\u00ad\s*")


def clean(text: str, knows: Callable[[str], bool] = lambda _: False) -> str:
    """Return a paragraph in one line.

    Parameters
    ----------
    text
        A stretch of a copy, from the first word of a paragraph to its last.
    knows
        Says whether a word stands elsewhere in the copy: it decides whether a hyphen at a line's end
        belongs to the word (self-reliance) or to the line (special-ists).
    """
    text = without_line_signs(_SOFT.sub("", unicodedata.normalize("NFC", text)))
    text = _BREAK.sub(lambda found: _joined(found, knows), text)
    return without_signs(" ".join(text.split()))


def _joined(found: re.Match[str], knows: Callable[[str], bool]) -> str:
    first, hyphen, second = found[1], found[2], found[3]
    whole, parted = f"{first}{second}", f"{first}{hyphen}{second}"
    if first[-1].isdigit() or second[0].isdigit() or second[0].isupper():
        return parted
    if knows(parted) and not knows(whole):
        return parted
    return whole
