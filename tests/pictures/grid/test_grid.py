"""The grid as a page has it."""

from __future__ import annotations

import html
import re

from coursekit.pictures.grid.cells import Cell, Code, Grid, GridRow
from coursekit.pictures.grid.figure import grid
from tests.pictures.test_pictures import HOSTILE, Reader

SAYS, SILENT, UNUSED = Code("A", "says so", "full"), Code("S", "silent", "void"), Code("X", "repeats", "echo")
ROW = GridRow("The lamp burned.", (Cell(SAYS, ("LOG p2", "LOG p3"), "till four"), Cell(SILENT, (), "")))
DATA = Grid("Lamp", "One row.", "Claim", ("LOG", "REP"), (SAYS, SILENT, UNUSED), (ROW, ROW))


def test_a_grid_is_a_table_with_heads() -> None:
    page = grid(DATA)
    read = Reader(page)
    assert read.open == []
    assert [value for name, value in read.attributes if name == "scope"] == ["col"] * 3 + ["row"] * 2
    assert [value for name, value in read.attributes if name == "data-of"] == ["LOG", "REP"] * 2
    assert read.words.count("LOG p2, LOG p3") == 4  # twice in the table, twice as text


def test_a_code_is_a_letter_a_look_and_a_name() -> None:
    page = grid(DATA)
    table = page[page.index("<table") : page.index("<details")]
    assert re.findall(r'ck-look-(\w+)" aria-hidden="true">(\w)', table) == [("full", "A"), ("void", "S")] * 2
    assert table.count("says so") == table.count("silent") == 2
    assert "repeats" not in Reader(page).words  # the legend names only what there is


def test_the_same_in_words() -> None:
    assert "The lamp burned. LOG: says so (LOG p2, LOG p3), till four; REP: silent." in Reader(grid(DATA)).words


def test_hostile_words_stay_words_and_bytes_stay_the_same() -> None:
    code = Code(HOSTILE, HOSTILE, "full")
    page = grid(Grid(*[HOSTILE] * 3, (HOSTILE,), (code,), (GridRow(HOSTILE, (Cell(code, (HOSTILE,), HOSTILE),)),)))
    read = Reader(page)
    assert read.open == []
    assert not {"script", "img"} & set(read.tags)
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert html.escape(HOSTILE[:30]) in page
    assert grid(DATA) == grid(DATA)
    assert len(grid(DATA)) < 30_000
