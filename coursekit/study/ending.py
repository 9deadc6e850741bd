"""The two ends of a course, side by side.

What one expected and what one holds now, first marks and last, how sure one was in the first half of one's answers and
in the second.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit import journal
from coursekit.errors import CourseError
from coursekit.questions import kind_named, problem
from coursekit.study.calibration import halves, points_in
from coursekit.study.quoting import marked, tag_names
from coursekit.study.verdicts import first_verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coursekit.course import Course
    from coursekit.journal import Answered
    from coursekit.questions import Question
    from coursekit.study.calibration import Level
    from coursekit.study.path import Unit
    from coursekit.study.quoting import Quoted

SHOWN = 3  # marks of a task


@dataclass(frozen=True)
class Wrote:
    """A text of the learner's: where and when (UTC) it was written."""

    where: str
    at: str
    text: str


@dataclass(frozen=True)
class Made:
    """The first marks of a task: where, how many there are in all, and some of them."""

    where: str
    number: int
    some: tuple[Quoted, ...]


@dataclass(frozen=True)
class Ends:
    """Both ends; None for what is not there."""

    expected: Wrote | None
    holds: Wrote | None
    first: Made | None
    last: Made | None
    sure: tuple[Level, Level] | None


def ends(course: Course, path: Sequence[Unit]) -> Ends:
    """Return both ends of the way through a course. Raises CourseError when the journal cannot be read."""
    events = course.journal.read().events
    answers, marks = journal.answers(events), journal.annotations(events)
    questions = answered_questions(course, path, answers)
    expected = next((each for each in questions.values() if each.purpose == "prediction"), None)
    tags = tag_names(course)
    made = []
    for unit in path:
        for task in (card for card in unit.cards if card in unit.tasks):
            own = [each for mark in marks if mark.get("task") == task for each in marked(mark, tags)]
            if own:
                number = sum(mark.get("task") == task for mark in marks)
                made.append(Made(unit.label, number, tuple(own[:SHOWN])))
    return Ends(
        _wrote(path, expected, answers),
        _wrote(path, argument(path, questions), answers),
        made[0] if made else None,
        made[-1] if len(made) > 1 else None,
        halves(first_verdicts(events), points_in(course)),
    )


def answered_questions(course: Course, path: Iterable[Unit], answers: Mapping[str, Answered]) -> dict[str, Question]:
    """Return the questions on the way that were answered, and whose answers still fit them."""
    found = {}
    for card in (card for unit in path for card in unit.cards if card in answers):
        with suppress(CourseError):
            question = course.question(card)
            if problem(question, answers[card].answer) is None:
                found[card] = question
    return found


def argument(path: Sequence[Unit], questions: Mapping[str, Question]) -> Question | None:
    """Return the longest text that the end of the course asks for and that was written; None where none was."""
    last = [card for unit in path if unit.number == path[-1].number for card in unit.cards]
    asked = [questions[card] for card in last if card in questions]
    texts = [each for each in asked if kind_named(each.kind).open_ended and each.purpose != "prediction"]
    return max(texts, key=_longest, default=None)


def _longest(question: Question) -> int:
    """Return how many words an answer may have; 0 where nobody says."""
    bounds: tuple[int, int] | None = getattr(question, "words", None)
    return bounds[1] if bounds else 0


def _wrote(path: Iterable[Unit], question: Question | None, answers: Mapping[str, Answered]) -> Wrote | None:
    if question is None:
        return None
    given = answers[question.id]
    text = str(given.answer.get("text", "")).strip()
    where = next(unit.label for unit in path if question.id in unit.cards)
    return Wrote(where, given.at, text) if text else None
