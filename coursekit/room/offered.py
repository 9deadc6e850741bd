"""What an instructor can choose from beyond the plan: every closed question of the course, every paragraph."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.questions import counted, kind_named

if TYPE_CHECKING:
    from coursekit.course import Course

BEGINS = 48  # characters by which a paragraph is known in a list


def offered(course: Course) -> dict[str, Any]:
    """Return ``questions`` (``id``, ``prompt``) and ``sources`` (``siglum``, ``title``, ``paragraphs``).

    Parameters
    ----------
    course
        The instructor's course. A source that cannot be read is left out: ``check`` tells of it.
    """
    asked = [each for each in course.questions.by_id.values() if counted(each) and not kind_named(each.kind).open_ended]
    return {
        "questions": [{"id": each.id, "prompt": each.prompt} for each in asked],
        "sources": [found for siglum in course.library.sigla if (found := _source(course, siglum))],
    }


def _source(course: Course, siglum: str) -> dict[str, Any] | None:
    with suppress(CourseError):
        source = course.library.source(siglum)
        paragraphs = [[each.id, _begins(each.text)] for each in source.guide.paragraphs]
        return {"siglum": siglum, "title": source.record.short, "paragraphs": paragraphs}
    return None


def _begins(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= BEGINS else f"{words[:BEGINS].rsplit(' ', 1)[0]} …"
