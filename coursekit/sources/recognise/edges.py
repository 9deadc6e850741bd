"""Words that were put at a paragraph's beginning or end make it another text, even if all of its own are there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.sources.normal import words
from coursekit.sources.recognise.stream import Range, blank, has_words, line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.sources.recognise.source import Placed

FULL = 0.92  # of the usual length; a line was broken because the next word would have made it longer
WIDEST = 200  # signs; longer lines are paragraphs, not lines of a page
SHOWN = 80
SHORT = 16  # words; a changed paragraph so short of other length has uncertain ends
_SENTENCE = re.compile(r"[.!?][\"'”’)\]*_]*\s*$")


@dataclass(frozen=True)
class Rest:
    """A text without page furniture (``solid``), and without what belongs to paragraphs as well (``free``)."""

    solid: str
    free: str
    width: int

    def after(self, end: int) -> str:
        """Return the foreign words that go on where a paragraph ends, "" if there are none."""
        stop = line_of(self.solid, end)[1]
        said = self._from(end, stop)
        if has_words(said):
            leads = has_words(self.solid[end + len(said) : stop])  # another paragraph stands on the same line
            return "" if leads and not _SENTENCE.search(said) and self._ends_sentence(end) else said
        below = self.solid[stop + 1 : stop + WIDEST]
        if not has_words(below[: below.find("\n")]) or not self._is_full(line_of(self.solid, end), below):
            return self._continued(end)
        said = self._from(end, line_of(self.solid, stop + 1)[1])
        return said if has_words(said) else ""

    def before(self, start: int) -> str:
        """Return the foreign words that lead up to where a paragraph begins, "" if there are none."""
        line = line_of(self.solid, start)[0]
        said = self._up_to(line, start)
        if has_words(said):
            follows = has_words(self.solid[line : start - len(said)])
            return "" if follows and _SENTENCE.search(said) else said
        if line == 0 or self.solid[line - 1] != "\n":
            return ""
        above = line_of(self.solid, line - 1)
        said = self._up_to(above[0], start)
        return said if has_words(said) and self._is_full(above, self.solid[start : start + WIDEST]) else ""

    def _continued(self, end: int) -> str:
        """Return the line that goes on, with a small letter, over an empty line or a page's end."""
        found = re.compile(r"[^\w]*\b").match(self.solid, end)
        at = found.end() if found else end
        if self.solid[at : at + 1].islower() and self.free[at] == self.solid[at]:
            stop = line_of(self.solid, at)[1]
            said = self._from(end, stop)
            return said if end + len(said) == stop else ""
        return ""

    def _from(self, start: int, end: int) -> str:
        taken = (n for n in range(start, end) if self.free[n] != self.solid[n])
        return self.solid[start : next(taken, end)]

    def _up_to(self, start: int, end: int) -> str:
        taken = (n + 1 for n in range(end - 1, start - 1, -1) if self.free[n] != self.solid[n])
        return self.solid[next(taken, start) : end]

    def _ends_sentence(self, at: int) -> bool:
        return bool(_SENTENCE.search(self.solid[max(0, at - 20) : at]))

    def _is_full(self, line: Range, below: str) -> bool:
        word = re.match(r"\s*(\S*)", below)
        length = len(self.solid[slice(*line)].strip()) + 1 + len(word[1] if word else "")
        return self.width <= WIDEST and length >= FULL * self.width


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
    solid = blank(placed.text, furniture)
    rest = Rest(solid, blank(solid, [*placed.claimed(), *taken]), _width(placed.text))
    unclear = {order for order in placed.at if placed.where[order] and _is_unclear(placed, order)}
    for order, (start, end) in list(placed.at.items()):
        if placed.where[order]:
            continue
        if any(_on_one_line(placed, order, other) for other in unclear & {order - 1, order + 1}):
            placed.put(order, (start, end), placed.words[order], "shares a line with a changed paragraph")
            continue
        before, after = rest.before(start), rest.after(end)
        if before or after:
            where = f"has other words {'before it' if before else 'after it'}: “{_short(before or after)}”"
            said = f"{before}{placed.words[order]}{after}"
            placed.put(order, (start - len(before), end + len(after)), said, where)
    return _left_out(placed, blank(rest.free, placed.claimed()))


def _is_unclear(placed: Placed, order: int) -> bool:
    """Say whether a changed paragraph is short, and has more or fewer words than it should."""
    print_ = placed.prints[order]
    return print_.words < SHORT and len(words(placed.words[order])) != print_.words


def _on_one_line(placed: Placed, one: int, other: int) -> bool:
    """Say whether two paragraphs share a line, so that nobody can tell whose a foreign word between them is."""
    first, second = sorted((placed.at[one], placed.at[other]))
    return not re.search(r"[\n\f]", placed.text[first[1] : second[0]])


def _width(text: str) -> int:
    """Return the length that long lines have: the ninth of ten, ordered by length."""
    lengths = sorted(len(line.strip()) for line in re.split(r"[\n\f]", text) if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _left_out(placed: Placed, free: str) -> list[str]:
    ranges = placed.claimed()
    if not ranges:
        return []
    blocks = re.split(r"\n[ \t]*\n|\f", free[ranges[0][0] : max(end for _, end in ranges)])
    return [_short(block) for block in blocks if has_words(block)]


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
