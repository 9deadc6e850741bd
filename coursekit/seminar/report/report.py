"""The report on a class: all figures, as data. `page` makes HTML of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from coursekit.seminar.report.calibration import Calibration, calibration
from coursekit.seminar.report.disagreement import Disagreement, disagreement
from coursekit.seminar.report.items import Item, items
from coursekit.seminar.report.marked import marked
from coursekit.seminar.report.misconceptions import Held, held
from coursekit.seminar.report.plan import Plan, plan
from coursekit.seminar.report.readings import Decided, decided
from coursekit.seminar.report.sheets import sheets
from coursekit.seminar.report.teaching import Notes, notes

if TYPE_CHECKING:
    from coursekit.course import Course
    from coursekit.marking.keys import Keys
    from coursekit.seminar.classwork import Classwork


@dataclass(frozen=True)
class Report:
    """What a class knows.

    Parameters
    ----------
    people, hand_ins, aside
        How many handed something in that counts, how many hand-ins count, how many files do not.
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
    plan
        The plan for the next hour.
    """

    people: int
    hand_ins: int
    aside: int
    exercises: dict[str, int]
    items: tuple[Item, ...]
    decided: tuple[Decided, ...]
    held: tuple[Held, ...]
    calibration: Calibration
    disputes: tuple[Disagreement, ...]
    plan: Plan


def report(classwork: Classwork, course: Course, keys: Keys) -> Report:
    """Return the report on what a class handed in.

    Parameters
    ----------
    classwork
        What was handed in, gathered.
    course, keys
        The course, and the exercises it was marked with.

    Raises
    ------
    CourseError
        When an exercise, a key or a source of the course cannot be read.
    """
    every = sheets(classwork, keys)
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
        aside=len(classwork.works) - sum(len(of.sheets) for of in every),
        exercises={of.exercise.id: len(of.sheets) for of in every},
        items=tuple(each for of in every for each in items(of)),
        decided=decisions,
        held=misconceptions,
        calibration=calibration(every),
        disputes=disputes,
        plan=plan(len(people), decisions, misconceptions, disputes, noted),
    )
