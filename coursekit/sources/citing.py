"""How a source is cited: its notes in Chicago form, and what a program that keeps references takes (``cite.toml``).

The variables are those of CSL, the Citation Style Language. The notes are written by whoever makes the course, because
archival papers fit no style that a program knows without their help.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.reading import inspect_table
from coursekit.dates.forms import is_edtf

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.problems import Problem
    from coursekit.authoring.table import Table
    from coursekit.sources.record import Record

NAME = "cite.toml"
TYPES = ("article-journal", "book", "chapter", "manuscript", "personal_communication", "webpage", "document")
TEXTS = (
    "title",
    "title-short",
    "container-title",
    "publisher",
    "publisher-place",
    "volume",
    "issue",
    "page",
    "archive",
    "archive_location",
    "URL",
    "language",
)
PEOPLE = ("author", "editor", "translator", "recipient")


@dataclass(frozen=True)
class Person:
    """Somebody, by family and given name; or something that has one name (``literal``)."""

    family: str
    given: str
    literal: str


@dataclass(frozen=True)
class Cited:
    """How a source is cited.

    Parameters
    ----------
    note, short
        The first and the later notes, without the place and the full stop; ``*…*`` is emphasis.
    issued
        EDTF, a plain day, month or year; "" where there is none.
    texts, people
        Variables of CSL.
    """

    siglum: str
    note: str
    short: str
    type: str
    issued: str
    texts: dict[str, str]
    people: dict[str, tuple[Person, ...]]


def citation(folder: Path, record: Record) -> Cited:
    """Return how a source is cited; where nobody has said it, by what its record has.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    path = folder / NAME
    if not path.is_file():
        note = f"{record.title}{f', {record.address}' if record.address else ''}"
        return Cited(
            record.siglum, note, record.title, "document", "", {"title": record.title, "URL": record.address}, {}
        )
    from coursekit.authoring.problems import refuse

    found, problems = _read(path, record.siglum, f"{folder.parent.name}/{folder.name}/{NAME}")
    refuse(problems)
    return found


def check_citation(folder: Path, siglum: str) -> list[Problem]:
    """Return what is wrong with how a source is cited; nothing where that is not said."""
    path = folder / NAME
    return _read(path, siglum, f"{folder.parent.name}/{folder.name}/{NAME}")[1] if path.is_file() else []


def _read(path: Path, siglum: str, name: str) -> tuple[Cited, list[Problem]]:
    sheet = inspect_table(path, name)
    unreadable = list(sheet.problems)
    note, short = sheet.phrase("note"), sheet.phrase("short")
    kind = sheet.one_of("type", TYPES)
    issued = sheet.phrase("issued", "")
    if issued and not is_edtf(issued):
        sheet.fault("issued", f"expected a date in EDTF (as 1893-05-03 or 1894), found “{issued}”")
    texts = {key: sheet.phrase(key, "") for key in TEXTS}
    people = {key: tuple(_person(each) for each in sheet.tables(key)) for key in PEOPLE}
    sheet.done()
    texts = {key: value for key, value in texts.items() if value}
    people = {key: each for key, each in people.items() if each}
    return Cited(siglum, note, short, kind, issued, texts, people), unreadable or sheet.problems


def _person(table: Table) -> Person:
    person = Person(table.phrase("family", ""), table.phrase("given", ""), table.phrase("literal", ""))
    if not (person.family or person.literal):
        table.fault("family", "expected a family name, or “literal” for what has one name")
    table.done()
    return person
