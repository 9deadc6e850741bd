"""Spans: words in a text, addressed so that they are found again or honestly reported as lost."""

from coursekit.spans.anchor import Placed, Unplaced, anchor
from coursekit.spans.annotation import CHANGEABLE, Annotation, read_changes
from coursekit.spans.carry import carry
from coursekit.spans.make import make_span
from coursekit.spans.place import Lost, place
from coursekit.spans.span import CONTEXT, Span, overlap
from coursekit.spans.texts import well_formed
from coursekit.spans.w3c import from_w3c, to_w3c

__all__ = [
    "CHANGEABLE",
    "CONTEXT",
    "Annotation",
    "Lost",
    "Placed",
    "Span",
    "Unplaced",
    "anchor",
    "carry",
    "from_w3c",
    "make_span",
    "overlap",
    "place",
    "read_changes",
    "to_w3c",
    "well_formed",
]
