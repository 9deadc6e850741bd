"""Whether a reader who pointed at some words pointed at these words.

A span counts for an anchor when the two share at least half of the shorter of them, measured in code
points from the first letter to the last. The anchor's quotation is found in whatever edition the span
was made in, by letters and digits alone: guide and full text differ in quotation marks, line breaks
and hyphens at line ends. Where the words of that edition are not at hand, the two quotations are laid
side by side, and half of the shorter, in words, must run in both.

Where an anchor reaches as far as its sentence, a span that lies wholly in that sentence counts too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from coursekit.spans import sentences, well_formed

if TYPE_CHECKING:
    from coursekit.questions.shelf import Texts
    from coursekit.questions.word_numbers import WordNumbers
    from coursekit.spans import Span

Range = tuple[int, int]
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Pointing means choosing: what takes in more than this is asked to say where in it.
MOST_SPANS = 3
MOST_WORDS = 60


def touches(
    span: Span, paragraph: str, quote: str, texts: Texts | None = None, in_text: WordNumbers | None = None
) -> bool:
    """Say whether a span points at ``quote`` in ``paragraph``; an empty quotation means the whole paragraph.

    ``in_text`` says where the passage stands in the full text, when ``quote`` is a calendar's own words.
    """
    if span.paragraph != paragraph:
        return False
    if not quote:
        return True
    text = texts.text(span.source, span.edition, span.paragraph) if texts else None
    if text is not None:
        text = well_formed(text)
        theirs, ours = _stands(span, text), anchored(text, span.edition, quote, in_text)
        if theirs and ours:
            return any(_share(one, other) for one in theirs for other in ours)
    return _same_words(span.quote, quote)


def in_sentence(
    span: Span, paragraph: str, quote: str, texts: Texts | None = None, in_text: WordNumbers | None = None
) -> bool:
    """Say whether a span lies in the sentence of its own edition that holds ``quote``, if that is at hand."""
    text = texts.text(span.source, span.edition, span.paragraph) if texts and span.paragraph == paragraph else None
    if text is None:
        return False
    text = well_formed(text)
    held = [sentences.around(text, ours) for ours in anchored(text, span.edition, quote, in_text)]
    return any(one[0] <= start and end <= one[1] for start, end in _stands(span, text) for one in held)


def anchored(text: str, edition: str, quote: str, in_text: WordNumbers | None = None) -> list[Range]:
    """Return where a passage stands in an edition's text: in the full text by its words' numbers, if it has them."""
    if edition != "text" or in_text is None:
        return places(text, quote)
    place = in_text.place(text)
    return [place] if place else []


def places(text: str, quote: str) -> list[Range]:
    """Return where a quotation stands in a text, compared by letters and digits."""
    letters, at = _letters(text)
    sought, _ = _letters(quote)
    found: list[Range] = []
    start = letters.find(sought) if sought else -1
    while start >= 0:
        found.append((at[start], at[start + len(sought) - 1] + 1))
        start = letters.find(sought, start + 1)
    return found


def count_words(text: str) -> int:
    """Return the number of words."""
    return len(_WORD.findall(text))


def too_wide(span: Span, anchors: list[tuple[str, str]]) -> bool:
    """Say whether a span is too long to count as pointing.

    Over 60 words is too long, except where an anchor of its paragraph is itself long: then twice that
    anchor's length is allowed, and any length where the whole paragraph is meant.
    """
    quotes = [quote for paragraph, quote in anchors if paragraph == span.paragraph]
    most = max([MOST_WORDS, *(2 * count_words(quote) for quote in quotes)])
    return "" not in quotes and count_words(span.quote) > most


def _stands(span: Span, text: str) -> list[Range]:
    """Return where a span stands in a text: where it says, if its words are there, else where they are."""
    if text[span.start : span.end] == span.quote:
        inner = places(span.quote, span.quote)
        return [(span.start + start, span.start + end) for start, end in inner]
    return places(text, span.quote)


def _share(one: Range, other: Range) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * common >= min(one[1] - one[0], other[1] - other[0])


def _same_words(one: str, other: str) -> bool:
    short, long = sorted((_words(one), _words(other)), key=len)
    need = (len(short) + 1) // 2
    if not need:
        return False
    runs = {long[at : at + need] for at in range(len(long) - need + 1)}
    return any(short[at : at + need] in runs for at in range(len(short) - need + 1))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text)[:2_000])


@lru_cache(maxsize=256)
def _letters(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the letters and digits of a text, lower case, and the place of each; one sign stays one sign."""
    kept = [(at, sign.lower()[0]) for at, sign in enumerate(text) if unicodedata.category(sign)[0] in "LNM"]
    return "".join(sign for _, sign in kept), tuple(at for at, _ in kept)
