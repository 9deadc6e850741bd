"""The report on a class: all figures, as data. `page` makes HTML of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from coursekit.seminar.report.calibration import Calibration, calibration
from coursekit.seminar.report.disagreement import Disagreement, disagreement
from coursekit.seminar.report.items import Item, items
from coursekit.seminar.report.marked import TaskMarked, marked, tasks_marked
from coursekit.seminar.report.misconceptions import Held, held
from coursekit.seminar.report.people import people as people_of
from coursekit.seminar.report.plan import Plan, plan
from coursekit.seminar.report.readings import Decided, decided
from coursekit.seminar.report.sheets import sheets
from coursekit.seminar.report.teaching import Notes, notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.course import Course
    from coursekit.marking.keys import Keys
    from coursekit.seminar.classwork import Classwork
    from coursekit.seminar.report.people import People
    from coursekit.seminar.roster import Learner


@dataclass(frozen=True)
class Report:
    """What a class knows.

    Parameters
    ----------
    people, hand_ins, aside
        How many handed something in that counts, how many hand-ins count, how many files do not.
    class_
        Whose the hand-ins are, and which are nobody's on the class list.
    exercises
        Exercise -> how many handed it in.
    items
        Each question's figures, exercise by exercise.
    decided
        Each decision, exercise by exercise.
    held
        The misconceptions that live on.
    calibration
        Confidence against outcome.
    disputes
        Where marks disagree, of texts that two readers at least have marked.
    tasks
        Each lesson's annotation tasks, in the whole course: how many handed the lesson in, and how many of them marked.
    plan
        The plan for the next hour.
    """

    people: int
    hand_ins: int
    aside: int
    class_: People
    exercises: dict[str, int]
    items: tuple[Item, ...]
    decided: tuple[Decided, ...]
    held: tuple[Held, ...]
    calibration: Calibration
    disputes: tuple[Disagreement, ...]
    tasks: tuple[TaskMarked, ...]
    plan: Plan


def report(classwork: Classwork, course: Course, keys: Keys, listed: Sequence[Learner] | None = None) -> Report:
    """Return the report on what a class handed in.

    Parameters
    ----------
    classwork
        What was handed in, gathered.
    course, keys
        The course, and the exercises it was marked with.
    listed
        Who is on the class list; without one, people are told by the names in the hand-ins.

    Raises
    ------
    CourseError
        When an exercise, a key or a source of the course cannot be read.
    """
    class_ = people_of(classwork, listed)
    every = sheets(class_, keys)
    people = {sheet.who for of in every for sheet in of.sheets}
    decisions = tuple(each for of in every for each in decided(of))
    misconceptions = tuple(held(every, course.misconceptions))
    texts = [each for of in every for each in marked(of, course)]
    disputes = tuple(disagreement(each) for each in texts if len(each.readers) > 1)
    folder = course.folders.teaching

    @cache
    def noted(number: str) -> Notes:
        return notes(folder, number)

    return Report(
        people=len(people),
        hand_ins=sum(len(of.sheets) for of in every),
        aside=sum(not work.counts for work in classwork.works),
        class_=class_,
        exercises={of.exercise.id: len(of.sheets) for of in every},
        items=tuple(each for of in every for each in items(of)),
        decided=decisions,
        held=misconceptions,
        calibration=calibration(every),
        disputes=disputes,
        tasks=tasks_marked(course, every, texts),
        plan=plan(len(people), decisions, misconceptions, disputes, noted),
    )
