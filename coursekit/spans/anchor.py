"""Find a span again in a text that may have changed since.

A wrong place is worse than none: what a reader marked would stand beside words that were never
meant. So a span is placed only on its very own words, and only where one place alone is possible;
anything else is reported, with the reason, and shown to the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.spans.make import cut
from coursekit.spans.texts import EditionText, words_of

if TYPE_CHECKING:
    from coursekit.spans.span import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """The span as it stands in the text now."""

    span: Span


@dataclass(frozen=True, slots=True)
class Unplaced:
    """The span could not be placed; `reason` is a plain clause for the reader."""

    span: Span
    reason: str


def anchor(span: Span, edition: EditionText) -> Placed | Unplaced:
    """Place a span in an edition.

    It stays where it was if its words stand there and either occur nowhere else in the paragraph or
    have what followed or preceded them still beside them. Else it goes to the one place where its
    words stand, or, where they stand more than once, to the one place where they have both what
    preceded and what followed them. Nothing is compared approximately.
    """
    if span.source != edition.siglum or span.edition != edition.name:
        return Unplaced(span, f"it was made in another text ({span.source}, {span.edition})")
    text = words_of(edition, span.paragraph)
    if text is None:
        return Unplaced(span, f"{span.source} {span.paragraph} is not in this text")
    start = find(text, span)
    if isinstance(start, str):
        return Unplaced(span, f"{span.source} {span.paragraph}: {start}")
    return Placed(cut(edition, span.paragraph, text, start, start + len(span.quote)))


def find(text: str, span: Span) -> int | str:
    """Return where the span's words begin in `text`, or why that cannot be said."""
    if not span.quote:
        return "no words are given to look for"
    places = _occurrences(text, span.quote)
    if not places:
        return "its words no longer stand there"
    if len(places) == 1:
        return places[0]
    before = {at for at in places if text.endswith(span.prefix, 0, at)}
    after = {at for at in places if text.startswith(span.suffix, at + len(span.quote))}
    if span.start in before | after:
        return span.start
    both = before & after
    if len(both) == 1:
        return both.pop()
    return f"its words stand there {len(places)} times, and which were meant is not certain"


def _occurrences(text: str, quote: str) -> list[int]:
    """All places of `quote`, overlapping ones too."""
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places
