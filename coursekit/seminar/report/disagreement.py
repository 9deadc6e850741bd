"""Where the marks of a class disagree, word by word.

The unit is the word of the calendar; a mark covers the words it shares a letter with. Two figures are
Krippendorff's alpha for names (`coursekit.agreement.nominal_alpha`):

- *where*: over every word of each paragraph that somebody marked; each reader's value is "marked" or "not marked";
- *what*: over the words that two readers at least have marked; each one's value is the tag, or the tags, put there.
  Whoever did not mark a word has no value there. Where no word was marked by two, it is not defined.

A word is disputed as far as pairs of readers differ on it: 1 less the share of pairs with the same value, "not
marked" being one. A passage, which is a sentence, is as disputed as its marked words are on average.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from statistics import fmean
from typing import TYPE_CHECKING

from coursekit.agreement.nominal_alpha import Alpha, nominal_alpha
from coursekit.spans import sentences, well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursekit.seminar.report.marked import Marked

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TWO = 2
Tags = frozenset[str]


@dataclass(frozen=True)
class Word:
    """A word: where it stands in its passage, and what those who marked it put there, with how many did."""

    start: int
    end: int
    given: Mapping[Tags, int]

    @property
    def by(self) -> int:
        """How many marked it."""
        return sum(self.given.values())

    def tagged(self, tag: str) -> int:
        """Return how many put a tag there, alone or with others."""
        return sum(number for tags, number in self.given.items() if tag in tags)


@dataclass(frozen=True)
class Passage:
    """A sentence of which words were marked.

    ``at`` is its paragraph, as ``LOG p5``; ``by`` how many readers marked any of it; ``dispute`` how far they are
    apart, 0 to 1.
    """

    at: str
    text: str
    words: tuple[Word, ...]
    by: int
    dispute: float


@dataclass(frozen=True)
class Disagreement:
    """How a class marked one text: the figures, and its passages, the most disputed first."""

    marked: Marked
    n: int
    where: Alpha
    what: Alpha
    passages: tuple[Passage, ...]


def disagreement(marked: Marked) -> Disagreement:
    """Return where the readers of a text are apart."""
    n = len(marked.readers)
    passages: list[Passage] = []
    where: list[Mapping[str, int]] = []
    what: list[Mapping[Tags, int]] = []
    for paragraph in marked.guide.paragraphs:
        text = well_formed(paragraph.text)
        words = [match.span() for match in _WORD.finditer(text)]
        readers: list[dict[int, Tags]] = [{} for _ in words]
        for reader, tags in _given(marked, paragraph.id, words):
            for at, own in tags.items():
                readers[at][reader] = frozenset(own)
        if not any(readers):
            continue
        where += [{"marked": len(each), "not marked": n - len(each)} for each in readers]
        what += [Counter(each.values()) for each in readers]
        name = f"{marked.guide.siglum} {paragraph.id}"
        passages += _passages(name, text, list(zip(words, readers, strict=True)), n)
    passages.sort(key=lambda each: -each.dispute)
    return Disagreement(marked, n, nominal_alpha(where), nominal_alpha(what), tuple(passages))


def _given(marked: Marked, paragraph: str, words: list[tuple[int, int]]) -> Iterator[tuple[int, dict[int, set[str]]]]:
    """Yield each reader's tags, by the number of the word they stand on."""
    for reader, marks in enumerate(marked.readers):
        own: dict[int, set[str]] = {}
        for tag, span in marks:
            if span.paragraph == paragraph:
                for at, (start, end) in enumerate(words):
                    if start < span.end and span.start < end:
                        own.setdefault(at, set()).add(tag)
        if own:
            yield reader, own


def _passages(
    paragraph: str, text: str, words: list[tuple[tuple[int, int], dict[int, Tags]]], n: int
) -> Iterator[Passage]:
    """Yield the sentences of a paragraph of which words were marked; ``words`` has where each stands, and by whom."""
    for start, end in sentences.sentences(text):
        hit = [(place, by) for place, by in words if by and start <= place[0] and place[1] <= end]
        if hit:
            own = tuple(Word(first - start, last - start, Counter(by.values())) for (first, last), by in hit)
            readers = len(set(chain.from_iterable(by for _, by in hit)))
            yield Passage(paragraph, text[start:end], own, readers, fmean(_apart(word, n) for word in own))


def _apart(word: Word, n: int) -> float:
    """Return the share of pairs of readers who differ on a word; of one reader none do."""
    if n < _TWO:
        return 0.0
    same = sum(each * (each - 1) for each in (*word.given.values(), n - word.by))
    return 1 - same / (n * (n - 1))
