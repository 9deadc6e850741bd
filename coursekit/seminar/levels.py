"""The levels that a marker gives: one file a marker, a line for every change, on the disk before "saved" is said.

The file is a journal (`coursekit.journal`) of its own. A line names an answer by the hash of the hand-in and the
question, never by a person; of several lines about one answer the last holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.journal import Journal
from coursekit.marking.visible import visible
from coursekit.questions.rubric import LEVELS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coursekit.journal import Event
    from coursekit.questions.rubric import Rubric

FOLDER, BEGIN, END = "marking", "levels-", ".jsonl"
MOST_COMMENT = 4_000
_EVENT = "levels"
_MARKER = re.compile(r"[\w-]{1,40}")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Given:
    """What a marker gave an answer: a level for each row (by its id), perhaps not yet for all, and a comment."""

    levels: Mapping[str, int]
    comment: str
    version: int
    at: str

    def whole(self, question: Rubric) -> bool:
        """Tell whether every row of the question, as it is now, has its level."""
        return self.version == question.version and all(row.id in self.levels for row in question.rows)


@dataclass(frozen=True)
class Book:
    """All that one marker gave, by hand-in and question; ``aside`` counts lines that could not be read."""

    marker: str
    given: Mapping[tuple[str, str], Given]
    aside: int = 0


def file_of(work: Path, marker: str) -> Path:
    """Return where a marker's levels are kept.

    Raises
    ------
    CourseError
        When the marker's name will not do in the name of a file.
    """
    if not _MARKER.fullmatch(marker):
        said = f"{marker[:40]}: " if marker else ""
        raise CourseError(f'{said}say who reads, in letters, digits and hyphens, as marker="AB"')
    return work / FOLDER / f"{BEGIN}{marker}{END}"


def files(work: Path) -> list[Path]:
    """Return the files of all markers."""
    return sorted((work / FOLDER).glob(f"{BEGIN}*{END}"))


def marker_of(path: Path) -> str:
    """Return whose levels a file holds, by its name."""
    return visible(path.name.removeprefix(BEGIN).removesuffix(END), 40)


def read(path: Path) -> Book:
    """Read a marker's file.

    Raises
    ------
    CourseError
        When it is not there, cannot be read, or holds something else.
    """
    if not path.is_file():
        raise CourseError(f"{path}: no such file; levels are kept in work/{FOLDER}/{BEGIN}AB{END}")
    reading = Journal(path).read()
    given: dict[tuple[str, str], Given] = {}
    aside = len(reading.set_aside)
    for event in reading.events:
        found = _given(event)
        aside += found is None
        if found:
            given[found[0]] = found[1]
    if aside and not given:
        raise CourseError(f"{path}: holds no levels; name a file {BEGIN}….jsonl that was kept while reading")
    return Book(marker_of(path), given, aside)


def keep(journal: Journal, content: str, question: Rubric, levels: dict[str, Any], comment: str) -> str:
    """Keep what a marker gave an answer, and return when it was on the disk.

    Raises
    ------
    CourseError
        When it is not as it should be, or could not be written.
    """
    rows = {row.id for row in question.rows}
    if not _levels(levels) or not rows.issuperset(levels):
        raise CourseError(f"a level goes from 0 to {LEVELS - 1}, in the rows of this question; set it again")
    if len(comment) > MOST_COMMENT:
        raise CourseError(f"a comment has at most {MOST_COMMENT:,} characters; shorten it")
    name = {"content": content, "question": question.id, "version": question.version}
    return journal.append(_EVENT, **name, levels=levels, comment=comment).at


def _given(event: Event) -> tuple[tuple[str, str], Given] | None:
    """Return the answer that a line is about and what it got; None for a line that is none of ours."""
    data = event.data
    content, question, version = data.get("content"), data.get("question"), data.get("version")
    levels, comment = data.get("levels"), data.get("comment", "")
    named = isinstance(content, str) and _HASH.fullmatch(content) and isinstance(question, str)
    if event.event != _EVENT or not named or type(version) is not int or not isinstance(comment, str):
        return None
    if not isinstance(levels, dict) or not _levels(levels):
        return None
    return (str(content), str(question)), Given(levels, comment[:MOST_COMMENT], version, event.at)


def _levels(levels: dict[str, Any]) -> bool:
    return all(type(level) is int and 0 <= level < LEVELS for level in levels.values())
