"""One source in one text: which of its paragraphs stand there, word for word or changed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursekit.sources.clean import clean
from coursekit.sources.recognise.chain import best_chain
from coursekit.sources.recognise.stream import Range, Stream, Window, blank, has_words, line_of, windows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.sources.fingerprints import Fingerprint
    from coursekit.sources.record import Record

NEAR = 40  # runs of words that are compared with one
LONG = 8  # words; a paragraph of so many is known by its words alone, a shorter one by its place too


@dataclass(frozen=True)
class Taken:
    """What a text has of a paragraph: its words as they stand, how they compare, and where they differ."""

    id: str
    text: str
    status: str
    where: str = ""


@dataclass
class Match:
    """A source found in a text. ``taken`` is in the source's order; a paragraph that is not in it is missing."""

    record: Record
    taken: dict[str, Taken] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def ids(self, status: str) -> list[str]:
        """Return the paragraphs of a status, in the source's order."""
        return [
            pid for pid in self.record.ids if (self.taken[pid].status if pid in self.taken else "missing") == status
        ]

    @property
    def words(self) -> int:
        """How many words of the source were found."""
        return sum(print_.words for print_ in self.record.paragraphs if print_.id in self.taken)


@dataclass
class Placed:
    """Paragraphs placed in a text so far: by order in the source, where each stands (pieces, if it is cut)."""

    text: str
    prints: tuple[Fingerprint, ...]
    at: dict[int, Range] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    where: dict[int, str] = field(default_factory=dict)

    def put(self, order: int, place: Range, words: str, where: str = "") -> None:
        """Place a paragraph."""
        self.at[order], self.words[order], self.where[order] = place, words, where

    def claimed(self) -> list[Range]:
        """Return the ranges that belong to paragraphs."""
        return sorted(self.at.values())

    def missing(self) -> list[int]:
        """Return the paragraphs that were not placed."""
        return [order for order in range(len(self.prints)) if order not in self.at]

    def between(self, order: int) -> Range:
        """Return where a paragraph must stand if it stands between its neighbours."""
        before = max((n for n in self.at if n < order), default=-1)
        after = min((n for n in self.at if n > order), default=-1)
        start = self.at[before][1] if before >= 0 else 0
        end = self.at[after][0] if after >= 0 else len(self.text)
        return (start, end) if start <= end else (0, len(self.text))


def place_whole(stream: Stream, record: Record) -> Placed:
    """Place what stands there letter for letter, uninterrupted."""
    placed = Placed(stream.text, record.paragraphs)
    alone: list[Window] = []
    within: list[Window] = []
    spare: list[Window] = []
    for order, print_ in enumerate(record.paragraphs):
        for window in windows(stream, order, print_):
            if stands_alone(stream, window):
                alone.append(window)
            elif not straddles(stream, window):
                (within if print_.words >= LONG else spare).append(window)
    within = without_thieves([*within, *_touching(spare, [*alone, *within, *spare])], alone)
    found = [*alone, *within]
    weights = [record.paragraphs[each.order].words + (0.5 if n < len(alone) else 0) for n, each in enumerate(found)]
    for window in best_chain(found, weights):
        _put(placed, stream, window)
    for window in found:  # a page out of its order, a note moved to a page's foot
        if window.order not in placed.at and record.paragraphs[window.order].words >= LONG:
            _put_if_free(placed, stream, window)
    return placed


def _touching(spare: list[Window], found: list[Window]) -> list[Window]:
    """Return the short runs that share a line with a neighbour, as where line ends were lost."""
    begins = {(each.order, each.first) for each in found}
    ends = {(each.order, each.after) for each in found}
    return [each for each in spare if (each.order + 1, each.after) in begins or (each.order - 1, each.first) in ends]


def without_thieves(within: list[Window], alone: list[Window]) -> list[Window]:
    """Drop runs of words that take a word or two from a neighbour which has its lines to itself.

    Where a title ends with the word that the next paragraph has lost at its beginning, the paragraph
    would else be found whole, and the title maimed.
    """
    alone = sorted(alone, key=lambda each: each.first)
    firsts = [each.first for each in alone]
    kept = []
    for window in within:
        at = bisect_left(firsts, window.after)
        near = alone[max(0, at - NEAR) : at]
        if not any(
            other.order != window.order
            and (
                other.first < window.first < other.after < window.after
                or window.first < other.first < window.after < other.after
            )
            for other in near
        ):
            kept.append(window)
    return kept


def stands_alone(stream: Stream, window: Window) -> bool:
    """Say whether a run of words has its line, or its lines, to itself."""
    start, end = stream.start[window.first], stream.end[window.after - 1]
    head, tail = line_of(stream.text, start)[0], line_of(stream.text, end)[1]
    return not has_words(stream.text[head:start]) and not has_words(stream.text[end:tail])


def straddles(stream: Stream, window: Window) -> bool:
    """Say whether a run takes its first or last words from the end or beginning of another paragraph's block."""
    head, tail = window.first, window.after - 1
    opens = not has_words(stream.text[line_of(stream.text, stream.start[head])[0] : stream.start[head]])
    closes = not has_words(stream.text[stream.end[tail] : line_of(stream.text, stream.end[tail])[1]])
    parted = [n for n in range(head, tail) if stream.parted(n)]
    return (not opens and any(n < head + LONG for n in parted)) or (
        not closes and any(n >= tail - LONG for n in parted)
    )


def place_cut(placed: Placed, furniture: Iterable[Range]) -> None:
    """Place what stands there letter for letter once page furniture and placed paragraphs are passed over."""
    stream = Stream(blank(placed.text, [*placed.claimed(), *furniture]))
    for order in placed.missing():
        print_ = placed.prints[order]
        low, high = placed.between(order)
        listed = [
            each
            for each in windows(stream, order, print_)
            if stands_alone(stream, each) or (print_.words >= LONG and not straddles(stream, each))
        ]
        inside = [each for each in listed if low <= stream.start[each.first] and stream.end[each.after - 1] <= high]
        if inside or (listed and print_.words >= LONG):
            _put(placed, stream, (inside or listed)[0])


def _put(placed: Placed, stream: Stream, window: Window) -> None:
    place = stream.extent(window.first, window.after)
    placed.put(window.order, place, stream.text[slice(*place)])


def _put_if_free(placed: Placed, stream: Stream, window: Window) -> None:
    start, end = stream.extent(window.first, window.after)
    if all(end <= other[0] or other[1] <= start for other in placed.at.values()):
        _put(placed, stream, window)


def finish(placed: Placed, record: Record) -> Match:
    """Compare what was placed with the fingerprints."""
    match = Match(record)
    hay = placed.text
    for order, print_ in enumerate(record.paragraphs):
        if order in placed.at:
            words = clean(placed.words[order], lambda word: word in hay)
            status = "changed" if placed.where[order] else print_.status(words)
            match.taken[print_.id] = Taken(print_.id, words, status, placed.where[order])
    return match
