"""Passages of the sources by reference: ``LOG p11``, ``LOG p5-p6``."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.sources.record import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.course import Course
    from coursekit.questions import Mark, Question
    from coursekit.sources import Paragraph, Source

MOST = 40  # paragraphs sent along with one mark


def find(course: Course, reference: str) -> tuple[Source, tuple[Paragraph, ...]]:
    """Return the source and the paragraphs of its guide that a reference names.

    Raises
    ------
    CourseError
        When it is no reference, or names what is not there.
    """
    if not REFERENCE.fullmatch(reference):
        raise CourseError(f"{reference[:80]}: no passage; write siglum and paragraph, as “LOG p13” or “LOG p5-p6”")
    siglum, _, wanted = reference.partition(" ")
    source = course.library.source(course.siglum(siglum))
    return source, source.guide.select(wanted)


def passages(course: Course, question: Question, mark: Mark | None = None) -> dict[str, Any]:
    """Return what a question and the feedback on it link to."""
    named = [reference for note in mark.feedback for reference in note.passages] if mark else []
    return look_up(course, dict.fromkeys((*named, *question.rests_on)))


def look_up(course: Course, references: Iterable[str]) -> dict[str, Any]:
    """Return ``{"LOG p11": {"text", "quotes", "title"}}``, one entry a paragraph; what is unknown is left out."""
    found: dict[str, Any] = {}
    for reference in references:
        with suppress(CourseError):
            source, paragraphs = find(course, reference)
            for each in paragraphs:
                quotes = [list(pair) for pair in each.quotes]
                entry = {"text": each.text, "quotes": quotes, "title": source.record.short}
                found[f"{source.record.siglum} {each.id}"] = entry
        if len(found) >= MOST:
            break
    return dict(list(found.items())[:MOST])
