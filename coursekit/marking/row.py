"""One row of the marks: what became of one file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.marking.visible import cell, visible

if TYPE_CHECKING:
    from coursekit.marking.one import Mark
    from coursekit.questions.base import Question

COLUMNS = ("file", "learner", "exercise", "version", "points", "of", "for_a_teacher", "status", "note")

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
    content, basis
        Under what the ledger keeps its marks; "" where it has none.
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

    def cells(self) -> list[str]:
        """Return the row as it stands in the CSV; what does not count has no points there."""
        numbers = [self.points, self.of, self.for_a_teacher] if self.status == MARKED else [None] * 3
        shown = [f"{number:g}" if number is not None else "" for number in numbers]
        texts = [cell(text) for text in (self.file, self.learner, self.exercise, self.version)]
        return [*texts, *shown, self.status, cell(visible(self.note, MOST_NOTE))]


def version(exercise: int, marking: str) -> str:
    """Return what stands under ``version``: of the exercise whose key was used, and of the marking."""
    return f"{exercise} (marking {marking})"


def details(question: Question, mark: Mark) -> dict[str, object]:
    """Return the mark of one question as the details file has it: no words, but what they were told of."""
    parts = [
        {"part": note.part, "tone": note.tone} | ({"misconception": note.misconception} if note.misconception else {})
        for note in mark.feedback
    ]
    head = {"id": question.id, "version": question.version, "kind": question.kind, "state": mark.state}
    return head | {"points": mark.points, "of": mark.of, "parts": parts}
