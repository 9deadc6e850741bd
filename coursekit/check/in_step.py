"""Choices that stand in the order of the rows they belong to: the order gives the answer.

A learner who goes down two lists side by side is right without reading. So a list of choices and the rows that
choose from it must not run in step, upwards or downwards.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from coursekit.questions.grid import Grid
from coursekit.questions.pairing import Pairing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursekit.questions import Question

LEAST = 4  # rows; of fewer, chance puts too many in step
NEARLY = 5  # rows, from which one that is out of step hides nothing
DISTINCT = 4  # choices used, where one row is out of step


def in_step(question: Question) -> Iterator[str]:
    """Yield the lists of a question that run in step with its rows."""
    for what, places in _lists(question):
        if _runs(places) or _runs(places[::-1]):
            yield f"{what} stand in the order of the rows they belong to; shuffle the one or the other"


def _lists(question: Question) -> Iterator[tuple[str, list[int]]]:
    """Yield what is to be chosen from, and for each row the place of its first right choice."""
    if isinstance(question, Pairing):
        ids = [box.id for box in question.boxes]
        yield "the choices", [ids.index(card.boxes[0]) for card in question.cards]
    if isinstance(question, Grid):
        for column in question.columns:
            ids = [choice.id for choice in column.choices]
            keys = {cell.row: cell.wanted.any[0] for cell in question.cells if cell.column == column.id}
            right = [keys[row.id] for row in question.rows if row.id in keys]
            yield f"the choices of “{column.name}”", [ids.index(each) for each in right if each in ids]


def _runs(places: Sequence[int]) -> bool:
    """Tell whether places never go back; in a longer row of many, but for one."""
    used, rows = len(set(places)), len(places)
    ends: list[int] = []  # ends[n] is the least place in which n + 1 of them can end that never go back
    for place in places:
        at = bisect_right(ends, place)
        ends[at : at + 1] = [place]
    if len(ends) == rows:
        return rows >= LEAST and used > 1
    return len(ends) == rows - 1 and rows >= NEARLY and used >= DISTINCT
