"""Tags whose example gives a mark away: it stands where a task asks for that very tag."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem
from coursekit.errors import CourseError
from coursekit.sources.record import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from coursekit.annotation.keys import Key
    from coursekit.sources import Edition, Tag, TagSet


def examples_in_tasks(
    sets: Mapping[str, TagSet], keys: Iterable[Key], guides: Mapping[str, Edition], path: Path
) -> Iterator[Problem]:
    """Yield the examples that lie in a paragraph which is to be marked with their tag.

    Parameters
    ----------
    sets
        The course's sets of tags.
    keys
        The tasks: which paragraphs each shows, and which tags it offers.
    guides
        The calendars by siglum.
    path
        ``tags.toml``, in which the lines are counted.
    """
    tasks = list(keys)
    for tag in (tag for each in sets.values() for tag in each.tags):
        places = _places(tag.example, guides)
        for task in tasks:
            if tag in _offered(task, sets):
                for place in sorted(places & _shown(task, guides)):
                    fault = f"{tag.id}: its example is in {place}, where {task.id} asks for this tag"
                    yield Problem("sources/tags.toml", line_of(path, tag), f"{fault}; take one from another paragraph")


def line_of(path: Path, tag: Tag) -> int:
    """Return the number of the line with a tag's example; the first where it can't be found."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return 1
    return next((number for number, words in enumerate(lines, 1) if tag.example in words), 1)


def _offered(task: Key, sets: Mapping[str, TagSet]) -> list[Tag]:
    return [
        tag
        for name in task.sets
        if name in sets
        for tag in sets[name].tags
        if not task.tags or tag.id in task.tags  # a task that names no tags offers all of its sets
    ]


def _shown(task: Key, guides: Mapping[str, Edition]) -> set[str]:
    return _selected(task.source, task.paragraphs, guides)


def _places(words: str, guides: Mapping[str, Edition]) -> set[str]:
    found: set[str] = set()
    for siglum, first, last in REFERENCE.findall(words):
        found |= _selected(siglum, f"{first}-{last}" if last else first, guides)
    return found


def _selected(siglum: str, paragraphs: str, guides: Mapping[str, Edition]) -> set[str]:
    with suppress(CourseError):  # a paragraph that is not there is told where it is named
        if siglum in guides:
            return {f"{siglum} {each.id}" for each in guides[siglum].select(paragraphs)}
    return set()
