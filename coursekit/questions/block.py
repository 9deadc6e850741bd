"""A block of cells as text: what a spreadsheet saves as CSV, or puts on the clipboard.

On the clipboard tabs part cells, and a spreadsheet puts quotation marks only round a cell that holds a tab or a line
end; all others are the writer's own. In a file with commas or semicolons quotation marks round a whole cell are the
file's. What opens with one and does not end with one is taken as it stands, so that a single mark never swallows the
cells after it. `frontend/src/kinds/paste.js` reads a paste by the same rules.
"""

from __future__ import annotations

import re

TAB = "\t"
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


def rows_of(text: str, separator: str = TAB) -> list[list[str]]:
    """Return the rows of a block, each as the words of its cells."""
    source = re.sub(r"\r\n?", "\n", text).removesuffix("\n")
    ends = {separator, "\n"}
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        held = _held(source, at, separator)
        end = at + len(held) if held else next((n for n in range(at, len(source)) if source[n] in ends), len(source))
        cell = source[at:end]
        rows[-1].append(cell[1:-1].replace('""', '"') if held else cell)
        if end == len(source):
            return rows
        if source[end] == "\n":
            rows.append([])
        at = end + 1


def _held(source: str, at: int, separator: str) -> str:
    """Return a cell with the quotation marks that hold it together, or nothing where its marks are its own."""
    found = _QUOTED.match(source, at)
    if not found or source[found.end() : found.end() + 1] not in ("", separator, "\n"):
        return ""
    if separator != TAB:
        return found[0]
    inner = found[1]
    # Of a tab and a line end one at most: with both, marks of two cells in different rows are likelier. No cell
    # begins or ends with either: there the mark stands alone in its cell, as ditto marks do.
    return found[0] if (TAB in inner) != ("\n" in inner) and inner == inner.strip(f"{TAB}\n") else ""
