"""Place paragraphs of which no run of eight words is left by the lines between their neighbours."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from coursekit.sources.normal import BLOCK, bare, letters, words
from coursekit.sources.recognise.locate import SHARE, bounded, groups, opens_line, opens_paragraph, put, words_between
from coursekit.sources.recognise.stream import Range, Stream, blank, line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.sources.fingerprints import Fingerprint
    from coursekit.sources.recognise.source import Placed

ALIKE = 0.8  # of the first words, compared letter by letter
MOST_LINES = 400  # that are looked at between two paragraphs
NEAR = 12  # lines before the first or after the last paragraph that was placed


def locate_lines(placed: Placed, barred: Sequence[Range], furniture: Sequence[Range]) -> None:
    """Place what has no run of eight words left, short paragraphs above all, by lines between placed neighbours.

    Parameters
    ----------
    placed
        The paragraphs found so far.
    barred
        What is not to be looked at.
    furniture
        Lines that are taken only where they are much like the paragraph.
    """
    stream = Stream(blank(placed.text, [*placed.claimed(), *barred]))
    for group in list(groups(placed)):
        lines = _near_lines(stream, placed, group)
        for order in group:
            line = _line_of(stream, placed, order, lines, furniture)
            if line:
                _put_lines(placed, stream, order, line, lines)
    for group in list(groups(placed)):
        if not bounded(placed, group):
            continue
        lines = [
            each for each in _free_lines(stream, *placed.between(group[0])) if not _inside(stream, each, furniture)
        ]
        if len(group) == 1 and lines:
            lines = [(lines[0][0], lines[-1][1])]
        if len(group) == len(lines):
            for order, line in zip(group, lines, strict=True):
                if _fits(line, placed.prints[order]):
                    put(placed, stream, order, line)


def _line_of(
    stream: Stream, placed: Placed, order: int, lines: list[Range], furniture: Sequence[Range]
) -> Range | None:
    """Return the line with which a paragraph seems to begin, up to where its own first words end."""
    for n, line in enumerate(lines):
        beside = (n == 0 and order - 1 in placed.at) or (n == len(lines) - 1 and order + 1 in placed.at)
        beside = beside and not _inside(stream, line, furniture)
        if _begins_alike(stream, line, placed.prints[order], beside=beside):
            return line
        block = _block_of(stream, n, lines)
        after = _end_in_order(stream, block, placed.prints[order])
        if after:
            end = next(each[1] for each in lines if each[1] >= after)
            return line[0], end
    return None


def _block_of(stream: Stream, n: int, lines: list[Range]) -> Range:
    """Return a line and those below it, as far as no empty line parts them."""
    last = n
    while (
        last + 1 < len(lines)
        and lines[last + 1][0] == lines[last][1]
        and not opens_paragraph(stream, lines[last + 1][0])
    ):
        last += 1
    return lines[n][0], lines[last][1]


def _end_in_order(stream: Stream, block: Range, print_: Fingerprint) -> int:
    """Return where the first words of a short paragraph end, if they stand in a block with others between; else 0."""
    if print_.words >= 2 * BLOCK:
        return 0
    at = block[0]
    most = min(block[1], block[0] + 3 * print_.words + 2 * BLOCK)
    for word in words(print_.begins):
        while at < most and _word(stream, at) != word:
            at += 1
        if at == most:
            return 0
        at += 1
    return at


def _word(stream: Stream, n: int) -> str:
    return bare(stream.text[stream.start[n] : stream.end[n]])


def _near_lines(stream: Stream, placed: Placed, group: list[int]) -> list[Range]:
    """Return the lines of a gap; at a text's beginning and end only those next to what was placed."""
    lines = _free_lines(stream, *placed.between(group[0]))
    if bounded(placed, group):
        return lines[:MOST_LINES]
    return lines[-NEAR:] if group[-1] + 1 in placed.at else lines[:NEAR] if group[0] - 1 in placed.at else []


def _free_lines(stream: Stream, low: int, high: int) -> list[Range]:
    """Return the lines between two places, each as its words [first, after); words already taken are not there."""
    first, after = words_between(stream, low, high)
    starts = [n for n in range(first, after) if n == first or opens_line(stream, n)]
    return list(zip(starts, [*starts[1:], after][: len(starts)], strict=True))


def _begins_alike(stream: Stream, line: Range, print_: Fingerprint, *, beside: bool) -> bool:
    """Say whether a line begins as a paragraph does, or nearly; right beside a neighbour, half of it is enough."""
    if print_.words >= 2 * BLOCK:
        return stream.letters.startswith(letters(print_.begins), stream.at[line[0]])
    wanted = words(print_.begins)
    said = [_word(stream, n) for n in range(*line)][: len(wanted)]
    same = sum(1 for word in wanted if word in said)
    if beside and _fits(line, print_) and same >= SHARE * len(wanted):
        return True
    ratio = difflib.SequenceMatcher(None, " ".join(wanted), " ".join(said), autojunk=False).ratio()
    return same > SHARE * len(wanted) or ratio >= ALIKE


def _put_lines(placed: Placed, stream: Stream, order: int, line: Range, lines: list[Range]) -> None:
    """Take a line, and those that follow it in the same block as long as the paragraph is not full."""
    first, after = line
    at = next((n for n, each in enumerate(lines) if each[0] >= after), len(lines))
    while at < len(lines) and after - first < placed.prints[order].words and not opens_paragraph(stream, lines[at][0]):
        after = lines[at][1]
        at += 1
    put(placed, stream, order, (first, after))
    del lines[:at]


def _fits(piece: Range, print_: Fingerprint) -> bool:
    return print_.words / 2 - 1 <= piece[1] - piece[0] <= 2 * print_.words + 3


def _inside(stream: Stream, piece: Range, ranges: Sequence[Range]) -> bool:
    start, end = line_of(stream.text, stream.start[piece[0]])
    return any((low <= start and end <= high) or start <= low < end for low, high in ranges)
