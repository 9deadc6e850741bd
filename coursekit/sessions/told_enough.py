"""What a check of a table tells once somebody has tried much: how many of these cells are right, and no more which.

Who enters one choice everywhere, checks, keeps what is right and goes on with the next has all points in the end and
has read nothing. Whoever fills a table in bit by bit, and corrects what was wrong once or twice, is told everything.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursekit.dates.human import Unread
from coursekit.questions.base import Note
from coursekit.questions.columns import read_cell
from coursekit.questions.grid import Grid, cells
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.questions import Mark, Question
    from coursekit.questions.base import Answer

MOST = 3  # entries in one cell of which a check tells whether they are right


def told_enough(question: Question, mark: Mark, answer: Answer, checked: Iterable[Answer]) -> Mark:
    """Return a mark without what it tells of cells in which more than `MOST` entries were checked.

    Parameters
    ----------
    question, mark, answer
        What was answered, and its mark; of any kind but a table's it stays as it is.
    checked
        All answers to the question that were checked, oldest first.
    """
    if not isinstance(question, Grid):
        return mark
    entries: dict[tuple[str, str], list[str]] = {}
    for each in checked:
        for cell, text in cells(each).items():
            if text not in (there := entries.setdefault(cell, [])):
                there.append(text)
    held = {f"{row}:{column}" for (row, column), text in cells(answer).items()
            if text not in _told(question, column, entries.get((row, column), []))}  # fmt: skip
    held &= {note.part for note in mark.feedback if note.tone != "note"}  # what could not be read is told always
    if not held:
        return mark
    where = f"In {count(len(held), 'cell')} more than {MOST} different entries were checked."
    words = f"{where} There a check now tells how many are right, and not which. Read the passages again."
    kept = tuple(note for note in mark.feedback if note.part not in held)
    return replace(mark, feedback=(*kept, Note("whole", "note", words)))


def _told(question: Grid, name: str, entries: list[str]) -> list[str]:
    """Return of which entries of a cell is told: the first few.

    The same in other words is not another one, and what cannot be read is none.
    """
    if len(entries) <= MOST:
        return entries
    column, told, meant = question.column(name), list[str](), set[str]()
    for text in entries:
        read = read_cell(column, text)
        if read and not isinstance(read, Unread):
            if read not in meant and len(meant) == MOST:
                continue
            meant.add(read)
        told.append(text)
    return told
