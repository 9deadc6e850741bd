"""A text as its words: the letters of all of them in one string, and where each stands in the text."""

from __future__ import annotations

import hashlib
import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.sources.normal import BLOCK, WORD, bare, digest, letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursekit.sources.fingerprints import Fingerprint

MOST_PLACES = 400  # at which one paragraph's first words are tried; more only in a text made to cost time

# A paragraph takes along the signs that touch it: those that open it, and those that close it.
_BEFORE = re.compile(r"[(\[{\u00bf\u00a1'\"`\u2018-\u201f\u00ab\u2039*_#<>\\]*\Z")
_AFTER = re.compile(r"[^\s\w]*(?:[ \t\u00a0]*[.,;:!?)\]}\u2019\u201d\u00bb\u203a]+(?=\s|$))?")
_NEAR = 20  # signs that are looked at before a paragraph

Range = tuple[int, int]


class Stream:
    """The words of a text; word ``n`` is ``letters[at[n]:to[n]]`` and stands at ``text[start[n]:end[n]]``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start, self.end, self.at, self.to = (array("q") for _ in range(4))
        parts: list[str] = []
        length, figure = 0, False
        for found in WORD.finditer(text):
            word = bare(found[0])
            if not word:
                continue
            if figure and word[0].isdigit():
                parts.append(" ")
                length += 1
            parts.append(word)
            self.start.append(found.start())
            self.end.append(found.end())
            self.at.append(length)
            length += len(word)
            self.to.append(length)
            figure = word[-1].isdigit()
        self.letters = "".join(parts)

    def __len__(self) -> int:
        return len(self.at)

    def run(self, first: int, after: int) -> str:
        """Return the letters of the words from ``first`` up to, not including, ``after``."""
        return self.letters[self.at[first] : self.to[after - 1]] if first < after else ""

    def block(self, first: int) -> str:
        """Return the digest of the eight words from ``first`` on, as fingerprints have it."""
        return digest(self.run(first, first + BLOCK))[:8]

    def parted(self, n: int) -> bool:
        """Say whether an empty line or a page's end stands after a word."""
        return re.search(r"\n[ \t\u00a0]*\n|\f", self.text[self.end[n] : self.start[n + 1]]) is not None

    def extent(self, first: int, after: int) -> Range:
        """Return where some words stand in the text, with the signs that touch them."""
        start, end = self.start[first], self.end[after - 1]
        before = _BEFORE.search(self.text[max(0, start - _NEAR) : start])
        behind = _AFTER.match(self.text, end)
        return start - (len(before[0]) if before else 0), behind.end() if behind else end


@dataclass(frozen=True)
class Window:
    """A run of words that has the letters of a paragraph; ``order`` is the paragraph's place in its source."""

    order: int
    first: int
    after: int


def windows(stream: Stream, order: int, print_: Fingerprint) -> Iterator[Window]:
    """Yield where a paragraph's words stand, letter for letter."""
    begins = letters(print_.begins)
    slack = 2 + print_.words // 12  # a lost or gained space makes a word less or more
    tried = 0
    at = stream.letters.find(begins) if begins and print_.words else -1
    while at >= 0 and tried < MOST_PLACES:
        first = bisect_left(stream.at, at)
        if first < len(stream) and stream.at[first] == at:
            tried += 1
            after = _end(stream, first, max(1, print_.words - slack), print_.words + slack, print_.letters)
            if after:
                yield Window(order, first, after)
        at = stream.letters.find(begins, at + 1)


def _end(stream: Stream, first: int, least: int, most: int, wanted: str) -> int:
    """Return the end of the run from ``first`` whose letters have the digest ``wanted``, 0 if there is none."""
    after = first + least
    if after > len(stream):
        return 0
    sha = hashlib.sha256(stream.run(first, after).encode())
    while sha.copy().hexdigest() != wanted:
        after += 1
        if after > len(stream) or after > first + most:
            return 0
        sha.update(stream.letters[stream.to[after - 2] : stream.to[after - 1]].encode())
    return after


def blank(text: str, ranges: Iterable[Range]) -> str:
    """Return the text with some ranges empty, so that all else stays where it was."""
    parts = []
    at = 0
    for begin, end in sorted(ranges):
        start = max(begin, at)
        if start < end:
            parts += [text[at:start], re.sub(r"[^\n\f]", " ", text[start:end])]
            at = end
    return "".join([*parts, text[at:]])


def line_of(text: str, at: int) -> Range:
    """Return the line round a place (pages end lines too)."""
    start = max(text.rfind("\n", 0, at), text.rfind("\f", 0, at)) + 1
    ends = [end for end in (text.find("\n", at), text.find("\f", at)) if end >= 0]
    return start, min(ends, default=len(text))


def has_words(text: str) -> bool:
    """Say whether there is a letter or figure."""
    return re.search(r"[^\W_]", text) is not None
