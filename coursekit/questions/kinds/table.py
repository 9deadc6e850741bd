"""A table to be filled in, cell by cell.

Marking: each cell that has a key counts the same; a blank one, or one that cannot be read, counts nothing and is
not wrong. Cells for a reader have no points. Feedback: for each cell filled in, never with the key in it, so that
one can try again; then, for each column, how much of it is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.dates.human import Unread
from coursekit.html import prose, tag
from coursekit.questions.base import Answer, Decision, Mark, Note, State, counted_out, note, scored
from coursekit.questions.columns import LONGEST, in_words, plain, read_cell, share
from coursekit.questions.filled_in import filled_in
from coursekit.questions.grid import Grid, cell_name, cells, load_grid
from coursekit.questions.kind import Kind, Reader
from coursekit.questions.page import hint
from coursekit.questions.solved_grid import solved

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.columns import Column
    from coursekit.questions.grid import Cell, TableRow
    from coursekit.questions.shelf import Shelf, Texts

FAR = {"date": "1066-10-14", "number": "987654321", "places": "ZZZ p999"}
_ALL = 1 - 1e-9
_HALF = 0.5


class TableKind(Kind[Grid]):
    """The kind; `argument` shares all but loading and marking."""

    plain_key = "cells"
    minutes = 1.0  # an entry is looked up in the text
    tells_key = False  # one fills it in bit by bit, and checks in between
    least_words = 1  # the row says the rest

    def load(self, table: Table, common: Mapping[str, Any]) -> Grid:
        """Read columns, rows and their keys."""
        return load_grid(table, common)

    def problem(self, question: Grid, answer: Answer) -> str | None:
        """Say whether it is a table of row to column to text."""
        given = answer.get("cells")
        if given is None:
            return None
        if not isinstance(given, dict) or not all(isinstance(row, dict) for row in given.values()):
            return "The answer should say for each row and column what stands there."
        columns, rows = {column.id for column in question.columns}, {row.id for row in question.rows}
        if not (set(given) <= rows and all(set(row) <= columns for row in given.values())):
            return "The answer names a row or column that this table does not have."
        values = [value for row in given.values() for value in row.values() if value is not None]
        if not all(isinstance(value, str) for value in values):
            return "Each cell of the answer should be a text."
        return (
            f"A cell is longer than {LONGEST:,} characters; shorten it."
            if max(map(len, values), default=0) > LONGEST
            else None
        )

    def mark(self, question: Grid, answer: Answer, texts: Texts | None = None) -> Mark:  # noqa: ARG002
        """Mark cell by cell."""
        given = cells(answer)
        notes, shares = [], dict.fromkeys((column.id for column in question.columns), 0.0)
        filled = full = 0
        for cell in question.cells:
            column = question.column(cell.column)
            read = read_cell(column, given.get((cell.row, cell.column), ""))
            if not read or isinstance(read, Unread):
                notes += [Note(cell.part, "note", read.why)] if isinstance(read, Unread) and read.why else []
                continue
            filled += 1
            # A near miss comes first: 4.58, copied, lies within the tolerance of 4.6.
            right = 0.0 if cell.missed(read) else share(column, cell.wanted, read)
            shares[column.id] += right
            full += right > _ALL
            notes.append(_told(cell, column, read, right))
        if not filled:
            others = [column.id for column in question.columns if column.type == "text"]
            written = any(text.strip() and column in others for (_, column), text in given.items())
            if not question.cells and written:
                return Mark("human", 0.0, question.points, tuple(notes))
            return Mark("unanswered", 0.0, question.points, tuple(notes))
        notes += _tallies(question, shares)
        of = len(question.cells)
        return counted_out(scored(question, sum(shares.values()) / of, notes), full, of - filled, of)

    def unread(self, question: Grid, answer: Answer) -> list[str]:
        """Return the cells that were filled in and could not be read, each with the reason."""
        keyed = {cell.key for cell in question.cells}
        return [
            f"{row}, {question.column(column).name}: {read.why}"
            for (row, column), text in cells(answer).items()
            if not keyed or (row, column) in keyed
            if isinstance(read := read_cell(question.column(column), text), Unread)
        ]

    def view(self, question: Grid, shelf: Shelf | None = None) -> dict[str, Any]:  # noqa: ARG002
        """Return columns and rows, without keys."""
        rows = [row.view() for row in question.rows]
        return {
            "rows_name": question.rows_name,
            "columns": [column.view() for column in question.columns],
            "rows": rows,
        }

    def body(self, question: Grid, answer: Answer) -> Iterable[Safe]:
        """Return the table as far as it is filled in."""
        given = cells(answer)
        head = tag("tr", *(tag("th", words) for words in (question.rows_name, *(c.name for c in question.columns))))
        rows = [
            tag("tr", tag("th", prose(row.text)), *(_shown(row, column, given) for column in question.columns))
            for row in question.rows
        ]
        lists = {column.choices: column for column in question.columns if column.choices}
        body = [hint(_legend(column)) for column in lists.values()]
        return [*body, tag("table", tag("thead", head), tag("tbody", *rows), class_="ck-table")]

    def labels(self, question: Grid, answer: Answer) -> Mapping[str, str]:  # noqa: ARG002
        """Return the name of each cell and column."""
        labels = {
            f"{row.id}:{column.id}": f"{row.text}, {column.name}"
            for row in question.rows
            for column in question.columns
        }
        return labels | {f"column:{c.id}": c.name for c in question.columns}

    def solved(self, question: Grid, answer: Answer, mark: Mark, shelf: Shelf | None = None) -> str:
        """Return the table with what its key accepts and why, row by row; one without a key as it was filled in."""
        return solved(question) if question.cells else super().solved(question, answer, mark, shelf)

    def decisions(self, question: Grid, answer: Answer) -> Mapping[str, Decision]:
        """Return what stands in each cell that has a key and could be read."""
        given = cells(answer)
        found = {}
        for cell in question.cells:
            column = question.column(cell.column)
            read = read_cell(column, given.get(cell.key, ""))
            if read and not isinstance(read, Unread):
                right = not cell.missed(read) and share(column, cell.wanted, read) > _ALL
                found[cell.part] = Decision(cell_name(question, cell), in_words(column, read), right)
        return found

    def read_by(self, question: Grid) -> Reader:
        """Return a teacher for what is written, the machine for cells with a key."""
        if not question.cells:
            return "teacher"
        return "both" if any(column.free for column in question.columns) else "machine"

    def filled(self, question: Grid, answer: Answer) -> bool:
        """Tell whether half of the cells, or where none has a key of the rows, have something in them."""
        given = sum(bool(text.strip()) for text in cells(answer).values())
        return given >= _HALF * (len(question.cells) or len(question.rows))

    def plain(self, question: Grid, value: object) -> Answer:
        """Read rows, or the path of a CSV file."""
        return {self.plain_key: filled_in(question, value)}

    def typical(self, question: Grid) -> list[tuple[Answer, State]]:
        """Return blank, all right, all wrong where that is possible, and each near miss in a right table."""
        right = {(cell.row, cell.column): _right(question.column(cell.column), cell) for cell in question.cells}
        if not right:
            written = {(row.id, c.id): "Some words." for row in question.rows for c in question.columns if c.free}
            return [({}, "unanswered"), ({"cells": {}}, "unanswered"), (_answer(written), "human")]
        first = next(iter(right))
        tries: list[tuple[Answer, State]] = [({}, "unanswered"), ({"cells": {}}, "unanswered")]
        tries += [({"cells": {first[0]: {first[1]: " "}}}, "unanswered"), (_answer(right), "right")]
        wrong = {key: value for key, value in ((c.key, _wrong(question, c)) for c in question.cells) if value}
        tries += [(_answer(wrong), "wrong")] if wrong else []
        if len(right) > 1:
            tries.append((_answer({first: right[first]}), "partly"))
            tries += [(_answer(right | {c.key: near.value}), "partly") for c in question.cells for near in c.near]
        return tries

    def feedback(self, question: Grid) -> Iterable[tuple[str, str]]:
        """Return each cell's reason, its near misses, and what is told of wrong cells."""
        said = [
            (cell.part, words) for cell in question.cells for words in (cell.feedback, *(n.feedback for n in cell.near))
        ]
        return [
            *((part, words) for part, words in said if words),
            *((f"column:{c.id}", c.wrong) for c in question.columns if c.wrong),
        ]


