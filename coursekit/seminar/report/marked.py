"""Where the readers of a class marked a text: the marks of a lesson's tasks, and the places that questions point at.

All are brought to the calendar, which everybody has. A mark in the full text counts where the calendar quotes its
words and the full text is here; one that fits neither is counted as lost. Marks made when the expert's could be seen
say nothing of how somebody reads alone; they are left out, and counted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coursekit.authoring import sealed
from coursekit.errors import CourseError
from coursekit.marking.handed_marks import AFTER
from coursekit.questions import anchors, problem
from coursekit.questions.ground import ground_of
from coursekit.sources.links import links
from coursekit.spans import Placed, Span, anchor, carry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coursekit.course import Course
    from coursekit.questions import Question
    from coursekit.seminar.report.sheets import Sheets
    from coursekit.sources import Edition, Source

POINTED = ""  # the tag of a place that was only pointed at
Marks = tuple[tuple[str, Span], ...]


@dataclass(frozen=True)
class Marked:
    """What the readers of a class marked for one task or question.

    Parameters
    ----------
    id, prompt
        Of the task or question.
    tags
        Tag -> its name; empty where one only points.
    guide
        The text that was marked.
    readers
        The marks of each reader who made any, each a tag and a span of the guide.
    lost, after
        How many marks could not be placed, and how many were made when the expert's could be seen.
    """

    exercise: str
    id: str
    prompt: str
    tags: Mapping[str, str]
    guide: Edition
    readers: tuple[Marks, ...]
    lost: int = 0
    after: int = 0


@dataclass(frozen=True)
class TaskMarked:
    """An annotation task of the course: its lesson, how many handed that in, and how many of them marked anything."""

    lesson: str
    task: str
    handed: int
    readers: int


def tasks_marked(course: Course, every: Iterable[Sheets], texts: Iterable[Marked]) -> tuple[TaskMarked, ...]:
    """Return every annotation task of the course, so that a report can say what nobody handed in."""
    handed = {of.exercise.id: len(of.sheets) for of in every}
    readers = {each.id: len(each.readers) for each in texts}
    tasks = sorted(path.stem for path in sealed.files(course.folders.keys))
    return tuple(
        TaskMarked(lesson, task, handed.get(lesson, 0), readers.get(task, 0))
        for task in tasks
        for lesson in (f"L{task[:2]}",)
    )


class _Places:
    """Brings spans to the guide of one source."""

    def __init__(self, source: Source) -> None:
        self.guide, self._text = source.guide, source.text
        self._links = links(source.guide, source.text) if source.text else {}

    def of(self, span: Span) -> Span | None:
        edition = self.guide if span.edition == self.guide.name else self._text
        found = anchor(span, edition) if edition else None
        if edition is None or not isinstance(found, Placed):
            return None
        return found.span if edition is self.guide else carry(found.span, edition, self.guide, self._links)


def marked(of: Sheets, course: Course) -> Iterator[Marked]:
    """Yield what was marked in an exercise or a lesson, task by task and question by question.

    Raises
    ------
    CourseError
        When a key or a source of the course is faulty.
    """
    for task in of.exercise.tasks:
        key = course.key(task)
        names = {tag.id: tag.name for name in key.sets for tag in course.tag_sets[name].tags}
        given = [sheet.given.marks.get(task, []) for sheet in of.sheets]
        spans = [[(each["tag"], each["spans"]) for each in marks if not each.get(AFTER)] for marks in given]
        after = sum(bool(each.get(AFTER)) for marks in given for each in marks)
        yield replace(_placed(course, key.source, (of.exercise.id, task, key.prompt), spans), tags=names, after=after)
    for question in of.asked:
        for part, target in anchors(question):
            spans = [[(POINTED, each)] for each in _pointed(of, question, part) if each]
            yield _placed(course, target.source, (of.exercise.id, question.id, question.prompt), spans)


def _pointed(of: Sheets, question: Question, part: str) -> Iterator[list[dict[str, Any]]]:
    for sheet in of.sheets:
        answer = sheet.given.answers.get(question.id)
        if isinstance(answer, dict) and not problem(question, answer):
            yield (ground_of(answer) if part else answer).get("spans") or []


def _placed(
    course: Course, siglum: str, head: tuple[str, str, str], given: Sequence[Sequence[tuple[str, list[dict[str, Any]]]]]
) -> Marked:
    places = _Places(course.library.source(siglum))
    count: Counter[bool] = Counter()
    readers = []
    for marks in given:
        own: list[tuple[str, Span]] = []
        for tag, spans in marks:
            found = [places.of(span) for each in spans if (span := _read(each)) and span.source == siglum]
            whole = bool(found) and len(found) == len(spans) and all(found)
            count[whole] += 1
            own += [(tag, span) for span in found if span and whole]
        if own:
            readers.append(tuple(own))
    return Marked(*head, {}, places.guide, tuple(readers), count[False])


def _read(value: object) -> Span | None:
    try:
        return Span.from_json(value)
    except CourseError:
        return None
