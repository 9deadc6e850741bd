"""Places of an evidence question: what an author accepts, and what is a near miss."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coursekit.questions.pointing import in_sentence, touches
from coursekit.questions.word_numbers import WordNumbers
from coursekit.sources.record import PID, SIGLUM
from coursekit.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursekit.authoring.table import Table
    from coursekit.questions.base import Answer
    from coursekit.questions.shelf import Texts

# How far round the accepted words a mark may lie: in their sentence, or on the words themselves.
REACHES = ("sentence", "words")
_SELECTION = re.compile(rf"{PID.pattern}(?:-{PID.pattern})?")


@dataclass(frozen=True)
class Place:
    """A place one may point at; no quotation means the whole paragraph.

    ``credit`` is the share of the points it brings, 0 for a near miss; ``part`` names it in feedback; ``reach``
    is one of `REACHES`; ``in_text`` are the numbers of its words in the full text, where the calendar has it in its
    own words.
    """

    part: str
    paragraph: str
    quote: str
    feedback: str
    credit: float = 0.0
    misconception: str = ""
    reach: str = "words"
    in_text: WordNumbers | None = None

    def hit(self, spans: Iterable[Span], texts: Texts | None) -> bool:
        """Say whether one of the spans points at its words."""
        return any(touches(span, self.paragraph, self.quote, texts, self.in_text) for span in spans)

    def held(self, spans: Iterable[Span], texts: Texts | None) -> bool:
        """Say whether one of the spans lies in the sentence of its words, where that is enough."""
        return self.reach == "sentence" and any(
            in_sentence(span, self.paragraph, self.quote, texts, self.in_text) for span in spans
        )


def pointed_at(
    accept: Sequence[Place], near: Sequence[Place], spans: Sequence[Span], texts: Texts | None
) -> tuple[list[Place], list[Place]]:
    """Return the accepted places and the near misses that some spans point at.

    A span on the very words of a place is judged by that place; any other also counts for the accepted place in
    whose sentence it lies.
    """
    quoted = [place for place in (*accept, *near) if place.quote]
    loose = [span for span in spans if not any(place.hit([span], texts) for place in quoted)]
    hit = [place for place in accept if place.hit(spans, texts) or place.held(loose, texts)]
    return hit, [place for place in near if place.hit(spans, texts)]


def load_accepted(table: Table) -> tuple[Place, ...]:
    """Read ``[[question.accept]]``."""
    return tuple(_load(entry, f"accept:{n}", accepted=True) for n, entry in enumerate(table.tables("accept"), 1))


def load_near(table: Table) -> tuple[Place, ...]:
    """Read ``[[question.near]]``."""
    return tuple(_load(entry, f"near:{n}", accepted=False) for n, entry in enumerate(table.tables("near"), 1))


def load_siglum(table: Table) -> str:
    """Read ``source``, three capitals."""
    siglum = table.text("source")
    if not SIGLUM.fullmatch(siglum):
        raise table.error("source", f"expected a siglum as LOG, found “{siglum}”")
    return siglum


def load_in_text(table: Table) -> WordNumbers | None:
    """Read ``in_text``, such as ``12-19 of 64``; absent means that the quotation is found by its letters."""
    numbers = table.text("in_text", "")
    found = WordNumbers.read(numbers)
    if numbers and found is None:
        raise table.error("in_text", f"expected words of the full text as 12-19 of 64, found “{numbers}”")
    return found


def load_selection(table: Table) -> str:
    """Read ``paragraphs``, such as ``m1-m3 p13``; absent means all."""
    selection = table.text("paragraphs", "")
    for part in selection.split():
        if not _SELECTION.fullmatch(part):
            raise table.error("paragraphs", f"expected paragraphs as m1-m3 p13, found “{part}”")
    return selection


def spans_of(answer: Answer) -> list[Span]:
    """Return an answer's spans. Raises CourseError for one that is not a span."""
    return [Span.from_json(span) for span in answer.get("spans") or []]


def span_at(source: str, edition: str, place: Place) -> dict[str, Any]:
    """Return the JSON of a span on a place's quotation, for trying a question; its offsets are not true."""
    quote = place.quote or "Somewhere in it"
    return Span(source, edition, place.paragraph, 0, len(quote), quote).to_json()


def _load(entry: Table, part: str, *, accepted: bool) -> Place:
    credit = entry.number("credit", Decimal(1), least=0) if accepted else Decimal(0)
    if accepted and not 0 < credit <= 1:
        raise entry.error("credit", "expected more than 0 and at most 1")
    place = Place(
        part=part,
        paragraph=entry.text("paragraph"),
        quote=entry.text("quote", ""),
        feedback=entry.text("feedback"),
        credit=float(credit),
        misconception="" if accepted else entry.text("misconception", ""),
        reach=entry.one_of("reach", REACHES, "sentence") if accepted else "words",
        in_text=load_in_text(entry),
    )
    if not PID.fullmatch(place.paragraph):
        raise entry.error("paragraph", f"expected one paragraph as p11, found “{place.paragraph}”")
    entry.done()
    return place