def _told(cell: Cell, column: Column, read: str, right: float) -> Note:
    if right > _ALL:
        return note(cell.part, "right", cell.feedback or "That is borne out.")
    if near := cell.missed(read):
        return note(cell.part, "wrong", near.feedback, misconception=near.misconception)
    if right:
        return note(cell.part, "partly", column.wrong or "Some of it is borne out, some of it is not, or is missing.")
    return note(cell.part, "wrong", column.wrong or "That is not borne out; read the passage again.")


def _tallies(question: Grid, shares: dict[str, float]) -> list[Note]:
    told = []
    for column in question.columns:
        of = sum(cell.column == column.id for cell in question.cells)
        if of:
            tone = "right" if shares[column.id] > of * _ALL else "note"
            told.append(
                Note(f"column:{column.id}", "right" if tone == "right" else "note", f"{shares[column.id]:.3g} of {of}.")
            )
    return told if len(told) > 1 else []


def _shown(row: TableRow, column: Column, given: dict[tuple[str, str], str]) -> Any:
    if column.type == "given":
        return tag("td", prose(row.given.get(column.id, "")))
    if not row.asks(column.id):
        return tag("td", "")
    text = given.get((row.id, column.id), "")
    names = {choice.id: choice.text for choice in column.choices}
    return tag("td", names.get(text, text) or tag("em", "open"))


def headed(name: str) -> str:
    """Return a name as the head of what is said of it: what asks has its sign already."""
    return name if name.endswith(("?", "!", ".", ":")) else f"{name}:"


def _legend(column: Column) -> str:
    offered = "; ".join(choice.text for choice in column.choices)
    return f"{headed(column.name)} {'any of' if column.type == 'choices' else 'one of'}: {offered}."


def _right(column: Column, cell: Cell) -> str:
    return ", ".join(cell.wanted.any) if column.type == "choices" else plain(column, cell.wanted.any[0])


def _wrong(question: Grid, cell: Cell) -> str:
    column = question.column(cell.column)
    if column.choices:
        harmless = {*cell.wanted.any, *cell.wanted.may}
        return next((choice.id for choice in column.choices if choice.id not in harmless), "")
    return FAR[column.type]


def _answer(filled: dict[tuple[str, str], str]) -> Answer:
    rows: dict[str, dict[str, str]] = {}
    for (row, column), text in filled.items():
        rows.setdefault(row, {})[column] = text
    return {"cells": rows}


KIND: Kind[Grid] = TableKind()
