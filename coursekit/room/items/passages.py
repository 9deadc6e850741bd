"""Passages that an expert would point at, and the places that a phone sends: both checked against the edition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.questions.pointing import places
from coursekit.room.refused import RefusedError
from coursekit.spans import Span, make_span

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from coursekit.sources import Edition, Paragraph


@dataclass(frozen=True)
class Expert:
    """A passage that an expert would point at: its paragraph, its words (none: the whole of it), and why."""

    paragraph: str
    quote: str
    reason: str = ""

    def to_json(self) -> dict[str, str]:
        """Return plain data."""
        return {"paragraph": self.paragraph, "quote": self.quote, "reason": self.reason}


def read_spans(edition: Edition, asked: Collection[str], given: object, most: int) -> list[Span]:
    """Return the places that an answer points at, as they stand in the edition.

    Parameters
    ----------
    edition
        What is pointed into.
    asked
        The ids of the paragraphs one may point into.
    given
        What a phone sent.
    most
        How many places there may be.

    Raises
    ------
    RefusedError
        When a place is none of this text: a vote is never moved to words that were not meant.
    """
    if not isinstance(given, list) or not 1 <= len(given) <= most:
        raise RefusedError(f"Point at {'one place' if most == 1 else f'1 to {most} places'}")
    return list(dict.fromkeys(_place(edition, asked, each) for each in given))


def read_expert(edition: Edition, given: object, asked: Sequence[Paragraph] = ()) -> tuple[Expert, ...]:
    """Return an expert's passages.

    Parameters
    ----------
    edition
        Where they stand.
    given
        Of each ``paragraph``, ``quote`` and ``reason``. Without a paragraph its words are looked for.
    asked
        The paragraphs that one may point into, where they are looked for.

    Raises
    ------
    RefusedError
        For words that do not stand where they should, or stand in several paragraphs.
    """
    found = []
    for each in given if isinstance(given, list) else []:
        passage = _expert(each if isinstance(each, dict) else {})
        if passage.quote and not passage.paragraph:
            passage = replace(passage, paragraph=_where(passage.quote, asked))
        if not edition.has(passage.paragraph):
            raise RefusedError(f"{edition.siglum} {passage.paragraph}: no such paragraph")
        if passage.quote and not places(edition.paragraph(passage.paragraph).text, passage.quote):
            raise RefusedError(f"{edition.siglum} {passage.paragraph}: “{passage.quote[:60]}” does not stand there")
        found.append(passage)
    return tuple(found)


def _where(quote: str, asked: Sequence[Paragraph]) -> str:
    """Return the one paragraph in which some words stand."""
    stands = [each.id for each in asked if places(each.text, quote)]
    if len(stands) != 1:
        where = f"stands in {' and '.join(stands)}; write more of it" if stands else "does not stand in this text"
        raise RefusedError(f"your own passage: “{quote[:60]}” {where}")
    return stands[0]


def _expert(given: Mapping[str, Any]) -> Expert:
    parts = [given.get(key, "") for key in ("paragraph", "quote", "reason")]
    if not all(isinstance(part, str) for part in parts):
        raise RefusedError("expert: expected paragraph, quote and reason")
    return Expert(*parts)


def _place(edition: Edition, asked: Collection[str], given: object) -> Span:
    try:
        span = Span.from_json(given, "place")
    except CourseError as error:
        raise RefusedError(str(error)) from error
    if span.source != edition.siglum or span.edition != edition.name or span.paragraph not in asked:
        raise RefusedError("place: that is not in the text that is asked about; point again")
    try:
        made = make_span(edition, span.paragraph, span.start, span.end)
    except CourseError as error:
        raise RefusedError(str(error)) from error
    if made.quote != span.quote:
        raise RefusedError("place: other words stand there in this text; load the page again and point again")
    return made
