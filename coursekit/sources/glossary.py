"""Glossary: people, bodies, offices, places, publications and terms, and how each document spells them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem, refuse
from coursekit.authoring.reading import inspect_table
from coursekit.dates.forms import is_edtf
from coursekit.sources.context import CERTAINTIES
from coursekit.sources.links import find_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from coursekit.authoring.table import Table
    from coursekit.sources.editions import Edition
    from coursekit.sources.record import Record

KINDS = ("person", "body", "office", "place", "publication", "term")
UNIDENTIFIED = "unidentified"
CAN_BE_COMPARED = ("exact", "close")


@dataclass(frozen=True)
class Spelling:
    """A form as one document has it, and all paragraphs it was found in."""

    source: str
    form: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One person, body, office, place, publication or term.

    ``name`` is the authority form, ``dates`` EDTF or "". ``certainty`` is "" where the text rests on the
    documents alone, one of the words for outside facts, or "unidentified" where nobody knows who is meant.
    """

    id: str
    name: str
    kind: str
    text: str
    dates: str = ""
    spellings: tuple[Spelling, ...] = ()
    certainty: str = ""
    checked: str = ""


def load_glossary(path: Path, name: str = "") -> dict[str, Entry]:
    """Read ``glossary.toml``; a course without a glossary has no entries.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    if not path.exists():
        return {}
    entries, problems = _read(path, name)
    refuse(problems)
    return {entry.id: entry for entry in entries}


def check_glossary(
    path: Path, name: str, records: Mapping[str, Record], texts: Mapping[str, Edition] | None = None
) -> list[Problem]:
    """Return all faults of ``glossary.toml``.

    Parameters
    ----------
    path, name
        The file, and what messages call it.
    records
        The sources whose paragraphs may be named.
    texts
        The full texts at hand: there each form must stand, word for word, in each paragraph named.
    """
    entries, problems = _read(path, name)
    lines = inspect_table(path, name).lines
    for n, entry in enumerate(entries):
        if entry.dates and not is_edtf(entry.dates):
            what = f"dates: expected dates in EDTF, found “{entry.dates}”"
            problems.append(Problem(name, lines.of(("entry", n, "dates")), what))
        line = lines.of(("entry", n, "spellings"))
        for spelling in entry.spellings:
            told = _misplaced(spelling, records, texts or {})
            problems += [Problem(name, line, f"spellings: {what}") for what in told]
    return sorted(problems)


def _misplaced(spelling: Spelling, records: Mapping[str, Record], texts: Mapping[str, Edition]) -> Iterable[str]:
    if spelling.source not in records:
        yield f"“{spelling.source}” is no source of this course"
        return
    text = texts.get(spelling.source)
    for pid in spelling.paragraphs:
        if pid not in records[spelling.source].ids:
            yield f"{spelling.source} has no paragraph {pid}"
        elif text and _lacks(text, pid, spelling.form):
            yield f"“{spelling.form}” does not stand in {spelling.source} {pid}"


def _lacks(text: Edition, pid: str, form: str) -> bool:
    known = text.has(pid) and text.paragraph(pid).status in CAN_BE_COMPARED
    return known and not find_phrase(form, text.paragraph(pid).text)


def _read(path: Path, name: str) -> tuple[list[Entry], list[Problem]]:
    sheet = inspect_table(path, name)
    if sheet.problems:
        return [], sheet.problems
    seen: set[str] = set()
    entries = [_entry(table, seen) for table in sheet.tables("entry")]
    sheet.done()
    return entries, sheet.problems


def _entry(table: Table, seen: set[str]) -> Entry:
    entry_id = table.phrase("id")
    if entry_id and not re.fullmatch(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", entry_id):
        table.fault("id", f"expected a short name as zhou-enlai or SED, found “{entry_id}”")
    if entry_id.casefold() in seen:
        table.fault("id", f"“{entry_id}” stands twice")
    seen.add(entry_id.casefold())
    certainty = table.one_of("certainty", (*CERTAINTIES, UNIDENTIFIED)) if "certainty" in table.data else ""
    entry = Entry(
        entry_id,
        table.phrase("name"),
        table.one_of("kind", KINDS),
        table.phrase("text"),
        table.phrase("dates", ""),
        tuple(_spelling(each) for each in table.tables("spellings")),
        certainty,
        table.phrase("checked", None if certainty else ""),
    )
    if entry.checked and not certainty:
        table.fault("certainty", f"expected with “checked” one of {', '.join((*CERTAINTIES, UNIDENTIFIED))}")
    table.done()
    return entry


def _spelling(table: Table) -> Spelling:
    spelling = Spelling(table.phrase("source"), table.phrase("form"), table.listed("paragraphs"))
    if not spelling.paragraphs and "paragraphs" in table.data:
        table.fault("paragraphs", "expected at least one paragraph where the form stands")
    table.done()
    return spelling
