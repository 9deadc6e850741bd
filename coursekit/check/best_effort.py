"""What can be read of a course whatever is wrong with the rest, so that one fault is told once.

What cannot be read counts as not there: the check of its own file says why.
"""

from __future__ import annotations

import tomllib
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from coursekit.authoring import sealed
from coursekit.authoring.reading import ids_in, read_text
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from coursekit.course import Course
    from coursekit.sources import Edition, Entry, Fact, TagSet


UNKNOWN = ""


class BestEffort:
    """A course, as far as it can be read."""

    def __init__(self, course: Course) -> None:
        self._course = course

    @cached_property
    def guides(self) -> dict[str, Edition]:
        """The guides by siglum."""
        library, found = self._course.library, {}
        for siglum in library.sigla:
            with suppress(CourseError):
                found[siglum] = library.source(siglum).guide
        return found

    @cached_property
    def complete(self) -> bool:
        """Whether all that a learner can read of the sources can be read here, so that what is missing is missing."""
        guides = [self.guides.get(siglum) for siglum in self._course.library.sigla]
        facts = self._course.folders.context
        return all(guide and guide.paragraphs for guide in guides) and (bool(self.facts) or not facts.exists())

    @property
    def calendars(self) -> dict[str, Edition]:
        """The guides that are calendars, by siglum; the others are the texts themselves."""
        return {siglum: guide for siglum, guide in self.guides.items() if not self._course.library.is_whole(siglum)}

    @cached_property
    def passages(self) -> set[str]:
        """All paragraph references."""
        return {f"{siglum} {paragraph.id}" for siglum, guide in self.guides.items() for paragraph in guide.paragraphs}

    @cached_property
    def tag_sets(self) -> dict[str, TagSet]:
        """The tag sets."""
        with suppress(CourseError):
            return self._course.tag_sets
        return {}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The outside facts."""
        with suppress(CourseError):
            return self._course.facts
        return {}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The glossary."""
        with suppress(CourseError):
            return self._course.glossary
        return {}

    @cached_property
    def purposes(self) -> dict[str, str]:
        """Ids of questions and what each is for ("" where that cannot be told), from quizzes that may have faults."""
        found: dict[str, str] = {}
        for path in sealed.files(self._course.folders.quizzes):
            try:
                entries = tomllib.loads(read_text(path, path.name)[0])["question"]
                found |= {str(entry["id"]): str(entry.get("purpose", "quiz")) for entry in entries}
            except (OSError, ValueError, KeyError, TypeError, AttributeError):
                found |= dict.fromkeys(ids_in(path), UNKNOWN)
        return found

    @cached_property
    def tag_set_ids(self) -> set[str]:
        """Ids of the tag sets, from a file that may have faults."""
        return set(self.tag_sets) or ids_in(self._course.folders.tags)

    @cached_property
    def fact_ids(self) -> set[str]:
        """Ids of the outside facts, from a file that may have faults."""
        return set(self.facts) or ids_in(self._course.folders.context)

    @cached_property
    def entry_ids(self) -> set[str]:
        """Ids of the glossary, from a file that may have faults."""
        return set(self.entries) or ids_in(self._course.folders.glossary)
