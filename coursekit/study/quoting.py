"""What a learner marked or pointed at, quoted in short with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursekit.course import Course

MOST_WORDS = 20  # of a quotation


@dataclass(frozen=True)
class Quoted:
    """A passage: its words, cut where long, and its place; of a mark also what its tag is called, and a comment."""

    words: str
    place: str
    tag: str = ""
    comment: str = ""

    def __str__(self) -> str:
        return f"“{self.words}” ({self.place})"


def quoted(holder: object) -> Iterator[Quoted]:
    """Yield the passages of an answer, a ground or a mark, whatever it is."""
    spans = holder.get("spans") if isinstance(holder, dict) else None
    for span in spans if isinstance(spans, list) else ():
        if isinstance(span, dict) and isinstance(span.get("quote"), str):
            place = f"{span.get('source', '')} {span.get('paragraph', '')}".strip()
            yield Quoted(_short(span["quote"]), place[:40])


def marked(mark: Mapping[str, Any], tags: Mapping[str, str]) -> Iterator[Quoted]:
    """Yield the passages of a mark with what its tag is called; the comment stands with the first."""
    tag, comment = str(mark.get("tag") or ""), str(mark.get("comment") or "").strip()
    for number, each in enumerate(quoted(dict(mark))):
        yield Quoted(each.words, each.place, tags.get(tag, tag), "" if number else comment)


def tag_names(course: Course) -> dict[str, str]:
    """Return what the tags of a course are called, by their ids."""
    return {tag.id: tag.name for tags in course.tag_sets.values() for tag in tags.tags}


def _short(words: str) -> str:
    every = words.split()
    return " ".join(every[:MOST_WORDS]) + (" …" if len(every) > MOST_WORDS else "")
