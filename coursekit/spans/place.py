"""Place a whole annotation in the editions that are here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursekit.spans.anchor import Unplaced, anchor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.spans.annotation import Annotation
    from coursekit.spans.span import Span
    from coursekit.spans.texts import EditionText

_CALLED = {"guide": "the calendar", "text": "the full text"}


@dataclass(frozen=True, slots=True)
class Lost:
    """An annotation that cannot be shown in its place, and why."""

    annotation: Annotation
    reason: str


def place(annotation: Annotation, editions: Mapping[str, EditionText]) -> Annotation | Lost:
    """Return the annotation as it stands in the texts now, or `Lost` with the reason.

    One passage that cannot be placed makes the whole mark lost: half of what a reader marked is not
    what the reader marked.

    Parameters
    ----------
    annotation
        As the journal has it.
    editions
        The editions that are here, by name ("guide", "text").
    """
    spans: list[Span] = []
    for span in annotation.spans:
        edition = editions.get(span.edition)
        if edition is None:
            return Lost(annotation, f"it was made in {_CALLED.get(span.edition, span.edition)}, which is not here")
        found = anchor(span, edition)
        if isinstance(found, Unplaced):
            return Lost(annotation, found.reason)
        spans.append(found.span)
    return replace(annotation, spans=tuple(spans))
