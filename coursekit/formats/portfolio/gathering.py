"""What belongs into a portfolio: what the learner wrote, chose, marked and pointed at, lesson by lesson.

Of the course's own words only the question stands there. No mark and no feedback does: it is the learner's work.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit import journal
from coursekit.html import EMPHASIS
from coursekit.questions import kind_named
from coursekit.questions.confidence import sure
from coursekit.questions.grid import Grid, cells
from coursekit.sources.citing import citation
from coursekit.study.ending import answered_questions, argument
from coursekit.study.path import units
from coursekit.study.quoting import marked, tag_names
from coursekit.study.quoting import quoted as quotes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.course import Course
    from coursekit.journal import Answered
    from coursekit.questions import Question
    from coursekit.sources.citing import Cited
    from coursekit.study.quoting import Quoted


@dataclass(frozen=True)
class Said:
    """What was answered to a question: a text, parts with their names, passages; how sure one said one was."""

    question: str
    text: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    quoted: tuple[Quoted, ...] = ()
    sure: str = ""


@dataclass(frozen=True)
class Chapter:
    """A lesson or an exercise: what was answered in it, and the marks made for its tasks."""

    label: str
    title: str
    said: tuple[Said, ...]
    marked: tuple[Quoted, ...]


@dataclass(frozen=True)
class Portfolio:
    """All of it. ``argument`` is the longest text that the end of the course asks for, if it was written."""

    title: str
    learner: str
    argument: Said | None
    chapters: tuple[Chapter, ...]
    sources: tuple[Cited, ...]

    @property
    def cited(self) -> Mapping[str, Cited]:
        """The sources by siglum."""
        return {each.siglum: each for each in self.sources}


def gather(course: Course, title: str) -> Portfolio:
    """Return a learner's portfolio.

    Parameters
    ----------
    course
        The course, with the learner's journal.
    title
        What the course is called.

    Raises
    ------
    CourseError
        When the course or the journal cannot be read.
    """
    events = course.journal.read().events
    answers, marks = journal.answers(events), journal.annotations(events)
    path = units(course)
    questions = answered_questions(course, path, answers)
    longest = argument(path, questions)
    argued = _said(longest, answers[longest.id]) if longest else None
    tags = tag_names(course)
    chapters = []
    for unit in path:
        said = [_said(questions[card], answers[card]) for card in unit.cards if card in questions]
        own = [mark for mark in marks if mark.get("task") in unit.cards]
        made = [each for mark in own for each in marked(mark, tags)]
        kept = [each for each in said if each and each != argued]
        if kept or made:
            chapters.append(Chapter(unit.label, unit.title, tuple(kept), tuple(made)))
    library = course.library
    sources = [citation(course.folders.record(each).parent, library.record(each)) for each in library.sigla]
    return Portfolio(title, journal.learner(events), argued, tuple(chapters), tuple(sources))


def _said(question: Question, answered: Answered) -> Said | None:
    answer = answered.answer
    text = str(answer.get("text", "")).strip() if kind_named(question.kind).open_ended else ""
    parts = _parts(question, answer) if not text else []
    quoted = (*quotes(answer), *quotes(answer.get("ground")))
    if answer.get("nowhere") is True:
        parts = [*parts, ("", "Nowhere in this document.")]
    if not (text or parts or quoted):
        return None
    per_cent = sure(answer)
    said = "" if per_cent is None else f"{per_cent} % sure"
    return Said(question.prompt, text, tuple(parts), quoted, said)


def _parts(question: Question, answer: dict[str, Any]) -> list[tuple[str, str]]:
    if isinstance(question, Grid):
        rows = {row.id: row.text for row in question.rows}
        names = {column.id: column.name for column in question.columns}
        return [
            (f"{rows.get(row, row)}, {names.get(column, column)}", _chosen(question, column, value))
            for (row, column), value in cells(answer).items()
            if value.strip()
        ]
    decided = kind_named(question.kind).decisions(question, answer).values()
    found = [(each.about, _said_plainly(each.reading)) for each in decided if each.reading != "not chosen"]
    if not found and isinstance(order := answer.get("order"), list):
        words = {each.id: each.text for each in getattr(question, "items", ())}
        found = [(f"{n}", words[each]) for n, each in enumerate(order, 1) if each in words]
    return found


def _said_plainly(words: str) -> str:
    """Return words of the course without their emphasis: where they stand, a learner's words may stand too."""
    return EMPHASIS.sub(r"\1", words)


def _chosen(question: Grid, column: str, value: str) -> str:
    choices = {each.id: each.text for each in question.column(column).choices}
    return choices.get(value.strip(), value.strip())
