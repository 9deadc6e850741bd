"""What a question with a table is made of, and how it is read from an author's file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.questions.base import Answer, Choice, Question
from coursekit.questions.columns import TYPES, Column, Wanted, in_form, plain, share
from coursekit.questions.options import MOST_ID, load_choices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.authoring.table import Table

MOST_ROWS, MOST_COLUMNS = 60, 12


@dataclass(frozen=True)
class Near:
    """A foreseen wrong cell, in the form of a key."""

    value: str
    feedback: str
    misconception: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell with a key."""

    row: str
    column: str
    wanted: Wanted
    feedback: str = ""
    near: tuple[Near, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Row and column."""
        return self.row, self.column

    def missed(self, read: str) -> Near | None:
        """Return the near miss that a cell is, as `read_cell` gave it."""
        return next((near for near in self.near if near.value == read or near.value in read.split("|")), None)

    @property
    def part(self) -> str:
        """What a note on it is about."""
        return f"{self.row}:{self.column}"


@dataclass(frozen=True)
class TableRow:
    """A row: its id, its words, what is given in it, and which columns are asked in it (all, if none is named)."""

    id: str
    text: str
    given: Mapping[str, str] = field(default_factory=dict)
    only: tuple[str, ...] = ()

    def asks(self, column: str) -> bool:
        """Tell whether the column is there to be filled in, or read, in this row."""
        return not self.only or column in self.only

    def view(self) -> dict[str, Any]:
        """Return what a learner may see."""
        return {"id": self.id, "text": self.text, "given": dict(self.given), "only": list(self.only)}


@dataclass(frozen=True, kw_only=True)
class Grid(Question):
    """A question with a table; ``cells`` are those that have a key."""

    rows_name: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    cells: tuple[Cell, ...]

    def column(self, column_id: str) -> Column:
        """Return a column by its id."""
        return next(column for column in self.columns if column.id == column_id)


def cells(answer: Answer) -> dict[tuple[str, str], str]:
    """Return what stands in the cells of an answer, by row and column."""
    given = answer.get("cells") or {}
    return {(row, column): text for row, line in given.items() for column, text in line.items() if text}


def cell_name(question: Grid, cell: Cell) -> str:
    """Return what a cell is called: its row's words and its column's name."""
    row = next(row for row in question.rows if row.id == cell.row)
    return f"{row.text} · {question.column(cell.column).name}"


def load_grid(table: Table, common: Mapping[str, Any]) -> Grid:
    """Read ``[[question.list]]``, ``[[question.column]]``, ``[[question.row]]`` and ``[[question.near]]``."""
    lists = load_lists(table)
    columns = load_columns(table, lists)
    rows, cells = _rows(table, columns)
    cells = _nears(table, columns, cells)
    if not cells and not any(column.type == "text" for column in columns):
        raise table.error("row", "expected a key in at least one row, as key = {column = “value”}")
    return Grid(
        **common, rows_name=table.text("rows_name", ""), columns=columns, rows=rows, cells=tuple(cells.values())
    )


def load_lists(table: Table) -> dict[str, tuple[Choice, ...]]:
    """Read the closed lists that columns name."""
    lists: dict[str, tuple[Choice, ...]] = {}
    for entry in table.tables("list"):
        lists[entry.text("id", most=MOST_ID)] = load_choices(entry, "choice")
        entry.done()
    return lists


def load_columns(table: Table, lists: Mapping[str, tuple[Choice, ...]]) -> tuple[Column, ...]:
    """Read the columns."""
    entries = table.tables("column", least=1)
    if len(entries) > MOST_COLUMNS:
        raise table.error("column", f"expected at most {MOST_COLUMNS} columns, found {len(entries)}")
    columns: list[Column] = []
    for entry in entries:
        type_ = entry.one_of("type", TYPES)
        column = Column(
            _own_id(entry, [each.id for each in columns]),
            entry.text("name"),
            type_,
            lists[entry.one_of("list", tuple(lists))] if type_ in ("choice", "choices") else (),
            entry.text("help", ""),
            entry.text("unit", ""),
            entry.text("wrong", ""),
            entry.flag("own"),
        )
        entry.done()
        columns.append(column)
    return tuple(columns)


def _rows(table: Table, columns: tuple[Column, ...]) -> tuple[tuple[TableRow, ...], dict[tuple[str, str], Cell]]:
    entries = table.tables("row", least=1)
    if len(entries) > MOST_ROWS:
        raise table.error("row", f"expected at most {MOST_ROWS} rows, found {len(entries)}")
    rows: list[TableRow] = []
    cells: dict[tuple[str, str], Cell] = {}
    known = {column.id: column for column in columns}
    asked = tuple(column.id for column in columns if column.keyed)
    for entry in entries:
        name = _own_id(entry, [row.id for row in rows])
        given = {key: _text(entry, "given", value) for key, value in _inner(entry, "given", tuple(known)).items()}
        reasons = _inner(entry, "feedback", asked)
        for column, value in _inner(entry, "key", asked).items():
            wanted = _wanted(entry, known[column], value)
            reason = _text(entry, "feedback", reasons.get(column, ""))
            cells[name, column] = Cell(name, column, wanted, reason)
        only = tuple(column for column in known if (name, column) in cells or not known[column].keyed)
        rows.append(TableRow(name, entry.text("text"), given, only if len(only) < len(columns) else ()))
        entry.done()
    return tuple(rows), cells


def _nears(
    table: Table, columns: tuple[Column, ...], cells: dict[tuple[str, str], Cell]
) -> dict[tuple[str, str], Cell]:
    known = {column.id: column for column in columns}
    for entry in table.tables("near"):
        where = entry.text("row"), entry.one_of("column", tuple(known))
        cell = cells.get(where)
        if cell is None:
            raise entry.error("row", f"expected a row with a key in column {where[1]}, found “{where[0]}”")
        column = known[cell.column]
        value = in_form(column, str(entry.raw("value")))
        if value is None:
            raise entry.error("value", f"expected what a cell of this column ({column.type}) can hold")
        if value in [plain(column, each) for each in cell.wanted.any]:
            raise entry.error("value", "expected a near miss, but that is accepted")
        near = Near(value, entry.text("feedback"), entry.text("misconception", ""))
        entry.done()
        cells[where] = Cell(cell.row, cell.column, cell.wanted, cell.feedback, (*cell.near, near))
    return cells


def _wanted(entry: Table, column: Column, value: object) -> Wanted:
    values = [str(each) for each in (value if isinstance(value, list) else [value])]
    may = [each[1:-1] for each in values if column.type == "choices" and each.startswith("(") and each.endswith(")")]
    read = [in_form(column, each) for each in values if each.strip("()") not in may]
    if not read or None in read or any(in_form(column, each) is None for each in may):
        raise entry.error("key", f"{column.id}: expected what a cell of type {column.type} can hold, found {values}")
    wanted = Wanted(tuple(each for each in read if each), tuple(may))
    if column.type == "choice" and len(set(wanted.any)) == len(column.choices):
        raise entry.error("key", f"{column.id}: expected not every choice there is")
    if column.type != "choices" and not share(column, wanted, plain(column, wanted.any[0])):
        raise entry.error("key", f"{column.id}: {wanted.any[0]} does not fit its own key")
    return wanted


def _inner(entry: Table, key: str, allowed: tuple[str, ...]) -> dict[str, Any]:
    found = entry.raw(key)
    if found is None:
        return {}
    if not isinstance(found, dict) or not set(found) <= set(allowed):
        raise entry.error(key, f"expected values for columns of {', '.join(allowed)}")
    return found


def _text(entry: Table, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise entry.error(key, "expected texts")
    return " ".join(value.split())


def _own_id(entry: Table, taken: list[str]) -> str:
    found = entry.text("id", most=MOST_ID)
    if found in taken or ":" in found:
        raise entry.error("id", f"expected an id without a colon, used once here, found “{found}”")
    return found
