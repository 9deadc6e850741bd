"""A corroboration grid: what each file does with each claim, and where.

It is a table, so it needs no drawing; where it is narrow each row becomes a card.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, join, prose, tag
from coursekit.pictures.frame import figure, references

if TYPE_CHECKING:
    from coursekit.pictures.grid.cells import Cell, Code, Grid, GridRow


def grid(data: Grid) -> str:
    """Return a grid as HTML, and the same as a numbered list of sentences."""
    head = tag("tr", tag("th", data.corner, scope="col"), *(tag("th", each, scope="col") for each in data.columns))
    rows = [_row(data, row) for row in data.rows]
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="ck-tabled ck-cells")
    return figure("grid", data.title, data.summary, join(_legend(data), table), _plain(data)).markup


def _row(data: Grid, row: GridRow) -> Safe:
    # The column's name goes with the cell: as a card the row has no head above it.
    cells = [tag("td", _cell(cell), data_of=column) for column, cell in zip(data.columns, row.cells, strict=True)]
    return tag("tr", tag("th", prose(row.claim), scope="row"), *cells)


def _cell(cell: Cell) -> Safe:
    note = tag("small", prose(cell.note)) if cell.note else ""
    at = tag("small", references(cell.at)) if cell.at else ""
    return tag("div", _mark(cell.code), tag("span", cell.code.name), at, note)


def _mark(code: Code) -> Safe:
    return tag("b", code.id, class_=f"ck-code ck-look-{code.look}", aria_hidden="true")


def _legend(data: Grid) -> Safe:
    used = {cell.code.id for row in data.rows for cell in row.cells}
    entries = [tag("span", _mark(code), code.name, class_="ck-entry") for code in data.codes if code.id in used]
    return tag("p", *entries, class_="ck-legend")


def _plain(data: Grid) -> Safe:
    return tag("ol", *(tag("li", prose(_sentence(data, row))) for row in data.rows))


def _sentence(data: Grid, row: GridRow) -> str:
    said = []
    for column, cell in zip(data.columns, row.cells, strict=True):
        at = f" ({', '.join(cell.at)})" if cell.at else ""
        said.append(f"{column}: {cell.code.name}{at}{f', {cell.note}' if cell.note else ''}")
    return f"{row.claim} {'; '.join(said)}."
