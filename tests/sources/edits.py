"""One word of one paragraph made another: every way a copy may have been touched, by hand or by a machine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.sources.normal import WORD, letters
from coursekit.sources.recognise.furniture import furniture
from coursekit.sources.recognise.source import place_cut, place_whole
from coursekit.sources.recognise.stream import Range, Stream, blank

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from coursekit.sources.record import Record


@dataclass(frozen=True)
class Edit:
    """A document in which one paragraph has other words than it should; none at all if it is ``gone``."""

    pid: str
    what: str
    text: str
    gone: bool = False


def words_of(text: str, record: Record) -> dict[str, list[Range]]:
    """Return where the words of each paragraph stand in an intact document, page furniture between them left out."""
    placed = place_whole(Stream(text), record)
    for sure in (True, False):
        place_cut(placed, furniture(text, placed.claimed(), sure=sure))
    found = {}
    for order, (start, end) in placed.at.items():
        others = [place for other, place in placed.at.items() if other != order]
        alone = blank(text, [*others, *furniture(text, placed.claimed())])
        found[record.ids[order]] = [word.span() for word in WORD.finditer(alone, start, end)]
    return found


def edits(text: str, pid: str, places: list[Range], random: Random) -> Iterator[Edit]:
    """Yield the document with one paragraph touched in each way, at a word of chance."""
    said = [text[slice(*place)] for place in places]
    n = random.randrange(len(said))
    number = re.compile(r"[0-9]")
    dated = [at for at, word in enumerate(said) if number.search(word)]
    now = {
        "another word": (n, n + 1, "Quixotic"),
        "a word of the same document": (n, n + 1, random.choice(WORD.findall(text))),
        "a word put in": (n, n, "not "),
        "a word lost": (n, n + 1, ""),
        "a word put before": (0, 0, "not "),
        "a word put after": (len(said), len(said), " not"),
    }
    if dated:
        at = random.choice(dated)
        now["another figure"] = (at, at + 1, number.sub(lambda found: str((int(found[0]) + 1) % 10), said[at], count=1))
    for what, (first, after, word) in now.items():
        start = places[first][0] if first < len(said) else places[-1][1]
        end = places[after - 1][1] if after > first else start
        if letters(" ".join([*said[:first], word, *said[after:]])) != letters(" ".join(said)):
            yield Edit(pid, what, f"{text[:start]}{word}{text[end:]}")
    if len(said) > 1:
        n = min(n, len(said) - 2)
        (start, first), (second, end) = places[n : n + 2]
        if letters(said[n + 1] + said[n]) != letters(said[n] + said[n + 1]):
            swapped = said[n + 1] + text[first:second] + said[n]
            yield Edit(pid, "two words swapped", text[:start] + swapped + text[end:])
    yield Edit(pid, "taken away", without(text, places), gone=True)


def without(text: str, places: list[Range]) -> str:
    """Return the document without a paragraph's words and the signs that touch them."""
    for start, end in reversed(places):
        opens = re.search(r"[(\[“\"*_<']*$", text[:start])
        closes = re.match(r"[^\s\w]*", text[end:])
        text = text[: opens.start() if opens else start] + text[end + (closes.end() if closes else 0) :]
    return text
