"""Carry a span from the guide to the full text and back, through the phrases the guide quotes.

The guide quotes word for word, but not sign for sign: the document's own quotation marks, line breaks
and hyphens at line ends are not kept. So the two phrases are laid side by side by their letters and
digits alone, and a place in one is the place after as many letters in the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coursekit.spans.make import cut
from coursekit.spans.texts import EditionText, words_of

if TYPE_CHECKING:
    from coursekit.spans.span import Span

Links = Mapping[str, Sequence[tuple[int, int, int, int]]]
_EDGE = frozenset("“”‘’\"' \t\r\n\u00a0")  # a reader who takes the quotation marks along means the phrase


def carry(span: Span, source_edition: EditionText, target_edition: EditionText, links: Links) -> Span | None:
    """Return the same words in the other edition, or None where the guide does not quote them.

    Parameters
    ----------
    span
        A span placed in `source_edition`.
    source_edition, target_edition
        Guide and full text of one source, in either order.
    links
        For each paragraph, (guide start, guide end, text start, text end) of each quoted phrase.
    """
    text = words_of(source_edition, span.paragraph)
    target = words_of(target_edition, span.paragraph)
    if text is None or target is None or source_edition.siglum != target_edition.siglum:
        return None
    start, end = _trim(text, span.start, span.end)
    for link in links.get(span.paragraph, ()):
        a, b, c, d = link if source_edition.name == "guide" else (link[2], link[3], link[0], link[1])
        if a <= start < end <= b:
            found = across(text[a:b], target[c:d], start - a, end - a)
            if found:
                return cut(target_edition, span.paragraph, target, c + found[0], c + found[1])
    return None


def across(phrase: str, other: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the range of `other` that has the same letters as ``phrase[start:end]``."""
    here, there = _letters(phrase), _letters(other)
    if [phrase[at].lower() for at in here] != [other[at].lower() for at in there]:
        return None
    inside = [n for n, at in enumerate(here) if start <= at < end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    begin, stop = there[first], there[last] + 1
    taken = phrase[here[last] + 1 : end]  # a full stop that was marked with its word goes along
    if taken and other.startswith(taken, stop):
        stop += len(taken)
    return begin, stop


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _letters(text: str) -> list[int]:
    return [at for at, sign in enumerate(text) if unicodedata.category(sign)[0] in "LNM"]
