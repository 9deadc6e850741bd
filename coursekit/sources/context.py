"""Outside facts: what the course says that is in none of its documents, and how sure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem, refuse
from coursekit.authoring.reading import inspect_table
from coursekit.dates.forms import is_edtf

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.table import Table

CERTAINTIES = ("print", "archive page", "web copy", "from memory", "conjecture")


@dataclass(frozen=True)
class Fact:
    """One fact; ``date`` is EDTF or "", ``checked`` says where it was looked up.

    ``title`` names it in a few words; ``rests`` are the paragraphs it bears on ("MEMO p2"). Both may be missing.
    """

    id: str
    date: str
    statement: str
    checked: str
    certainty: str
    title: str = ""
    rests: tuple[str, ...] = ()


def load_context(path: Path, name: str = "") -> dict[str, Fact]:
    """Read ``context.toml``; a course without outside facts has none.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    if not path.exists():
        return {}
    facts, problems = _read(path, name)
    refuse(problems)
    return {fact.id: fact for fact in facts}


def check_context(path: Path, name: str = "") -> list[Problem]:
    """Return all faults of ``context.toml``, with dates parsed."""
    facts, problems = _read(path, name)
    lines = inspect_table(path, name)
    for n, fact in enumerate(facts):
        if fact.date and not is_edtf(fact.date):
            line = lines.lines.of(("fact", n, "date"))
            problems.append(Problem(lines.file, line, f"date: expected a date in EDTF, found “{fact.date}”"))
    return sorted(problems)


def read_facts(path: Path) -> list[Fact]:
    """Return what facts can be read, whatever is wrong with the rest."""
    return _read(path, "")[0]


def _read(path: Path, name: str) -> tuple[list[Fact], list[Problem]]:
    sheet = inspect_table(path, name)
    if sheet.problems:
        return [], sheet.problems
    seen: set[str] = set()
    facts = [_fact(table, seen) for table in sheet.tables("fact")]
    sheet.done()
    return facts, sheet.problems


def _fact(table: Table, seen: set[str]) -> Fact:
    fact_id = table.phrase("id")
    if fact_id and not re.fullmatch(r"F[0-9]+[a-z]?", fact_id):
        table.fault("id", f"expected F and a number, found “{fact_id}”")
    if fact_id in seen:
        table.fault("id", f"“{fact_id}” stands twice")
    seen.add(fact_id)
    fact = Fact(
        fact_id,
        table.phrase("date", ""),
        table.phrase("statement"),
        table.phrase("checked", empty=True),
        table.one_of("certainty", CERTAINTIES),
        table.phrase("title", ""),
        table.listed("rests") if "rests" in table.data else (),
    )
    table.done()
    return fact
