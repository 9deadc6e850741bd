"""Point at one to three places in some paragraphs of a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from coursekit.errors import CourseError
from coursekit.questions.pointing import MOST_SPANS, MOST_WORDS, count_words, places
from coursekit.room.items import fields
from coursekit.room.items.base import Item
from coursekit.room.items.passages import Expert, read_expert, read_spans
from coursekit.room.refused import RefusedError
from coursekit.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursekit.course import Course
    from coursekit.sources import Edition, Paragraph

MOST_PARAGRAPHS = 40


@dataclass(frozen=True)
class _Pointing(Item):
    """Asks for words in a text. The calendar is pointed into, which everybody may see.

    Parameters
    ----------
    prompt
        What to point at.
    edition, selection
        In which text, and in which of its paragraphs, as ``p5-p8``.
    most
        How many places one may point at.
    nowhere
        Whether "nowhere in these paragraphs" is an answer.
    passages
        What an expert would point at; none where nobody says.
    """

    prompt: str
    edition: Edition
    selection: str
    most: int = 1
    nowhere: bool = False
    confidence: bool = False
    passages: tuple[Expert, ...] = ()

    kind: ClassVar[str] = "point"

    def spec(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "prompt": self.prompt,
            "source": self.edition.siglum,
            "paragraphs": self.selection,
            "places": self.most,
            "nowhere": self.nowhere,
            fields.SURE: self.confidence,
            "expert": [each.to_json() for each in self.passages],
        }

    def shown(self) -> dict[str, Any]:
        texts = [
            {"id": each.id, "voice": each.voice, "text": each.text, "quotes": [list(pair) for pair in each.quotes]}
            for each in self.paragraphs()
        ]
        return {
            "kind": self.kind,
            "prompt": self.prompt,
            "source": self.edition.siglum,
            "edition": self.edition.name,
            "places": self.most,
            "nowhere": self.nowhere,
            fields.SURE: self.confidence,
            "paragraphs": texts,
        }

    def read(self, answer: dict[str, Any]) -> dict[str, Any]:
        sure = fields.rider(answer, asked=self.confidence)
        if self.nowhere and answer.get("nowhere") is True and not answer.get("spans"):
            return {"nowhere": True} | sure
        spans = read_spans(self.edition, [each.id for each in self.paragraphs()], answer.get("spans"), self.most)
        if any(count_words(span.quote) > MOST_WORDS for span in spans):
            raise RefusedError(f"Point at the few words that decide: at most {MOST_WORDS} in one place")
        return {"spans": [span.to_json() for span in spans]} | sure

    def spans(self, answer: dict[str, Any]) -> Sequence[Span]:
        return [Span.from_json(each) for each in answer.get("spans", [])]

    def share(self, answer: dict[str, Any]) -> float | None:
        return float(any(self.touched(answer))) if self.passages else None

    def paragraphs(self) -> Sequence[Paragraph]:
        return self.edition.select(self.selection)

    def source(self) -> str:
        return self.edition.siglum

    def expert(self) -> Sequence[Expert]:
        return self.passages


def load_pointing(spec: Mapping[str, Any], course: Course) -> Item:
    """Read one. Raises RefusedError when a part is missing, or the course has no such paragraphs."""
    prompt = fields.words(spec, "prompt", fields.LONGEST_PROMPT)
    selection = fields.words(spec, "paragraphs", fields.LONGEST_OPTION)
    try:
        edition = course.library.source(course.siglum(fields.words(spec, "source", fields.LONGEST_UNIT))).guide
        found = edition.select(selection)
    except CourseError as error:
        raise RefusedError(str(error)) from error
    if len(found) > MOST_PARAGRAPHS:
        raise RefusedError(f"paragraphs: at most {MOST_PARAGRAPHS} at once, found {len(found)}; name fewer")
    most = fields.whole(spec, "places", 1, MOST_SPANS, 1)
    flags = fields.flag(spec, "nowhere"), fields.flag(spec, fields.SURE)
    return _Pointing(prompt, edition, selection, most, *flags, read_expert(edition, spec.get("expert"), found))


def ranges(text: str, passage: Expert) -> list[tuple[int, int]]:
    """Return where an expert's passage stands in its paragraph's text, in code points."""
    return places(text, passage.quote) if passage.quote else [(0, len(text))]
