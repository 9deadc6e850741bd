"""A table as its solution shows it: in every row what the key accepts, and the reason beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, join, prose, tag
from coursekit.questions.columns import in_words
from coursekit.questions.page import paragraphs

if TYPE_CHECKING:
    from coursekit.questions.columns import Column
    from coursekit.questions.grid import Cell, Grid, TableRow

WHY = "Why"
_ALL_COUNT = ("choice", "places")  # of these whatever is accepted is told; of the others the first form of it


def solved(question: Grid) -> str:
    """Return prompt and table as static HTML; columns without a key are left out, the learner's own among them."""
    columns = [c for c in question.columns if c.type == "given" or any(cell.column == c.id for cell in question.cells)]
    reasons = any(cell.feedback for cell in question.cells)
    head = [question.rows_name, *(column.name for column in columns), *[WHY] * reasons]
    rows = [_row(question, row, columns, reasons=reasons) for row in question.rows]
    top = tag("thead", tag("tr", *(tag("th", words) for words in head)))
    table = tag("table", top, tag("tbody", *rows), class_="ck-table")
    scrolled = tag("div", table, class_="ck-solved")  # what is wider than the window is moved sideways
    return join(paragraphs(question.prompt, "ck-prompt"), scrolled).markup


def accepted(column: Column, cell: Cell) -> str:
    """Return what the key accepts in a cell, in the words of the column's list."""
    wanted = cell.wanted
    if column.type == "choices":
        may = [f"({in_words(column, each)})" for each in wanted.may]
        return "; ".join([*(in_words(column, each) for each in wanted.any), *may])
    told = wanted.any if column.type in _ALL_COUNT else wanted.any[:1]
    return ", or ".join(in_words(column, each) for each in told) + (f" {column.unit}" if column.unit else "")


def _row(question: Grid, row: TableRow, columns: list[Column], *, reasons: bool) -> Safe:
    keyed = {cell.column: cell for cell in question.cells if cell.row == row.id}
    shown = [
        prose(row.given.get(column.id, "")) if column.type == "given" else _key(column, keyed.get(column.id))
        for column in columns
    ]
    why = [(column, keyed[column.id].feedback) for column in columns if column.id in keyed]
    told = [(column.name, words) for column, words in why if words]
    named = len(keyed) > 1  # then it has to be said which entry a reason is for
    lines = [tag("div", join(tag("em", name), ": ") if named else "", prose(words)) for name, words in told]
    return tag("tr", tag("th", prose(row.text)), *(tag("td", each) for each in shown), *[tag("td", *lines)] * reasons)


def _key(column: Column, cell: Cell | None) -> Safe:
    return Safe("") if cell is None else prose(accepted(column, cell))
