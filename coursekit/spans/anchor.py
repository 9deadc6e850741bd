"""Find a span again in a text that may have changed since.

A wrong place is worse than none: what a reader marked would stand beside words that were never
meant. So a span is placed only on its very own words, only where what stood beside them speaks for the
place, and only where one place alone is possible; anything else is reported, with the reason, and shown
to the reader.

What stood beside the words are the `CONTEXT` code points before and after them, or fewer where the
paragraph began or ended: then its edge stood there too. A context of fewer than `TELLING` code points
says little (a full stop stands after many words): it counts only together with the edge, and only where
the other side agrees. Where nothing was kept on a side that is not known to be an edge, that side says
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.spans.make import cut
from coursekit.spans.texts import EditionText, words_of

if TYPE_CHECKING:
    from coursekit.spans.span import Span


TELLING = 8  # code points of context that say something without the paragraph's edge


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

    It goes to the one place where its words stand with what preceded and what followed them still beside
    them; where there are several such places, it stays where it was if that is one of them. Where no
    place has both, it goes to a place with one of the two if its words stand nowhere else in the
    paragraph, or if that place alone has one and is where the span was. Where both sides contradict, it
    goes nowhere, even if its words stand there once. Nothing is compared approximately.
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
    told = {at: _beside(text, span, at) for at in places}
    both = [at for at in places if "no" not in told[at]]
    either = [at for at in places if "yes" in told[at]]
    if len(both) == 1:
        return both[0]
    if span.start in both or either == [span.start]:
        return span.start
    if len(places) == 1:
        return either[0] if either else "its words stand there, but not what stood before or after them"
    return f"its words stand there {len(places)} times, and which were meant is not certain"


def _beside(text: str, span: Span, at: int) -> list[str]:
    """Say of each side whether what stood there stands beside the words at ``at``: yes, no, or too short to tell."""
    end = at + len(span.quote)
    begun = bool(span.prefix) or span.start == 0  # else it was cut from within a text, and nothing was kept
    ended = bool(span.suffix) or begun
    sides = []
    if begun:
        sides.append(_says(span.prefix, stands=text.endswith(span.prefix, 0, at), edge=at == len(span.prefix)))
    if ended:
        sides.append(
            _says(span.suffix, stands=text.startswith(span.suffix, end), edge=len(text) - end == len(span.suffix))
        )
    return sides


def _says(context: str, *, stands: bool, edge: bool) -> str:
    """Say whether a context speaks for a place; ``edge`` is whether just as much lies between words and edge."""
    if len(context) < TELLING:
        return "short" if stands and edge else "no"
    return "yes" if stands else "no"


def _occurrences(text: str, quote: str) -> list[int]:
    """All places of `quote`, overlapping ones too."""
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places
