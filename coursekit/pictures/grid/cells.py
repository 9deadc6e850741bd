"""Claims against files: ``lessons/pictures/NN-name.toml``, kind grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.reading import read_table
from coursekit.pictures.entries import check_entries, passages

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.problems import Problem
    from coursekit.authoring.table import Table

LOOKS = ("full", "half", "ring", "bad", "echo", "void")
MOST_ROWS, MOST_COLUMNS, MOST_CODES = 30, 8, 8
_CODE, _NAME, _CLAIM = 2, 40, 160  # characters


@dataclass(frozen=True)
class Code:
    """What a file may do with a claim: a letter, its name, and the look of its mark."""

    id: str
    name: str
    look: str


@dataclass(frozen=True)
class Cell:
    """What one file does with one claim, where, and a word on it."""

    code: Code
    at: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class GridRow:
    """A claim, and its cells in the order of the columns."""

    claim: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """A title, what there is to see, the columns, the codes, the rows; ``corner`` heads the first column."""

    title: str
    summary: str
    corner: str
    columns: tuple[str, ...]
    codes: tuple[Code, ...]
    rows: tuple[GridRow, ...]


def load_grid(path: Path, name: str = "") -> Grid:
    """Read a grid; ``name`` is what messages call the file.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    table = read_table(path, name)
    table.one_of("kind", ("grid",))
    columns = table.texts("columns", required=True)
    if len(columns) > MOST_COLUMNS or len(set(columns)) < len(columns):
        raise table.error("columns", f"expected at most {MOST_COLUMNS} columns, each once, found {len(columns)}")
    codes = _codes(table)
    entries = table.tables("row", least=1)
    if len(entries) > MOST_ROWS:
        raise table.error("row", f"expected at most {MOST_ROWS} rows, found {len(entries)}; make two pictures")
    rows = tuple(_row(entry, columns, codes) for entry in entries)
    corner = table.text("corner", "Claim", most=_NAME)
    found = Grid(table.text("title"), table.text("summary"), corner, columns, tuple(codes.values()), rows)
    table.done()
    return found


def check_grid(path: Path, name: str = "") -> list[Problem]:
    """Return the first fault of each row, and of the file's head."""

    def one(entry: Table) -> object:
        table = read_table(path, name)
        return _row(entry, table.texts("columns", required=True), _codes(table))

    return check_entries(path, name, "row", one, load_grid)


def _codes(table: Table) -> dict[str, Code]:
    entries = table.tables("code", least=2)
    if len(entries) > MOST_CODES:
        raise table.error("code", f"expected at most {MOST_CODES} codes, found {len(entries)}")
    found: dict[str, Code] = {}
    for entry in entries:
        code = Code(entry.text("id", most=_CODE), entry.text("name", most=_NAME), entry.one_of("look", LOOKS))
        if code.id in found:
            raise entry.error("id", f"expected a letter of its own, found “{code.id}” a second time")
        entry.done()
        found[code.id] = code
    return found


def _row(entry: Table, columns: tuple[str, ...], codes: dict[str, Code]) -> GridRow:
    cells: dict[str, Cell] = {}
    for each in entry.tables("cell"):
        column = each.one_of("of", columns)
        if column in cells:
            raise each.error("of", f"expected each column once, found “{column}” a second time")
        code = codes[each.one_of("code", tuple(codes))]
        cells[column] = Cell(code, passages(each, "at"), each.text("note", "", most=_CLAIM))
        each.done()
    missing = [column for column in columns if column not in cells]
    if missing:
        raise entry.error("cell", f"expected a cell for each column; there is none for {', '.join(missing)}")
    found = GridRow(entry.text("claim", most=_CLAIM), tuple(cells[column] for column in columns))
    entry.done()
    return found
