"""What was asked, over the text that people had before them: a text that changed since moves nobody's places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.room.items import load_item, remembering

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.course import Course
    from coursekit.room.items import Item
    from coursekit.room.state import Vote


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as it was shown."""

    id: str
    text: str


def as_asked(vote: Vote, course: Course) -> Item:
    """Return what was asked in a vote of a log. Raises CourseError when the course has it no longer."""
    return remembering(load_item(dict(vote.item), course), shown_paragraphs(vote.shown))


def shown_paragraphs(shown: Mapping[str, Any]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that one could point into, as everybody saw them."""
    return tuple(Paragraph(each["id"], each["text"]) for each in shown.get("paragraphs") or ())
