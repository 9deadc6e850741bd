"""Everything that can be checked of a course's sources."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem
from coursekit.authoring.reading import inspect_table
from coursekit.errors import CourseError
from coursekit.places import Folders
from coursekit.sources.best_effort import BestLibrary
from coursekit.sources.citing import check_citation
from coursekit.sources.context import check_context, read_facts
from coursekit.sources.given import check_text, read_pieces
from coursekit.sources.glossary import check_glossary
from coursekit.sources.guide import Block, quote_ranges, read_guide
from coursekit.sources.links import find_phrase
from coursekit.sources.normal import mapped
from coursekit.sources.record import REFERENCE, Record, check_record
from coursekit.sources.tags import check_tags
from coursekit.sources.texts import copy_edition, read_copy

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources.editions import Edition
    from coursekit.sources.library import Library


def check_sources(root: Path, texts: Path | None = None) -> list[Problem]:
    """Return what is wrong with the sources under ``root/sources``, each with file and line.

    Where the learner's full text is present (``texts``, else ``work/texts``), every quotation of the
    guide is compared with it word for word.
    """
    library, folders = BestLibrary(root, texts), Folders(root)
    problems = check_tags(*folders.named(folders.tags))
    records = {siglum: library.record(siglum) for siglum in library.sigla}
    facts, glossary = folders.context, folders.glossary
    if facts.exists():
        problems += check_context(*folders.named(facts))
        known = read_facts(facts)
        where = Lister(*folders.named(facts), "fact", "rests")
        problems += where.unknown([fact.rests for fact in known], records)
    if glossary.exists():
        problems += check_glossary(*folders.named(glossary), records, _full_texts(library, records))
    for siglum in library.sigla:
        record, name = folders.named(folders.record(siglum))
        faults = check_record(record, name)
        problems += faults
        problems += check_citation(record.parent, siglum)
        where = Lister(record, name, "transmission", "evidence")
        problems += where.unknown([step.evidence for step in records[siglum].transmission], records)
        lost = any(each.unreadable for each in faults)  # nothing there is to be compared with
        problems += _edition(library, folders, records[siglum], compare=not lost)
    return sorted(problems)


def _edition(library: Library, folders: Folders, record: Record, *, compare: bool) -> list[Problem]:
    """Look at what is read of a source: the text itself where it stands in the course, else the calendar."""
    guide, name = folders.named(folders.guide(record.siglum))
    if library.is_whole(record.siglum):
        text, called = folders.named(folders.text(record.siglum))
        if not compare:
            return read_pieces(text, called)[1]
        both = "stands beside a guide.md; one of them is what is read: move the other out of the course"
        return check_text(text, record, called) + ([Problem(called, 1, both)] if guide.exists() else [])
    blocks, faults = read_guide(guide, name)
    if not compare or any(each.unreadable for each in faults):
        return faults
    against = _against_record(blocks, record, name)
    return faults + against + _against_text(blocks, record, library.copy_path(record.siglum), name)


def _full_texts(library: Library, records: dict[str, Record]) -> dict[str, Edition]:
    """Return the full texts that can be read; what is wrong with the others is told with their source."""
    texts = {}
    for siglum, record in records.items():
        with suppress(CourseError):
            if copy := read_copy(library.copy_path(siglum), record):
                texts[siglum] = copy_edition(record, copy, {})
    return texts


@dataclass(frozen=True)
class Lister:
    """A key that lists paragraphs, in each entry of an array of tables of a file."""

    path: Path
    name: str
    table: str
    key: str

    def unknown(self, listed: list[tuple[str, ...]], records: dict[str, Record]) -> list[Problem]:
        """Return the references that name a paragraph no source has."""
        lines = inspect_table(self.path, self.name).lines
        problems = []
        for n, references in enumerate(listed):
            for each in references:
                found = REFERENCE.fullmatch(each)
                ends = [end for end in (found[2], found[3]) if end] if found else []
                if not found or found[1] not in records or not all(end in records[found[1]].ids for end in ends):
                    message = f"{self.key}: “{each}” is no paragraph of this course; write it as “LOG p7”"
                    problems.append(Problem(self.name, lines.of((self.table, n, self.key)), message))
        return problems


def _against_record(blocks: list[Block], record: Record, name: str) -> list[Problem]:
    """Compare the guide's blocks with the record's paragraphs and voices."""
    problems = []
    voices = {voice.name for voice in record.voices}
    here = {block.id for block in blocks}
    for block in blocks:
        if block.id not in record.ids:
            problems.append(Problem(name, block.line, f"{block.id}: no such paragraph in record.toml [paragraphs]"))
        if block.voice and block.voice not in voices:
            known = "; ".join(sorted(voices)) or "none yet"
            problems.append(Problem(name, block.line, f"voice: “{block.voice}” is not in record.toml: {known}"))
    for pid in record.ids:
        if pid not in here:
            last = blocks[-1].line if blocks else 1
            problems.append(Problem(name, last, f"{pid}: expected a block “## {pid} · who speaks”"))
    order = [block.id for block in blocks if block.id in record.ids]
    wanted = [pid for pid in record.ids if pid in here]
    for block, pid in zip([each for each in blocks if each.id in record.ids], wanted, strict=False):
        if block.id != pid and len(order) == len(wanted):
            problems.append(Problem(name, block.line, f"{block.id}: expected {pid} here, in document order"))
            break
    return problems


def _against_text(blocks: list[Block], record: Record, path: Path, name: str) -> list[Problem]:
    """Compare quotations with the learner's full text, where it is unchanged."""
    try:
        copy = read_copy(path, record)
    except CourseError as error:
        return [Problem(str(path), 1, str(error).removeprefix(f"{path}: "))]
    if not copy:
        return []
    problems = []
    text = copy_edition(record, copy, {})
    for block in blocks:
        if not text.has(block.id) or text.paragraph(block.id).status not in ("exact", "close"):
            continue
        words = text.paragraph(block.id).text
        form = mapped(words)
        for start, end in quote_ranges(block.text):
            phrase = block.text[start:end]
            times = len(find_phrase(phrase, words, form))
            if times != 1:
                what = (
                    f"does not stand in it word for word{_other_signs(phrase, words)}"
                    if not times
                    else f"stands in it {times} times; quote more words"
                )
                problems.append(Problem(name, block.line_of(phrase), f"{block.id}: “{phrase}” {what}"))
    return problems


def _other_signs(phrase: str, words: str) -> str:
    """Say how a phrase stands in a text that has it in other capitals."""
    found = re.search(r"\s+".join(map(re.escape, phrase.split())), words, re.IGNORECASE)
    return f"; it stands there as “{found[0]}”" if found else ""
