"""A table from outside (CSV): read with the place of every cell, so that some can be changed and all else stays.

Python's own reader tells no places, and its writer quotes in one way throughout. What another program wrote comes
back to that program byte for byte, but for the cells that were asked for.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.guises import PAGE, guise

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 20_000_000
MOST_CELLS = 1_000_000
SEPARATORS = ",;\t"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PAGES = ("utf-8", "cp1252", "latin-1")  # the last reads anything, and writes it as it was
_NAMED = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)  # a first line by which Excel knows the separator
_END = re.compile(r"\r\n|\n|\r")
_SAVE = "save or export it again as CSV"


@dataclass(frozen=True)
class Cell:
    """What a cell says, and where it stands in the text, with its quotation marks."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class TableFile:
    """A table, and how it was written; a line that is empty is a row of one empty cell."""

    text: str
    encoding: str
    mark: bytes
    separator: str
    rows: tuple[tuple[Cell, ...], ...]

    def words(self, row: int) -> list[str]:
        """Return what the cells of a row say."""
        return [cell.text for cell in self.rows[row]]

    def changed(self, cells: Mapping[tuple[int, int], str]) -> bytes:
        """Return the bytes of the file with other words in some cells.

        Parameters
        ----------
        cells
            Row and column, each from 0, to the words. A cell that was in quotation marks stays so.
        """
        pieces, at = [], 0
        for (row, column), words in sorted(cells.items()):
            cell = self.rows[row][column]
            quoted = self.text[cell.start : cell.start + 1] == '"'
            pieces += [self.text[at : cell.start], self._written(words, quoted=quoted)]
            at = cell.end
        return self.mark + "".join([*pieces, self.text[at:]]).encode(self.encoding)

    def _written(self, words: str, *, quoted: bool) -> str:
        needs = quoted or any(sign in words for sign in (self.separator, '"', "\n", "\r"))
        return '"' + words.replace('"', '""') + '"' if needs else words


def read_table_file(raw: bytes, name: str) -> TableFile:
    """Read a table from a file's bytes.

    Parameters
    ----------
    raw
        The bytes: UTF-8, UTF-16 with its mark, or else as Windows writes in Western Europe.
    name
        What messages call the file.

    Raises
    ------
    CourseError
        When it is no such table.
    """
    if len(raw) > MOST_BYTES:
        raise CourseError(f"{name}: larger than {MOST_BYTES // 1_000_000} MB, which no class list is; {_SAVE}")
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    found = "" if marked else guise(raw)
    if found and (found != PAGE or raw[:9].lower().startswith((b"<!doctype", b"<html"))):
        raise CourseError(f"{name}: {found}, not CSV; {_SAVE}")
    text, encoding, mark = _decoded(raw, name)
    if "\0" in text or not text.strip():
        raise CourseError(f"{name}: {'not text' if text.strip() else 'empty'}; {_SAVE}")
    separator, start = _separator(text)
    return TableFile(text, encoding, mark, separator, tuple(_rows(text, separator, start, name)))


def _decoded(raw: bytes, name: str) -> tuple[str, str, bytes]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding), encoding, mark
            except UnicodeDecodeError as error:
                raise CourseError(f"{name}: damaged (its beginning promises {encoding}); {_SAVE}") from error
    for encoding in _PAGES[:-1]:
        try:
            return raw.decode(encoding), encoding, b""
        except UnicodeDecodeError:
            continue
    return raw.decode(_PAGES[-1]), _PAGES[-1], b""


def _separator(text: str) -> tuple[str, int]:
    """Return what parts the cells, and where the table begins."""
    if named := _NAMED.match(text):
        return named[1], named.end()
    head = _END.split(text.lstrip("\r\n"), maxsplit=1)[0]
    outside = re.sub(r'"[^"]*"', "", head)
    return max(SEPARATORS, key=outside.count), 0


def _rows(text: str, separator: str, at: int, name: str) -> list[tuple[Cell, ...]]:
    part = re.escape(separator)
    quoted = re.compile(rf'"([^"]*(?:""[^"]*)*)"([^{part}\r\n]*)')
    bare = re.compile(rf"[^{part}\r\n]*")
    rows: list[tuple[Cell, ...]] = []
    row: list[Cell] = []
    number = 0
    while at < len(text) or row:
        if text[at : at + 1] == '"':
            found = quoted.match(text, at)
            if not found:
                raise CourseError(f"{name}: row {len(rows) + 1}: a quotation mark is not closed; {_SAVE}")
            words = found[1].replace('""', '"') + found[2]
        else:
            found = bare.match(text, at)
            words = found[0] if found else ""
        end = found.end() if found else at
        row.append(Cell(words, at, end))
        number += 1
        if number > MOST_CELLS:
            raise CourseError(f"{name}: more than {MOST_CELLS:,} cells, which no class list has; {_SAVE}")
        if text[end : end + 1] == separator:
            at = end + 1
            continue
        rows.append(tuple(row))
        row = []
        line = _END.match(text, end)
        at = line.end() if line else end
    return rows
