"""One hand-in with all that is told about it: the marks with their words, and what markers gave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursekit.marking.exercise import Marked, mark_exercise
from coursekit.marking.held_back import without_key

if TYPE_CHECKING:
    from coursekit.marking.handed_marks import HandedMarks
    from coursekit.marking.keys import Keys
    from coursekit.marking.row import Row
    from coursekit.questions import Answer, Mark, Question
    from coursekit.questions.exercises import Exercise
    from coursekit.seminar.classwork import Classwork, Work
    from coursekit.seminar.levels import Given


@dataclass(frozen=True)
class Part:
    """One question of a hand-in.

    Parameters
    ----------
    question, answer
        What was asked and what was answered; the answer is whatever was handed in.
    mark
        As it may be told: without what gives a key away, unless keys are told.
    full
        As it is.
    given
        What each marker gave, in the order of their files.
    read
        The points that levels came to; None where nobody has set them all.
    """

    question: Question
    answer: Answer | None
    mark: Mark
    full: Mark
    given: tuple[Given, ...] = ()
    read: float | None = None


@dataclass(frozen=True)
class HandedBack:
    """A hand-in that counts, ready to be told of.

    ``keys`` says whether right answers are shown; ``marks`` are the learner's, task by task, of a lesson.
    """

    row: Row
    exercise: Exercise
    parts: tuple[Part, ...]
    keys: bool
    marks: HandedMarks = field(default_factory=dict)


def handed_back(work: Work, classwork: Classwork, keys: Keys, *, tell_keys: bool = False) -> HandedBack:
    """Return what is told of a hand-in; of nobody else's is anything in it.

    Parameters
    ----------
    work
        A hand-in that counts.
    classwork
        Where it is from; the markers' levels are looked up there.
    keys
        The exercises.
    tell_keys
        Whether right answers are shown.

    Raises
    ------
    ValueError
        When the work has no marks, so that there is nothing to tell.
    """
    key = keys.get(work.row.exercise)
    if key is None or work.given is None:
        raise ValueError(work.row.file)
    marked: Marked = mark_exercise(key.exercise, work.given.answers, keys.shelf)
    kept = {str(each["id"]): each for each in work.marks}
    parts = []
    for question, full in marked.marks:
        found = [book.given.get((work.row.content, question.id)) for book in classwork.joined.books]
        given = tuple(each for each in found if each and each.version == question.version)
        read = kept.get(question.id, {})
        points = float(read["points"]) if "read" in read else None
        mark = full if tell_keys else without_key(full)
        parts.append(Part(question, work.given.answers.get(question.id), mark, full, given, points))
    return HandedBack(work.row, key.exercise, tuple(parts), tell_keys, work.given.marks)
