"""What was pointed at: how many pointed at each word, and the passages that come of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursekit.spans import well_formed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursekit.room.items import Item
    from coursekit.room.state import Ballot
    from coursekit.spans import Span

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Passage:
    """Words that hang together by what was pointed at: none of its words without somebody who points at it.

    Parameters
    ----------
    paragraph, start, end, text
        Where, in code points, and the words.
    people
        Who pointed at some of it.
    core
        The range of the words most pointed at.
    most
        How many pointed at those.
    """

    paragraph: str
    start: int
    end: int
    text: str
    people: frozenset[str]
    core: tuple[int, int]
    most: int


@dataclass(frozen=True)
class Heat:
    """Paragraph -> (start, end, how many) for each of its words that was pointed at; and the passages, by votes."""

    words: Mapping[str, Sequence[tuple[int, int, int]]] = field(default_factory=dict)
    passages: Sequence[Passage] = ()


def heat(item: Item, ballots: Mapping[str, Ballot]) -> Heat:
    """Return what was pointed at in a round; whoever points twice at a word counts once."""
    spans: dict[str, list[tuple[str, Span]]] = {}
    for who, ballot in ballots.items():
        for span in item.spans(dict(ballot.answer)):
            spans.setdefault(span.paragraph, []).append((who, span))
    words: dict[str, Sequence[tuple[int, int, int]]] = {}
    passages: list[Passage] = []
    for paragraph in item.paragraphs():
        here = spans.get(paragraph.id, [])
        text = well_formed(paragraph.text)
        found, goes_on = _words(text, here)
        words[paragraph.id] = [(start, end, len(people)) for start, end, people in found if people]
        passages += _passages(paragraph.id, text, found, goes_on)
    order = {each.id: at for at, each in enumerate(item.paragraphs())}
    passages.sort(key=lambda each: (-len(each.people), order[each.paragraph], each.start))
    return Heat({paragraph: found for paragraph, found in words.items() if found}, passages)


Pointed = tuple[int, int, frozenset[str]]


def _words(text: str, spans: Sequence[tuple[str, Span]]) -> tuple[list[Pointed], set[int]]:
    """Return each word with those who point at it or a part of it; and after which words a span goes on."""
    found = [(word.start(), word.end()) for word in (_WORD.finditer(text) if spans else ())]
    starts, ends = [start for start, _ in found], [end for _, end in found]
    people: list[set[str]] = [set() for _ in found]
    goes_on: set[int] = set()
    for who, span in spans:
        first, after = bisect_right(ends, span.start), bisect_left(starts, span.end)
        for at in range(first, after):
            people[at].add(who)
        goes_on.update(range(first, after - 1))
    return [(start, end, frozenset(of)) for (start, end), of in zip(found, people, strict=True)], goes_on


def _passages(paragraph: str, text: str, words: Sequence[Pointed], goes_on: set[int]) -> list[Passage]:
    """Cut a paragraph where no span goes on from one word to the next."""
    runs: list[list[Pointed]] = []
    for at, word in enumerate(words):
        if word[2] and at - 1 in goes_on:
            runs[-1].append(word)
        elif word[2]:
            runs.append([word])
    return [_passage(paragraph, text, run) for run in runs]


def _passage(paragraph: str, text: str, run: Sequence[Pointed]) -> Passage:
    start, end = run[0][0], run[-1][1]
    most = max(len(people) for _, _, people in run)
    at = next(at for at, (_, _, people) in enumerate(run) if len(people) == most)
    last = at
    while last + 1 < len(run) and len(run[last + 1][2]) == most:
        last += 1
    everybody = frozenset().union(*(people for _, _, people in run))
    return Passage(paragraph, start, end, text[start:end], everybody, (run[at][0], run[last][1]), most)
