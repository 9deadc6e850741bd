"""Words that were put at a paragraph's beginning or end make it another text, even if all of its own are there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.sources.recognise.stream import Range, blank, has_words, line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.sources.recognise.source import Placed

FULL = 0.8  # of the usual length; a line so long was broken because the next word did not fit
WIDEST = 200  # signs; longer lines are paragraphs, not lines of a page
SHOWN = 80


def mark_edges(placed: Placed, taken: Sequence[Range], furniture: Sequence[Range]) -> list[str]:
    """Flag paragraphs that have foreign words on their own lines or flowing into them.

    Parameters
    ----------
    placed
        The paragraphs found.
    taken
        What belongs to other sources in the same text.
    furniture
        Lines to be passed over.

    Returns
    -------
    list
        Words between the first and the last paragraph that belong to none, for the report.
    """
    free = blank(placed.text, [*placed.claimed(), *taken, *furniture])
    width = _width(placed.text)
    for order, (start, end) in list(placed.at.items()):
        if placed.where[order]:
            continue
        before, after = _before(placed.text, free, start, width), _after(placed.text, free, end, width)
        if before or after:
            words = placed.words[order]
            where = f"has other words {'before it' if before else 'after it'}: “{_short(before or after)}”"
            placed.put(order, (start - len(before), end + len(after)), f"{before}{words}{after}", where)
    return _left_out(placed, blank(free, placed.claimed()))


def _before(text: str, free: str, start: int, width: int) -> str:
    line = line_of(text, start)[0]
    if has_words(free[line:start]):
        return free[line:start]
    if line == 0 or text[line - 1] != "\n":
        return ""
    above = line_of(text, line - 1)[0]
    return free[above:start] if has_words(free[above:line]) and _is_full(text[above : line - 1], width) else ""


def _after(text: str, free: str, end: int, width: int) -> str:
    start, stop = line_of(text, end)
    if has_words(free[end:stop]):
        return free[end:stop]
    if text[stop : stop + 1] != "\n" or not _is_full(text[start:stop], width):
        return ""
    below = line_of(text, stop + 1)[1]
    return free[end:below] if has_words(free[stop:below]) else ""


def _is_full(line: str, width: int) -> bool:
    return width <= WIDEST and len(line.strip()) >= FULL * width


def _width(text: str) -> int:
    """Return the length that long lines have: the ninth of ten, ordered by length."""
    lengths = sorted(len(line.strip()) for line in re.split(r"[\n\f]", text) if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _left_out(placed: Placed, free: str) -> list[str]:
    ranges = placed.claimed()
    if not ranges:
        return []
    lines = re.split(r"\n[ \t]*\n|\f", free[ranges[0][0] : max(end for _, end in ranges)])
    return [_short(line) for line in lines if has_words(line)]


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
