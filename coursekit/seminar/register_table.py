"""The register as a table, for a spreadsheet or a page; and in words, exercise by exercise."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from coursekit.marking.found import told_by
from coursekit.marking.marks_file import BOM, PLAIN, Style
from coursekit.marking.visible import cell, visible
from coursekit.seminar.register import NOTHING, UNKNOWN
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursekit.seminar.register import Register
    from coursekit.seminar.roster import Learner

_UNKNOWN = "exercise not known"


def rows(found: Register, pseudonyms: Mapping[Learner, str] | None = None) -> list[list[str]]:
    """Return the table, with its headings first.

    Parameters
    ----------
    found
        The register.
    pseudonyms
        What to call each learner; nothing else that could name anybody is then in it, and the order is theirs.
    """
    head = [name or _UNKNOWN for name in found.exercises]
    named = pseudonyms is None
    lines = [
        [
            *([learner.name, learner.email] if pseudonyms is None else [pseudonyms[learner]]),
            *(entries.get(name, NOTHING).words(names=named) for name in found.exercises),
        ]
        for learner, entries in found.lines
    ]
    if not named:
        lines.sort()
    return [["learner", *(["email"] if named else []), *head], *lines]


def to_csv(table: Sequence[Sequence[str]], style: Style = PLAIN) -> bytes:
    """Return a table as CSV in which no cell is a formula."""
    text = io.StringIO(newline="")
    text.write(BOM if style.bom else "")
    csv.writer(text, delimiter=style.separator, lineterminator="\n").writerows(
        [cell(word) for word in row] for row in table
    )
    return text.getvalue().encode()


def lines(found: Register, *, names: bool = True, listed: bool = True) -> Iterator[str]:
    """Yield the register in words: how many, and who is missing.

    Parameters
    ----------
    found
        The register.
    names
        Whether people are named; else they are counted.
    listed
        Whether there is a class list, so that somebody can be missing at all.
    """
    for name in found.exercises:
        entries = [each.get(name, NOTHING) for _, each in found.lines]
        parts = [f"{sum(each.handed_in for each in entries)} of {len(entries)} handed in"]
        parts += _number([each.late for each in entries], "late")
        parts += _number([each.several for each in entries], "with more than one file: see which counts")
        parts += _number([each.unreadable for each in entries], "not readable")
        parts += _number([each.unmarked for each in entries], "not marked yet")
        to_read = ", ".join(sorted({question for each in entries for question in each.to_read}))
        parts += _number([each.waiting for each in entries], f"with texts that nobody has read ({to_read})")
        if listed and name != UNKNOWN and (missing := found.missing(name)):
            who = f": {', '.join(each.name for each in missing)}" if names else ""
            parts.append(f"{len(missing)} missing{who}")
        yield f"{name or _UNKNOWN}: {', '.join(parts)}"
    if names:
        for learner, entries_of in found.lines:
            for each in entries_of.values():
                yield from (f"{learner.name}: {file}: {why}" for file, why in each.unreadable)
                if each.several:
                    yield f"{learner.name}: see which counts: {', '.join(each.several)}"
        yield from _nobodys(found)
    elif found.nobodys:
        yield f"{len(found.nobodys)} found that are nobody's on the list"


def _nobodys(found: Register) -> Iterator[str]:
    """Yield whose files are nobody's on the list: a line for a person, however many files there are."""
    piles: dict[tuple[str, str], list[str]] = {}
    for each in found.nobodys:
        row = each.work.row
        who = told_by(row.file).name or row.learner or row.file
        piles.setdefault((who, each.why), []).append(row.file)
    for (who, why), files in piles.items():
        more = f" and {count(len(files) - 1, 'more file')}" if len(files) > 1 else ""
        yield f"{visible(who)}: {why}: {files[0]}{more}"


def _number(found: Sequence[object], what: str) -> list[str]:
    number = sum(map(bool, found))
    return [f"{number} {what}"] if number else []
