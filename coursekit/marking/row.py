"""One row of the marks: what became of one file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.marking.visible import cell, visible

if TYPE_CHECKING:
    from coursekit.marking.effort import Effort
    from coursekit.marking.one import Mark
    from coursekit.questions.base import Question

FIRST_COLUMNS = ("file", "learner", "exercise", "version", "points", "of", "for_a_teacher", "status", "note")
LATER_COLUMNS = ("platform_id", "checks", "hints", "points_at_first_check")  # which older files of marks lack
COLUMNS = (*FIRST_COLUMNS, *LATER_COLUMNS)

MARKED = "marked"  # and it counts
EARLIER = "earlier"  # marked; a later one of the same learner counts
UNKNOWN = "unknown exercise"
NEWER = "newer version"  # of the exercise than is here
NONE = "not a hand-in"
UNREADABLE = "unreadable"
FAULT = "fault"  # of ours, in marking it
STATUSES = (MARKED, EARLIER, UNKNOWN, NEWER, NONE, UNREADABLE, FAULT)
UNMARKED = STATUSES[2:]

MOST_FILE, MOST_NOTE, MOST_ID = 400, 600, 60


@dataclass(frozen=True)
class Marks:
    """The points of a hand-in, and all marks of it as JSON; ``note`` says what of it could not be read."""

    points: float
    of: float
    for_a_teacher: float
    questions: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row; all texts are fit to be seen, though not yet for a spreadsheet.

    Parameters
    ----------
    person
        Who handed it in, where a learning platform's names tell.
    made
        UTC time at which the hand-in was written.
    checks, hints, first
        How the answers came about (`effort.Effort`), as the hand-in tells it.
    content, basis
        Under what the ledger keeps its marks; "" where it has none.
    fingerprint
        By what the same work is known under another name (`same_work.work_of`).
    """

    file: str
    learner: str = ""
    exercise: str = ""
    version: str = ""
    points: float | None = None
    of: float | None = None
    for_a_teacher: float | None = None
    status: str
    note: str = ""
    person: str = ""
    made: str = ""
    content: str = ""
    basis: str = ""
    fingerprint: str = ""
    checks: int | None = None
    hints: int | None = None
    first: float | None = None

    @property
    def platform_id(self) -> str:
        """The id by which a learning platform knows who handed in; "" where no name tells."""
        return self.person.rpartition(" ")[2]

    def cells(self, decimal: str = ".") -> list[str]:
        """Return the row as it stands in the CSV; what does not count has no points there.

        ``decimal`` is the sign before decimals.
        """
        shown = self._numbers(decimal, self.points, self.of, self.for_a_teacher)
        effort = self._numbers(decimal, self.checks, self.hints, self.first)
        texts = [cell(text) for text in (self.file, self.learner, self.exercise, self.version)]
        last = [cell(visible(self.note, MOST_NOTE)), cell(visible(self.platform_id, MOST_ID))]
        return [*texts, *shown, self.status, *last, *effort]

    def _numbers(self, decimal: str, *numbers: float | None) -> list[str]:
        counts = self.status == MARKED
        return [f"{number:g}".replace(".", decimal) if number is not None and counts else "" for number in numbers]


def version(exercise: int, marking: str) -> str:
    """Return what stands under ``version``: of the exercise whose key was used, and of the marking."""
    return f"{exercise} (marking {marking})"


def details(question: Question, mark: Mark, effort: Effort) -> dict[str, object]:
    """Return the mark of one question as the details file has it: no words, but what they were told of."""
    parts = [
        {"part": note.part, "tone": note.tone} | ({"misconception": note.misconception} if note.misconception else {})
        for note in mark.feedback
    ]
    head = {"id": question.id, "version": question.version, "kind": question.kind, "state": mark.state}
    return head | {"points": mark.points, "of": mark.of, **effort.to_json(), "parts": parts}
