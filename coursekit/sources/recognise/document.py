"""All the sources that stand in one text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.sources.normal import BLOCK
from coursekit.sources.recognise.edges import mark_edges
from coursekit.sources.recognise.furniture import furniture
from coursekit.sources.recognise.locate import MOST_WORDS, locate
from coursekit.sources.recognise.nearby import locate_lines
from coursekit.sources.recognise.source import LONG, Match, Placed, finish, place_cut, place_whole
from coursekit.sources.recognise.stream import Range, Stream, blank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.sources.record import Record


@dataclass(frozen=True)
class Recognised:
    """The sources in a text, and what is known of a text that is none: its words, and the nearest source."""

    matches: tuple[Match, ...]
    words: int
    nearest: str = ""
    shared: int = 0


def recognise(text: str, records: Sequence[Record]) -> Recognised:
    """Find every source that stands in a text, in whole or in part.

    Parameters
    ----------
    text
        Composed (NFC), with newlines at lines' ends and form feeds between pages.
    records
        The sources that can be known, with fingerprints.
    """
    stream = Stream(text)
    shares = _shares(stream, records)
    matches: list[Match] = []
    taken: list[Range] = []
    left = list(records)
    while left:
        here = Stream(blank(text, taken)) if taken else stream
        found = [(record, place_whole(here, record)) for record in left]
        record, placed = max(found, key=lambda each: (_weight(each[1]), shares[each[0].siglum]))
        if not placed.at and not shares[record.siglum]:
            break
        left.remove(record)
        match = _match(placed, record, taken)
        if match:
            matches.append(match)
            taken += placed.claimed()
    nearest = max(shares, key=lambda siglum: shares[siglum], default="")
    shared = shares.get(nearest, 0)
    order = [record.siglum for record in records]
    matches.sort(key=lambda match: order.index(match.record.siglum))
    return Recognised(tuple(matches), len(stream), nearest if shared else "", shared)


def _match(placed: Placed, record: Record, taken: Sequence[Range]) -> Match | None:
    """Return what a text has of a source; None where that is too little to say so."""
    for certain in (True, False):
        place_cut(placed, furniture(placed.text, [*placed.claimed(), *taken], sure=certain))
    locate(placed, furniture(placed.text, [*placed.claimed(), *taken], sure=True))
    if not any(record.paragraphs[order].words >= LONG for order in placed.at):
        return None
    sure = furniture(placed.text, [*placed.claimed(), *taken], sure=True)
    signs = furniture(placed.text, [*placed.claimed(), *taken])
    locate_lines(placed, [*sure, *taken], signs)
    signs = furniture(placed.text, [*placed.claimed(), *taken])
    left_out = mark_edges(placed, taken, signs)
    match = finish(placed, record)
    match.left_out = left_out
    return match


def _weight(placed: Placed) -> int:
    return sum(placed.prints[order].words for order in placed.at)


def _shares(stream: Stream, records: Sequence[Record]) -> Counter[str]:
    """Count, by source, the runs of eight words that a text shares with it."""
    owner: dict[str, set[str]] = {}
    for record in records:
        for print_ in record.paragraphs:
            for n, block in enumerate(print_.blocks):
                if BLOCK * (n + 1) <= print_.words:
                    owner.setdefault(block, set()).add(record.siglum)
    shares: Counter[str] = Counter({record.siglum: 0 for record in records})
    seen = {stream.block(at) for at in range(min(len(stream), MOST_WORDS) - BLOCK + 1)}
    for block in seen & owner.keys():
        shares.update(owner[block])
    return shares
