"""Coverage: which findings on the documents the lessons use, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.authoring.problems import Problem
from coursekit.authoring.reading import inspect_table
from coursekit.authoring.settings import Settings
from coursekit.places import LESSONS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from coursekit.authoring.table import Table

NAME = f"{LESSONS}/findings.toml"
_WIDTH = 60


@dataclass(frozen=True)
class ListedFinding:
    """One finding; ``used`` is (number of a lesson, ids of its questions and tasks), none for the lesson's own text."""

    id: str
    kind: str
    says: str
    used: tuple[tuple[str, tuple[str, ...]], ...]
    reason: str


@dataclass(frozen=True)
class Coverage:
    """All findings of a course."""

    findings: tuple[ListedFinding, ...] = ()

    @property
    def used(self) -> list[ListedFinding]:
        """Those that some lesson uses."""
        return [each for each in self.findings if each.used]

    def table(self) -> str:
        """Return a row for each finding: id, what it says, lessons, items."""
        rows = [f"{'':4} {'finding':{_WIDTH}}  where"]
        for each in self.findings:
            where = "; ".join(f"{lesson}: {', '.join(items) or 'in its text'}" for lesson, items in each.used)
            says = each.says if len(each.says) <= _WIDTH else f"{each.says[: _WIDTH - 1]}…"
            rows.append(f"{each.id:4} {says:{_WIDTH}}  {where or f'not used: {each.reason}'}")
        left = len(self.findings) - len(self.used)
        rows.append(
            f"\n{len(self.used)} of {len(self.findings)} findings are used; {left} are not, each with its reason"
        )
        return "\n".join(rows)

    def to_json(self) -> list[dict[str, Any]]:
        """Return plain data."""
        return [
            {**vars(each), "used": [{"lesson": lesson, "items": list(items)} for lesson, items in each.used]}
            for each in self.findings
        ]


def read_coverage(
    root: Path, lessons: Mapping[str, Collection[str]], settings: Settings | None = None
) -> tuple[Coverage, list[Problem]]:
    """Read ``lessons/findings.toml``; a course that keeps no such table has nothing to cover.

    Parameters
    ----------
    root
        The course's folder.
    lessons
        What each lesson asks: its number, and the ids of its questions and tasks.
    settings
        Of the course: which kinds of findings there are, and how many must be used.
    """
    settings = settings or Settings()
    path = root / NAME
    if not path.exists():
        return Coverage(), []
    sheet = inspect_table(path, NAME)
    if sheet.problems:
        return Coverage(), sheet.problems
    seen: set[str] = set()
    coverage = Coverage(
        tuple(_finding(table, seen, lessons, settings.findings) for table in sheet.tables("finding", least=1))
    )
    sheet.done()
    if len(coverage.used) < settings.least_findings:
        few = f"expected at least {settings.least_findings} findings used, found {len(coverage.used)}"
        sheet.problems.append(Problem(NAME, 1, few))
    return coverage, sorted(sheet.problems)


def _finding(
    table: Table, seen: set[str], lessons: Mapping[str, Collection[str]], kinds: tuple[str, ...]
) -> ListedFinding:
    finding_id = table.phrase("id")
    if finding_id and not re.fullmatch(r"[A-Z][0-9]+", finding_id):
        table.fault("id", f"expected a letter and a number, found “{finding_id}”")
    if finding_id in seen:
        table.fault("id", f"“{finding_id}” stands twice")
    seen.add(finding_id)
    kind = table.phrase("kind")
    for part in kind.split("/") if kind else ():
        if kinds and part not in kinds:
            table.fault("kind", f"expected one or several of {'/'.join(kinds)}, found “{part}”")
    finding = ListedFinding(
        finding_id,
        kind,
        table.phrase("says"),
        tuple(_use(each, lessons) for each in table.tables("used")),
        table.phrase("reason", ""),
    )
    if not finding.used and not finding.reason:
        table.fault("used", "expected where it is used, or a reason why it is not")
    if finding.used and finding.reason:
        table.fault("reason", "expected none for a finding that is used")
    table.done()
    return finding


def _use(table: Table, lessons: Mapping[str, Collection[str]]) -> tuple[str, tuple[str, ...]]:
    lesson, items = table.phrase("lesson"), table.listed("items")
    if lesson and lesson not in lessons:
        table.fault("lesson", f"“{lesson}”: no such lesson")
    else:
        for item in items:
            if item not in lessons.get(lesson, ()):
                table.fault("items", f"“{item}”: lesson {lesson} asks no such thing")
    table.done()
    return lesson, items
