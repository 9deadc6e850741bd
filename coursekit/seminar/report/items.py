"""Each question's difficulty and discrimination.

Difficulty is the mean share of its points that those have who answered it: the lower, the harder. Discrimination is
the corrected item-total correlation (`correlation.item_rest`) between that share and the share of all other points
of the same hand-in, in which a blank answer has none. Of fewer than five there is neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coursekit.questions import counted
from coursekit.seminar.report.correlation import item_rest
from coursekit.seminar.report.few import enough

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coursekit.questions import Question
    from coursekit.seminar.report.sheets import Sheet, Sheets


@dataclass(frozen=True)
class Item:
    """The figures of one question.

    Parameters
    ----------
    n, handed
        How many answered it so that it has points, of how many who handed in.
    blank, unread
        How many left it blank, and how many wrote what could not be read.
    share
        Mean share of the points, 0 to 1; None of fewer than five.
    discrimination
        From -1 to 1; None of fewer than five, and where it is not defined.
    """

    exercise: str
    question: Question
    handed: int
    n: int
    blank: int
    unread: int
    share: float | None
    discrimination: float | None


class Pair(NamedTuple):
    """An answer that has points: whose sheet, its share of them, and the share of all other points of that sheet."""

    sheet: Sheet
    share: float
    rest: float | None


def pairs(of: Sheets) -> Iterator[tuple[Question, list[Pair]]]:
    """Yield each question of an exercise with its answers that have points."""
    counting = {each.id for each in of.asked if each.scores and (counted(each) or _read(of, each.id))}
    for question in of.asked:
        shares = [(sheet, share) for sheet in of.sheets if (share := sheet.share(question.id)) is not None]
        yield question, [Pair(sheet, share, _rest(sheet, counting - {question.id})) for sheet, share in shares]


def items(of: Sheets) -> Iterator[Item]:
    """Yield the figures of each question of an exercise."""
    for question, found in pairs(of):
        blank, unread = _unanswered(of, question.id)
        both = [(each.share, each.rest) for each in found if each.rest is not None]
        mean = fmean(each.share for each in found) if enough(len(found)) else None
        yield Item(of.exercise.id, question, len(of.sheets), len(found), blank, unread, mean, item_rest(both))


def _read(of: Sheets, question_id: str) -> bool:
    """Tell whether people have read answers to a question; until then whoever left it blank loses nothing."""
    return any("read" in sheet.marks.get(question_id, {}) for sheet in of.sheets)


def _rest(sheet: Sheet, others: Collection[str]) -> float | None:
    """Return the share of the points of some other questions; None where none of them has any."""
    points = of = 0.0
    for name, mark in sheet.marks.items():
        waits = mark["state"] == "human" and "read" not in mark
        if name in others and not waits:
            points, of = points + mark["points"], of + mark["of"]
    return points / of if of else None


def _unanswered(of: Sheets, question_id: str) -> tuple[int, int]:
    """Return how many left a question blank, and how many gave what could not be read as an answer."""
    marks = [mark for sheet in of.sheets if (mark := sheet.marks.get(question_id))]
    open_ = [mark for mark in marks if mark["state"] == "unanswered"]
    unread = sum(any(part["part"] == "answer" for part in mark["parts"]) for mark in open_)
    return len(open_) - unread, unread
