"""Whether quoted words stand in the sources, as far as the texts at hand can tell."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.sources.normal import words

if TYPE_CHECKING:
    from coursekit.sources import Library


class Verbatim:
    """Tells whether a quotation stands in a source, word for word (case and punctuation aside).

    A calendar quotes only part of its document. Where the document itself is not at hand, words that
    no calendar has are given the benefit of the doubt.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def __call__(self, quotation: str, _passages: tuple[str, ...] = ()) -> bool:
        """Return False only for words that stand nowhere."""
        sought = " ".join(words(quotation))
        return not self._complete or any(f" {sought} " in text for text in self._texts)

    @cached_property
    def _complete(self) -> bool:
        library = self._library
        return bool(library.sigla) and all(library.is_whole(s) or library.copy_path(s).exists() for s in library.sigla)

    @cached_property
    def _texts(self) -> list[str]:
        found = []
        for siglum in self._library.sigla:
            try:
                source = self._library.source(siglum)
            except CourseError:
                continue
            editions = [edition for edition in (source.guide, source.text) if edition]
            found += [f" {' '.join(word for p in each.paragraphs for word in words(p.text))} " for each in editions]
        return found
