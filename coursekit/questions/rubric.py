"""Rubric rows and sample answers of a question that people read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.authoring.problems import Where
from coursekit.authoring.reading import read_table
from coursekit.places import LESSONS
from coursekit.questions.base import Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.authoring.table import Table

# The rubric that all lessons share stands in lessons/, beside the folder of the quizzes. By name: is it only the rows
# with ``short = true`` that are taken? After a few sentences five rows to set tire more than they teach.
SHARED = {"five-rows": False, "three-rows": True}
FILE = "rubric.toml"

LEVELS = 4
SAMPLE_LEVELS = ("high", "middle", "low")
_PAIR = 2


@dataclass(frozen=True)
class RubricRow:
    """One thing a reader looks for, with what it looks like at levels 0 to 3."""

    id: str
    name: str
    levels: tuple[str, ...]
    short: bool = False  # of a shared rubric: is it among the few rows for a short text?
    where: Where = field(default=Where(), compare=False)

    def view(self) -> dict[str, Any]:
        """Return the row as plain data; a rubric is no secret."""
        return {"id": self.id, "name": self.name, "levels": list(self.levels)}


@dataclass(frozen=True)
class Sample:
    """An answer somebody might write, and what a reader would say of it."""

    level: str
    text: str
    comment: str


@dataclass(frozen=True, kw_only=True)
class Rubric(Question):
    """A question whose answer is a text that people read, row by row where there are rows."""

    words: tuple[int, int] | None
    rows: tuple[RubricRow, ...]
    samples: tuple[Sample, ...]


def read_by_rubric(questions: Iterable[Question]) -> tuple[Rubric, ...]:
    """Return those of some questions that people read by a rubric."""
    return tuple(each for each in questions if isinstance(each, Rubric) and each.rows)


def load_rubric(table: Table) -> tuple[RubricRow, ...]:
    """Read the question's own ``[[question.row]]``, or the shared rubric that ``rubric`` names."""
    if not table.has("rubric"):
        return _load_rows(table)
    if table.has("row"):
        raise table.error("rubric", "expected either rows here or a shared rubric, found both")
    short = SHARED[table.one_of("rubric", tuple(SHARED))]
    near = (folder for up in table.origin.parents for folder in (up, up / LESSONS))
    home = next((folder for folder in near if (folder / FILE).is_file()), table.origin.parent)
    shared = read_table(home / FILE, f"{LESSONS}/{FILE}")
    rows = _load_rows(shared, shared=True)
    shared.done()
    return tuple(row for row in rows if row.short or not short)


def _load_rows(table: Table, *, shared: bool = False) -> tuple[RubricRow, ...]:
    rows: list[RubricRow] = []
    for entry in table.tables("row"):
        levels = entry.texts("levels", required=True)
        row = RubricRow(entry.text("id"), entry.text("name"), levels, shared and entry.flag("short"), entry.where)
        if len(row.levels) != LEVELS:
            raise entry.error("levels", f"expected {LEVELS} levels, 0 to {LEVELS - 1}, found {len(row.levels)}")
        if any(row.id == other.id for other in rows):
            raise entry.error("id", f"expected an id used once here, found “{row.id}” twice")
        entry.done()
        rows.append(row)
    return tuple(rows)


def load_samples(table: Table) -> tuple[Sample, ...]:
    """Read ``[[question.sample]]``: level, text, comment."""
    samples = []
    for entry in table.tables("sample"):
        samples.append(Sample(entry.one_of("level", SAMPLE_LEVELS), entry.text("text"), entry.text("comment")))
        entry.done()
    return tuple(samples)


def load_bounds(table: Table) -> tuple[int, int] | None:
    """Read ``words = [40, 120]``, or nothing."""
    value = table.raw("words")
    if value is None:
        return None
    whole = isinstance(value, list) and all(isinstance(n, int) and not isinstance(n, bool) for n in value)
    if not whole or len(value) != _PAIR or not 0 <= value[0] <= value[1] or value[1] < 1:
        raise table.error("words", "expected the fewest and the most words, as [40, 120]")
    return value[0], value[1]
