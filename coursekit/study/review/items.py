"""Questions that can come back: marked at once, short, each with its move, its misconceptions and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.questions import kind_named
from coursekit.questions.misconceptions import codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.questions import Question

LONG = frozenset({"table"})  # kinds that take more than a few minutes
_PURPOSES = frozenset({"quiz", "warm-up"})
_MINUTES = {"evidence": 1.5, "match": 1.5, "classify": 1.5, "order": 1.5}
_ONE, _GROUND = 0.75, 0.75  # minutes for any other kind; more, where one points at what the answer rests on


@dataclass(frozen=True)
class Item:
    """A question as review sees it.

    Parameters
    ----------
    move
        The skill it trains.
    codes
        The misconceptions that a wrong answer to it may show.
    source
        The document it rests on first; "" where it rests on none.
    minutes
        How long it takes, about.
    """

    id: str
    version: int
    move: str
    codes: frozenset[str]
    source: str
    minutes: float

    @property
    def lesson(self) -> str:
        """The number of its lesson."""
        return self.id[:2]


def items(questions: Iterable[Question]) -> dict[str, Item]:
    """Return the questions that can come back, by id."""
    return {each.id: _item(each) for each in questions if _can_come_back(each)}


def _can_come_back(question: Question) -> bool:
    return question.purpose in _PURPOSES and question.kind not in LONG and not kind_named(question.kind).open_ended


def _item(question: Question) -> Item:
    minutes = _MINUTES.get(question.kind, _ONE) + _GROUND * (question.ground is not None)
    source = question.rests_on[0].partition(" ")[0] if question.rests_on else ""
    return Item(question.id, question.version, question.skill, frozenset(codes(question)), source, minutes)
