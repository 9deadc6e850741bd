"""The page that goes back to a learner, whole: one hand-in, or all of one learner's one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.dates.days import words
from coursekit.html import Safe, join, tag
from coursekit.seminar.feedback.again import again
from coursekit.seminar.feedback.marks import task_section
from coursekit.seminar.feedback.part import section
from coursekit.seminar.standalone import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.course import Course
    from coursekit.seminar.feedback.handed_back import HandedBack

RECEIPT = 8  # digits of the hand-in's hash, by which one can tell which file was marked


def sheet(backs: Sequence[HandedBack], course: Course) -> str:
    """Return the page as HTML.

    Parameters
    ----------
    backs
        What is told, of one and the same learner; not empty.
    course
        Where titles, facts and the calendars' words are.
    """
    learner = backs[0].row.learner
    title = backs[0].exercise.title if len(backs) == 1 else "Feedback"
    return page(f"{title} · {learner}", *(_exercise(back, course) for back in backs))


def _exercise(back: HandedBack, course: Course) -> Safe:
    row, exercise = back.row, back.exercise
    handed = f"{row.learner} · handed in {words(row.made[:10])} · file {row.content[:RECEIPT]}"
    parts = [
        join(tag("h2", f"{number}. ", tag("code", part.question.id)), section(part, course.shelf, keys=back.keys))
        for number, part in enumerate(back.parts, start=1)
    ]
    tasks = [task_section(task, back.marks.get(task, []), course, keys=back.keys) for task in exercise.tasks]
    return join(
        tag("h1", exercise.title if exercise.id[0] == "L" else f"Exercise {exercise.id[:2]}: {exercise.title}"),
        tag("p", handed, class_="quiet"),
        tag("p", tag("strong", f"{row.points or 0:g} of {row.of or 0:g} points"), _waiting(row.for_a_teacher or 0)),
        again(back, course),
        *parts,
        *tasks,
    )


def _waiting(waiting: float) -> str:
    return f"; {waiting:g} more are for what your teacher has not read yet" if waiting else ""
