"""What questions may look up elsewhere: words of a paragraph, titles, dated facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from coursekit.errors import CourseError

_FACT = ("date", "statement", "certainty", "checked")


class Texts(Protocol):
    """Gives the words of a paragraph; marking needs no more."""

    def text(self, siglum: str, edition: str, paragraph: str) -> str | None:
        """Return the paragraph's text, or None where that edition is not at hand."""


class Shelf(Texts, Protocol):
    """What a question that is shown needs beside its own file."""

    def title(self, siglum: str) -> str:
        """Return the short title by which the prose calls a source."""

    def paragraphs(self, siglum: str, edition: str, selection: str) -> list[dict[str, Any]]:
        """Return paragraphs as ``{"id", "voice", "text", "quotes"}``; an empty selection means all."""

    def fact(self, fact_id: str) -> dict[str, str]:
        """Return an outside fact as ``{"id", "date", "statement", "certainty", "checked"}``."""


class _Paragraph(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def voice(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def quotes(self) -> tuple[tuple[int, int], ...]: ...


@dataclass
class LibraryShelf:
    """A shelf made of a `coursekit.sources.Library` and the course's outside facts.

    Parameters
    ----------
    library
        Anything with ``source(siglum)`` giving ``record``, ``guide`` and ``text``.
    facts
        id -> an object or mapping with ``date``, ``statement``, ``certainty``, ``checked``.
    """

    library: Any
    facts: Mapping[str, Any] = field(default_factory=dict)

    def text(self, siglum: str, edition: str, paragraph: str) -> str | None:
        """Return the paragraph's text, or None."""
        try:
            return str(self._edition(siglum, edition).paragraph(paragraph).text)
        except (CourseError, KeyError, AttributeError):
            return None

    def title(self, siglum: str) -> str:
        """Return the record's ``short``, else the siglum."""
        try:
            return str(self.library.source(siglum).record.short)
        except (CourseError, KeyError):
            return siglum

    def paragraphs(self, siglum: str, edition: str, selection: str) -> list[dict[str, Any]]:
        """Return paragraphs of an edition; of one that is not at hand, none."""
        shown = self._edition(siglum, edition)
        if shown is None:
            return []
        chosen: Iterable[_Paragraph] = shown.select(selection) if selection else shown.paragraphs
        # No voice: whose it is, the learner is to find out.
        return [{"id": p.id, "voice": "", "text": p.text, "quotes": [list(pair) for pair in p.quotes]} for p in chosen]

    def fact(self, fact_id: str) -> dict[str, str]:
        """Return a fact; of an unknown one only its id."""
        found = self.facts.get(fact_id)
        if found is None:
            return {"id": fact_id}
        fields = found if isinstance(found, Mapping) else {key: getattr(found, key, "") for key in _FACT}
        return {"id": fact_id} | {key: str(fields.get(key, "")) for key in _FACT}

    def _edition(self, siglum: str, edition: str) -> Any:
        source = self.library.source(siglum)
        return source.guide if edition == "guide" else source.text
