"""Find paragraphs whose words differ: by the runs of words that are left of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.sources.normal import BLOCK, digest, letters
from coursekit.sources.recognise.stream import Range, Stream, blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursekit.sources.fingerprints import Fingerprint
    from coursekit.sources.recognise.source import Placed

MOST_WORDS = 300_000  # among which changed paragraphs are looked for
SHARE = 0.5  # of the first words, or of the blocks, that must agree
FEW = 3  # words
SHOWN = 12  # words shown of the place where a text differs


@dataclass
class Piece:
    """A paragraph located among the words of a gap: [first, after), and how many of its blocks are there."""

    order: int
    first: int
    after: int
    hits: int


def locate(placed: Placed, furniture: Sequence[Range]) -> None:
    """Place changed paragraphs by the runs of eight words that are left of them, and say where they differ."""
    stream = Stream(blank(placed.text, [*placed.claimed(), *furniture]))
    for group in groups(placed):
        pieces = _locate_group(stream, placed, group)
        for n, piece in enumerate(pieces):
            if n + 1 < len(pieces):
                piece.after = min(piece.after, pieces[n + 1].first)
            if piece.first < piece.after:
                put(placed, stream, piece.order, (piece.first, piece.after))


def differs(stream: Stream, piece: Piece, print_: Fingerprint) -> str:
    """Say roughly where a text differs from the fingerprint: the first run of eight words that is another."""
    first, after = piece.first, piece.after
    if print_.words < BLOCK:
        return f"reads “{_shown(stream, first, after)}”"
    for n, block in enumerate(print_.blocks):
        at = first + BLOCK * n
        end = min(at + BLOCK, first + print_.words)
        if end > after:
            return f"ends early, after about {after - first} of {print_.words} words"
        if _digest(stream, at, end) != block:
            said = _shown(stream, at, min(at + SHOWN, after))
            return f"differs about word {BLOCK * n + 1} to {BLOCK * n + BLOCK}: “{said}”"
    return f"has more words at its end: “{_shown(stream, first + print_.words, after)}”"


def _digest(stream: Stream, first: int, after: int) -> str:
    return digest(stream.run(first, after))[:BLOCK]


def _shown(stream: Stream, first: int, after: int) -> str:
    if first >= after:
        return ""
    said = " ".join(stream.text[stream.start[first] : stream.end[min(after, first + SHOWN) - 1]].split())
    return f"{said} …" if after > first + SHOWN else said


def groups(placed: Placed) -> Iterator[list[int]]:
    """Yield the missing paragraphs, those together that have the same neighbours."""
    group: list[int] = []
    for order in placed.missing():
        if group and order != group[-1] + 1:
            yield group
            group = []
        group.append(order)
    if group:
        yield group


def _locate_group(stream: Stream, placed: Placed, group: list[int]) -> list[Piece]:
    bounds = first, after = words_between(stream, *placed.between(group[0]))
    between = bounded(placed, group)
    places: dict[str, list[int]] = {}
    wanted = {block for order in group for block in placed.prints[order].blocks}
    for at in range(first, after - BLOCK + 1):
        block = stream.block(at)
        if block in wanted:
            places.setdefault(block, []).append(at)
    pieces: list[Piece] = []
    for order in group:
        start = pieces[-1].after if pieces else first
        piece = _by_blocks(stream, order, placed.prints[order], places, (start, after))
        if piece and (
            between or piece.hits >= SHARE * len(placed.prints[order].blocks) or _touches(piece, placed, bounds)
        ):
            pieces.append(piece)
    _stretch(stream, placed, pieces, bounds)
    return pieces


def words_between(stream: Stream, low: int, high: int) -> Range:
    """Return the words [first, after) that stand between two places of the text."""
    first, after = bisect_left(stream.start, low), bisect_left(stream.start, high)
    return first, min(after, first + MOST_WORDS)


def _touches(piece: Piece, placed: Placed, bounds: Range) -> bool:
    """Say whether a piece follows, or leads up to, a placed neighbour with hardly a word between."""
    follows = piece.order - 1 in placed.at and piece.first - bounds[0] <= FEW
    leads = piece.order + 1 in placed.at and bounds[1] - piece.after <= FEW
    return follows or leads


def _by_blocks(
    stream: Stream, order: int, print_: Fingerprint, places: dict[str, list[int]], bounds: Range
) -> Piece | None:
    """Place a paragraph by the first and last of its blocks that are there."""
    hits: list[tuple[int, int]] = []
    for n, block in enumerate(print_.blocks):
        for at in places.get(block, ()):
            if at >= (hits[-1][1] + BLOCK if hits else bounds[0]) and at + BLOCK <= bounds[1]:
                hits.append((n, at))
                break
    if not hits:
        return None
    start = hits[0][1] - BLOCK * hits[0][0]
    end = hits[-1][1] + print_.words - BLOCK * hits[-1][0]
    first = _start(stream, print_, start, (bounds[0], hits[0][1]))
    return Piece(order, first, max(hits[-1][1] + BLOCK, min(_finish(stream, end), bounds[1])), len(hits))


def _start(stream: Stream, print_: Fingerprint, guess: int, bounds: Range) -> int:
    """Return where a paragraph begins, near a guess: at its first words, else at a line's start."""
    near = range(max(bounds[0], guess - BLOCK), min(bounds[1], guess + BLOCK) + 1)
    begins = letters(print_.begins)
    at_begins = [n for n in near if n < len(stream) and stream.letters.startswith(begins, stream.at[n])]
    at_line = [n for n in near if n < len(stream) and (n == bounds[0] or opens_line(stream, n))]
    listed = at_begins or at_line or [max(bounds[0], min(guess, bounds[1]))]
    return min(listed, key=lambda n: abs(n - guess))


