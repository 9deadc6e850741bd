"""The answers of a class to one question that people read, taken from hand-ins wherever they lie."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.marking.finding import find
from coursekit.marking.ledger import opened
from coursekit.marking.looking import look
from coursekit.marking.one import mark
from coursekit.marking.row import MARKED, UNMARKED
from coursekit.questions.answers import text_of

if TYPE_CHECKING:
    from coursekit.marking.keys import Keys
    from coursekit.questions.exercises import Exercise
    from coursekit.questions.rubric import Rubric

_ID = 12  # hexadecimal digits


@dataclass(frozen=True)
class Written:
    """What one learner wrote; ``content`` is the hash of the hand-in, ``id`` a name that tells nothing of either."""

    id: str
    content: str
    learner: str
    text: str


@dataclass(frozen=True)
class Collected:
    """The answers to a question, and how many hand-ins were left aside: without an answer to it, or unreadable."""

    answers: tuple[Written, ...]
    blank: int = 0
    unread: int = 0


def collect(
    paths: list[Path], keys: Keys, exercise: Exercise, question: Rubric, *, anonymous: bool = True
) -> Collected:
    """Collect the answers to a question from all hand-ins that count.

    Which of a learner's hand-ins counts is decided by the same rule as for their marks.

    Parameters
    ----------
    paths
        Folders, archives, files.
    keys
        The exercises of the course.
    exercise, question
        Which question.
    anonymous
        Shuffle the answers, by a rule that gives every reader of the same hand-ins the same order; else they
        stand in the order of names.

    Raises
    ------
    CourseError
        When an exercise of the course cannot be read.
    """
    texts: dict[str, str] = {}
    with opened(Path(":memory:")) as ledger:
        for found in find(paths):
            row, given = look(found, keys)
            ledger.add(row)
            if given and row.exercise == exercise.id:
                answer = given.answers.get(question.id)
                written = mark(question, answer).state != "unanswered" and isinstance(answer, dict)
                texts[row.content] = text_of(answer, "text") if written else ""  # type: ignore[arg-type]
        ledger.settle()
        counting = {row.content: row for row, _ in ledger.rows() if row.status == MARKED and row.content in texts}
        unread = sum(ledger.counts().get(status, 0) for status in UNMARKED)
    answers = [
        Written(name_of(question.id, content), content, row.learner, texts[content])
        for content, row in counting.items()
        if texts[content]
    ]
    answers.sort(key=lambda each: each.id if anonymous else (each.learner.casefold(), each.id))
    return Collected(tuple(answers), len(counting) - len(answers), unread)


def name_of(question_id: str, content: str) -> str:
    """Return by what an answer is known on the page: not the hand-in's hash, and another for each question."""
    return hashlib.sha256(f"{question_id}\0{content}".encode()).hexdigest()[:_ID]
