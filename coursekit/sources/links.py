"""From a phrase quoted in the guide to the same words in the full text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.sources.normal import mapped, strict

if TYPE_CHECKING:
    from coursekit.sources.editions import Edition

Link = tuple[int, int, int, int]


def links(guide: Edition, text: Edition) -> dict[str, list[Link]]:
    """Return (guide start, guide end, text start, text end) of each quoted phrase, by paragraph.

    Offsets are code points. A phrase that does not stand exactly once in its paragraph has no link:
    a mark is never carried to a guessed place.
    """
    found: dict[str, list[Link]] = {}
    for paragraph in guide.paragraphs:
        if not paragraph.quotes or not text.has(paragraph.id):
            continue
        other = text.paragraph(paragraph.id).text
        form = mapped(other)
        listed = []
        for start, end in paragraph.quotes:
            places = find_phrase(paragraph.text[start:end], other, form)
            if len(places) == 1:
                listed.append((start, end, *places[0]))
        if listed:
            found[paragraph.id] = listed
    return found


def find_phrase(phrase: str, text: str, form: tuple[str, list[int]] | None = None) -> list[tuple[int, int]]:
    """Return where a phrase stands in a text, word for word, whatever quotation marks, dashes and spaces it has.

    Parameters
    ----------
    phrase, text
        The phrase, and the text it is looked for in.
    form
        ``mapped(text)``, where it is at hand.
    """
    whole, origins = form or mapped(text)
    wanted = strict(phrase)
    places = []
    at = whole.find(wanted) if wanted else -1
    while at >= 0:
        start, end = origins[at], origins[at + len(wanted) - 1] + 1
        if _whole_words(text, start, end):
            places.append((start, end))
        at = whole.find(wanted, at + 1)
    return places


def _whole_words(text: str, start: int, end: int) -> bool:
    before, first = text[start - 1 : start], text[start : start + 1]
    last, after = text[end - 1 : end], text[end : end + 1]
    return not (before.isalnum() and first.isalnum()) and not (last.isalnum() and after.isalnum())