def _finish(stream: Stream, guess: int) -> int:
    """Return where a paragraph ends, near a guess: before an empty line, else before a line's start."""
    near = range(max(1, guess - BLOCK), min(len(stream), guess + BLOCK) + 1)
    breaks = [n for n in near if n == len(stream) or opens_paragraph(stream, n)]
    listed = breaks or [n for n in near if opens_line(stream, n)]
    return min(listed, key=lambda n: abs(n - guess)) if listed else min(guess, len(stream))


def opens_line(stream: Stream, n: int) -> bool:
    """Say whether a word is the first of its line."""
    return n == 0 or bool(re.search(r"[\n\f]", stream.text[stream.end[n - 1] : stream.start[n]]))


def opens_paragraph(stream: Stream, n: int) -> bool:
    """Say whether a word is the first after an empty line or on a page."""
    return n == 0 or stream.parted(n - 1)


def _stretch(stream: Stream, placed: Placed, pieces: list[Piece], bounds: Range) -> None:
    """Give a piece the few words between it and a neighbour that was placed: they are an insertion or a rest."""
    for n, piece in enumerate(pieces):
        low = pieces[n - 1].after if n else bounds[0]
        high = pieces[n + 1].first if n + 1 < len(pieces) else bounds[1]
        follows = piece.order - 1 in placed.at or (n > 0 and pieces[n - 1].order == piece.order - 1)
        leads = piece.order + 1 in placed.at or (n + 1 < len(pieces) and pieces[n + 1].order == piece.order + 1)
        slack = BLOCK + placed.prints[piece.order].words // 4
        if follows and 0 < piece.first - low <= slack and not opens_paragraph(stream, piece.first):
            piece.first = low
        if leads and 0 < high - piece.after <= slack and not opens_paragraph(stream, piece.after):
            piece.after = high


def put(placed: Placed, stream: Stream, order: int, piece: Range) -> None:
    """Place a changed paragraph, and say where it differs."""
    place = stream.extent(*piece)
    where = differs(stream, Piece(order, *piece, 0), placed.prints[order])
    placed.put(order, place, stream.text[slice(*place)], where)


def bounded(placed: Placed, group: list[int]) -> bool:
    """Say whether the neighbours on both sides were placed."""
    return group[0] - 1 in placed.at and group[-1] + 1 in placed.at
