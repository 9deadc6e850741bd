"""A reader's marks laid beside an expert's, passage by passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from coursekit.errors import CourseError
from coursekit.questions.pointing import too_wide, touches
from coursekit.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.annotation.keys import Key, KeySpan
    from coursekit.questions.shelf import Texts
    from coursekit.spans.texts import EditionText

Verdict = Literal["agreed", "other-tag", "not-marked"]


@dataclass(frozen=True)
class Passage:
    """What became of one passage of the key; ``yours`` are the ids of the reader's marks on it."""

    key: str
    state: Verdict
    yours: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """A reader's marks beside a key's.

    ``found`` of ``of`` counts the passages that are not optional and carry a defensible tag; ``extra`` are the
    reader's marks where the key has none: not faults, but something to talk about.
    """

    passages: tuple[Passage, ...]
    extra: tuple[str, ...]
    found: int
    of: int

    @property
    def balance(self) -> float:
        """Found passages and marks that hit, in one number from 0 to 1 (F1): many random marks lower it."""
        agreed = {mark for passage in self.passages if passage.state == "agreed" for mark in passage.yours}
        marks = {mark for passage in self.passages for mark in passage.yours} | set(self.extra)
        total = self.of + len(marks)
        return (self.found + len(agreed)) / total if total else 0.0

    def to_json(self) -> dict[str, Any]:
        """Return plain data for the front end."""
        passages = [{"key": p.key, "state": p.state, "yours": list(p.yours)} for p in self.passages]
        return {"passages": passages, "extra": list(self.extra), "found": self.found, "of": self.of}


def compare(key: Key, annotations: Iterable[Mapping[str, Any]], *editions: EditionText) -> Comparison:
    """Lay a reader's marks beside a key.

    Parameters
    ----------
    key
        The expert's marks.
    annotations
        The reader's marks, as the journal has them; what cannot be read, or is in another source, is passed over.
    editions
        The texts in which marks are placed; marks made in another edition are compared by their words.

    Notes
    -----
    A mark is on a passage by the rule of `coursekit.questions.pointing`: it shares half of the shorter.
    One that takes in far more than a passage is on none.
    """
    texts = _EditionTexts(editions)
    anchors = [(span.paragraph, span.quote) for span in key.spans]
    marks = [
        (name, tag, [s for s in spans if not too_wide(s, anchors)]) for name, tag, spans in _marks(key, annotations)
    ]
    passages = tuple(_passage(span, marks, texts) for span in key.spans)
    on_some = {mark for passage in passages for mark in passage.yours}
    needed = {span.id for span in key.spans if not span.optional}
    return Comparison(
        passages=passages,
        extra=tuple(name for name, _, _ in marks if name not in on_some),
        found=sum(passage.state == "agreed" for passage in passages if passage.key in needed),
        of=len(needed),
    )


@dataclass(frozen=True)
class _EditionTexts:
    editions: tuple[EditionText, ...]

    def text(self, siglum: str, edition: str, paragraph: str) -> str | None:
        shown = (each for each in self.editions if (each.siglum, each.name) == (siglum, edition))
        return next((each.text for found in shown for each in found.paragraphs if each.id == paragraph), None)


def _passage(span: KeySpan, marks: list[tuple[str, str, list[Span]]], texts: Texts) -> Passage:
    on_it = [
        (name, tag)
        for name, tag, spans in marks
        if any(touches(mark, span.paragraph, span.quote, texts, span.in_text) for mark in spans)
    ]
    state: Verdict = "not-marked" if not on_it else "other-tag"
    if any(tag in span.tags for _, tag in on_it):
        state = "agreed"
    return Passage(span.id, state, tuple(name for name, _ in on_it))


def _marks(key: Key, annotations: Iterable[Mapping[str, Any]]) -> list[tuple[str, str, list[Span]]]:
    read = []
    for annotation in annotations:
        try:
            spans = [Span.from_json(span) for span in annotation.get("spans", [])]
        except (CourseError, TypeError):
            continue
        if spans and all(span.source == key.source for span in spans):
            read.append((str(annotation.get("id", "")), str(annotation.get("tag", "")), spans))
    return read
