"""How answers came about: how often they were checked, with how many hints, and what the first check gave.

All of it is what the hand-in's own history tells, which its learner could have changed: it is told beside the points
and never counted. Points after many checks measure persistence; those at the first check what was known before it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.marking.hand_in import MOST_HISTORY
from coursekit.questions import counted
from coursekit.questions.loading import HINTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.marking.hand_in import HandIn
    from coursekit.questions.base import Mark, Question


@dataclass(frozen=True)
class Effort:
    """What the history tells of one question, or of all.

    Parameters
    ----------
    checks, hints
        How often an answer was checked; how many hints were taken.
    first
        The points that the first check gave; those of now where it was never checked; None where nobody can tell.
    """

    checks: int = 0
    hints: int = 0
    first: float | None = None

    def to_json(self) -> dict[str, float | None]:
        """Return it as the details file has it."""
        return {"checks": self.checks, "hints": self.hints, "points_at_first_check": self.first}


def efforts(given: HandIn, marks: Iterable[tuple[Question, Mark]]) -> dict[str, Effort]:
    """Return what a hand-in's history tells of each question; what makes no sense in it is passed over."""
    cut = len(given.history) >= MOST_HISTORY  # its beginning, and with it the first checks, may be missing
    checks: dict[str, list[object]] = {}
    hints: dict[str, int] = {}
    for entry in given.history:
        name, step = entry.get("question"), entry.get("step")
        if not isinstance(name, str):
            continue
        if entry.get("what") == "checked":
            checks.setdefault(name, []).append(entry.get("points"))
        elif entry.get("what") == "hint" and isinstance(step, int) and 0 < step <= HINTS:
            hints[name] = max(hints.get(name, 0), step)
    return {
        question.id: Effort(
            len(checks.get(question.id, ())),
            hints.get(question.id, 0),
            _first(question, mark, checks.get(question.id, []), cut=cut),
        )
        for question, mark in marks
    }


def together(each: Iterable[Effort]) -> Effort:
    """Return what is told of all questions; what was not told of one is told of none."""
    all_of_them = tuple(each)
    first = [effort.first for effort in all_of_them]
    known = [points for points in first if points is not None]
    return Effort(
        sum(effort.checks for effort in all_of_them),
        sum(effort.hints for effort in all_of_them),
        round(sum(known), 2) if len(known) == len(first) else None,
    )


def _first(question: Question, mark: Mark, told: list[object], *, cut: bool) -> float | None:
    """Return the points at the first check; none are counted by machine where a person reads."""
    if not counted(question):
        return 0.0
    if cut:
        return None
    if not told:
        return mark.points
    points = told[0]
    if isinstance(points, bool) or not isinstance(points, int | float) or not math.isfinite(points):
        return None
    return round(min(max(float(points), 0.0), question.points), 2)
