"""Closed sets of tags: what a reader may call a passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem, refuse
from coursekit.authoring.reading import inspect_table

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.table import Table

LINES = ("solid", "dashed", "dotted", "double", "wavy")
COLOURS = 6
_ID = re.compile(r"[A-Z][A-Z0-9?]*(?:-[A-Z0-9?]+)*")


@dataclass(frozen=True)
class Tag:
    """One tag; colour (1 to 6) and kind of underline together tell it from its neighbours."""

    id: str
    name: str
    definition: str
    example: str
    colour: int
    line: str


@dataclass(frozen=True)
class TagSet:
    """Tags that belong together."""

    id: str
    name: str
    tags: tuple[Tag, ...]

    def tag(self, tag_id: str) -> Tag | None:
        """Return a tag by its id, None if the set has none of it."""
        return next((tag for tag in self.tags if tag.id == tag_id), None)


def load_tags(path: Path, name: str = "") -> dict[str, TagSet]:
    """Read ``tags.toml``.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    sets, problems = _read(path, name)
    refuse(problems)
    return {each.id: each for each in sets}


def check_tags(path: Path, name: str = "") -> list[Problem]:
    """Return all faults of ``tags.toml``."""
    return sorted(_read(path, name)[1])


def _read(path: Path, name: str) -> tuple[list[TagSet], list[Problem]]:
    sheet = inspect_table(path, name)
    if sheet.problems:
        return [], sheet.problems
    sets: list[TagSet] = []
    seen: set[str] = set()
    ids: set[str] = set()
    for table in sheet.tables("set", least=1):
        set_id = _id(table, seen)
        looks: dict[tuple[int, str], str] = {}
        tags = tuple(_tag(each, ids, looks) for each in table.tables("tag", least=1))
        sets.append(TagSet(set_id, table.phrase("name"), tags))
        table.done()
    sheet.done()
    return sets, sheet.problems


def _tag(table: Table, ids: set[str], looks: dict[tuple[int, str], str]) -> Tag:
    tag = Tag(
        _id(table, ids),
        table.phrase("name"),
        table.phrase("definition"),
        table.phrase("example"),
        table.whole("colour", least=1, most=COLOURS),
        table.one_of("line", LINES),
    )
    table.done()
    look = (tag.colour, tag.line)
    if look in looks:
        table.fault("colour", f"{tag.id} and {looks[look]} look the same ({tag.colour}, {tag.line}); change one")
    looks.setdefault(look, tag.id)
    return tag


def _id(table: Table, seen: set[str]) -> str:
    """Read an id; a tag's id is unique in the whole file, for sets are used together."""
    value = table.phrase("id")
    if value and not _ID.fullmatch(value):
        table.fault("id", f"expected capitals as ARCHIVE-REF, found “{value}”")
    if value in seen:
        table.fault("id", f"“{value}” stands twice")
    seen.add(value)
    return value
