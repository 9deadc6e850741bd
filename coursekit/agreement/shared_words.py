"""Which runs of words two texts share: shingles, after Broder (On the resemblance and containment of documents, 1997).

Words are compared as letters and figures in one case, so that neither punctuation nor a capital hides a run; of a
script without spaces each sign is a word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

RUN = 4  # words
MOST_WORDS = 20_000  # of one text that are looked at
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
Run = tuple[str, ...]


@dataclass(frozen=True)
class SharedWords:
    """Two texts with runs in common: how many, and what part that is of the one that has fewer."""

    one: str
    other: str
    runs: frozenset[Run]
    share: float


def runs_of(text: str) -> set[Run]:
    """Return all runs of `RUN` words of a text."""
    words = [_plain(found[0]) for found in _WORD.finditer(text)][:MOST_WORDS]
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))


def parts(text: str, runs: Collection[Run]) -> list[tuple[str, bool]]:
    """Return a text cut into pieces, each with whether it belongs to one of some runs."""
    found = list(_WORD.finditer(text))
    words = [_plain(each[0]) for each in found]
    inside = [False] * len(words)
    for start in range(len(words) - RUN + 1):
        if tuple(words[start : start + RUN]) in runs:
            inside[start : start + RUN] = [True] * RUN
    pieces: list[tuple[str, bool]] = []
    at = first = 0
    while first < len(words):
        last = first
        while last + 1 < len(words) and inside[last + 1] == inside[first]:
            last += 1
        if inside[first]:
            start, end = found[first].start(), found[last].end()
            pieces += [(text[at:start], False)] * (start > at) + [(text[start:end], True)]
            at = end
        first = last + 1
    return [*pieces, *([(text[at:], False)] if text[at:] else [])]


def shared_words(
    texts: Mapping[str, str], known: Collection[Run], most_people: int, least_runs: int = 8, least_share: float = 0.2
) -> list[SharedWords]:
    """Return the pairs of texts that share runs of words, the most alike first.

    Parameters
    ----------
    texts
        Person -> text.
    known
        Runs that are nobody's own: of the question, its sample answers, the documents.
    most_people
        A run that stands in more texts than this is taken for common property.
    least_runs, least_share
        How many runs two texts must share, and what part of the one that has fewer.
    """
    own = {person: runs_of(text).difference(known) for person, text in texts.items()}
    people: defaultdict[Run, list[str]] = defaultdict(list)
    for person, runs in own.items():
        for run in runs:
            people[run].append(person)
    common: defaultdict[tuple[str, str], set[Run]] = defaultdict(set)
    for run, there in people.items():
        if len(there) <= most_people:
            for pair in combinations(there, 2):
                common[pair].add(run)
    found = [
        SharedWords(one, other, frozenset(runs), len(runs) / min(len(own[one]), len(own[other])))
        for (one, other), runs in common.items()
        if len(runs) >= least_runs
    ]
    return sorted((each for each in found if each.share >= least_share), key=lambda each: -each.share)


def _plain(word: str) -> str:
    return normalize("NFKC", word).casefold()
