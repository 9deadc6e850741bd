"""A course's words for places that a page names, so that it can be read without the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, tag
from coursekit.sessions.passages import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.course import Course


def words_of(course: Course, named: Iterable[str]) -> Safe:
    """Return places as ``LOG p11`` with their words, folded away; what is in no guide is left out."""
    found = look_up(course, named)
    if not found:
        return Safe("")
    entries = [
        tag("div", tag("dt", tag("code", place), f" {each['title']}"), tag("dd", each["text"]))
        for place, each in found.items()
    ]
    return tag("details", tag("summary", "The places, as the course has them"), tag("dl", *entries))
