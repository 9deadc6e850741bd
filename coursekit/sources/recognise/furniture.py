"""Page furniture: what a page has round its text, and what may therefore stand in mid-paragraph."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from coursekit.sources.recognise.stream import Range, has_words

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 200  # signs in a line of furniture
_LINE = re.compile(r"[^\n\f]+")
_ROMAN = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_NUMBER = re.compile(
    rf"[\W_]*(?:(?:page|pp?|seite|s)\b\.?)?[\W_]*(?:[0-9]{{1,4}}|{_ROMAN})"
    r"(?:[ \t]*(?:of|von|/|\|)[ \t]*[0-9]{1,4})?[\W_]*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[ \t]*[0-9]{1,4}(?:[ \t]{2,}|\t|[ \t]*\|).*|.*(?:[ \t]{2,}|\t|\|[ \t]*)[0-9]{1,4}[ \t]*")
_STAMP = re.compile(
    r"this content downloaded from|all use subject to|\bdownloaded (?:from|by|on)\b",
    re.IGNORECASE,
)


def furniture(text: str, claimed: Sequence[Range], *, sure: bool = False) -> list[Range]:
    """Return the lines that are page furniture, among those in which no paragraph was found.

    A line counts as furniture when it is a page number, a platform's stamp, or comes again elsewhere with
    nothing but other figures. A line of a single word can come again by chance: it must also stand apart.

    Parameters
    ----------
    text
        The text.
    claimed
        What belongs to paragraphs.
    sure
        Take only what can hardly be a paragraph's own line, as a year or a short last line can.
    """
    free: list[Range] = []
    taken: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    for start, end, is_claimed in _lines(text, claimed):
        if is_claimed:
            taken[_same(text[start:end])] += 1
        elif end - start <= LONGEST:
            free.append((start, end))
            keys[_key(text[start:end])] += 1
    # Running titles come on every page or on every other; what comes less often may be chance.
    most = max((times for key, times in keys.items() if " " in key), default=0)
    least = max(2, most // 2 + 1) if sure else 2
    found = []
    for each in free:
        line = text[slice(*each)]
        key = _key(line)
        again = bool(key) and keys[key] >= least and (" " in key or (keys[key] > sure + 1 and _apart(text, each)))
        is_furniture = again or bool(_STAMP.search(line))
        if _NUMBER.fullmatch(line):
            is_furniture = not sure or _apart(text, each)
        elif not sure and not is_furniture:
            is_furniture = _apart(text, each) and (taken[_same(line)] > 0 or bool(_NUMBERED.fullmatch(line)))
        if is_furniture:
            found.append(each)
    return found


def _lines(text: str, claimed: Sequence[Range]) -> list[tuple[int, int, bool]]:
    """Return each line with words, and whether a claimed range touches it."""
    ranges = sorted(claimed)
    listed = []
    n = 0
    for found in _LINE.finditer(text):
        start, end = found.span()
        while n < len(ranges) and ranges[n][1] <= start:
            n += 1
        if has_words(found[0]):
            listed.append((start, end, n < len(ranges) and ranges[n][0] < end))
    return listed


def _apart(text: str, line: Range) -> bool:
    """Say whether a line stands at a page's edge, or between empty lines."""
    before = re.search(r"(?:^|\f|\n[ \t]*\n)\s*$", text[max(0, line[0] - 200) : line[0]])
    after = re.match(r"\s*(?:$|\f|\n[ \t]*\n)", text[line[1] : line[1] + 200])
    return bool(before and after) or "\f" in text[max(0, line[0] - 3) : line[1] + 3]


def _key(line: str) -> str:
    """Return what stays the same from page to page."""
    return " ".join(re.findall(r"[^\W\d_]+", line.casefold()))


def _same(line: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", line.casefold()))
