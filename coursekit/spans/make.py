"""Make a span from a place in a text."""

from __future__ import annotations

from coursekit.errors import CourseError
from coursekit.spans.span import CONTEXT, LONGEST, Span
from coursekit.spans.texts import EditionText, words_of


def make_span(edition: EditionText, paragraph: str, start: int, end: int) -> Span:
    """Return the span of ``text[start:end]`` of a paragraph, with its quotation and surroundings.

    Parameters
    ----------
    edition
        The edition that is read.
    paragraph
        Id of the paragraph in it.
    start, end
        Half-open range in code points.

    Raises
    ------
    CourseError
        When the paragraph is not there, or the range is empty, too long or outside of it.
    """
    text = words_of(edition, paragraph)
    if text is None:
        raise CourseError(f"{edition.siglum} {paragraph}: no such paragraph in this edition ({edition.name})")
    if not 0 <= start < end <= len(text):
        raise CourseError(f"{edition.siglum} {paragraph}: {start} to {end} is not a passage of it (0 to {len(text)})")
    if end - start > LONGEST:
        raise CourseError(f"{edition.siglum} {paragraph}: a passage has at most {LONGEST} characters; mark less")
    return cut(edition, paragraph, text, start, end)


def cut(edition: EditionText, paragraph: str, text: str, start: int, end: int) -> Span:
    """Cut a span out of a text that is known to hold it."""
    return Span(
        source=edition.siglum,
        edition=edition.name,
        paragraph=paragraph,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )
