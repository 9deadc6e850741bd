"""``hand_in``: one file with a learner's answers to an exercise, ready to be given to the instructor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.html import Safe, tag
from coursekit.lesson.exercising import marked_now
from coursekit.lesson.output import twin, verb
from coursekit.lesson.pressing import button
from coursekit.marking.writing import FOLDER, EmptierError, write_hand_in
from coursekit.sessions.store import store_of

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.questions.exercises import Exercise


@verb
def hand_in(exercise_id: str) -> None:
    """Offer to write the hand-in of an exercise, in a name that is asked once."""
    here = course()
    exercise = here.exercises[exercise_id]
    command = f"python3 course.py hand-in {exercise.id[:2]}"
    static = twin(tag("p", "A button here writes the file to hand in. In a terminal: ", tag("code", command), "."))
    name = store_of(here).state.learner
    asked: set[str] = set()

    def pressed(given: str) -> Safe:
        try:
            return written(here, exercise, given, insist=given in asked)
        except EmptierError as error:
            asked.add(given)
            raise CourseError(
                f"{error}. Press again to write it all the same; that file is then kept beside."
            ) from error

    ask = "Your name, or a pseudonym:"
    button(
        here,
        static,
        "Write the file to hand in",
        pressed,
        (ask, name),
    )


def written(here: Course, exercise: Exercise, learner: str, *, insist: bool = False) -> Safe:
    """Write the hand-in and return what a learner is told. Raises CourseError as `write` does."""
    path = write(here, exercise, learner, insist=insist)
    name = store_of(here).state.learner
    where = path.relative_to(here.root) if path.is_relative_to(here.root) else path
    return tag(
        "div",
        tag("p", tag("strong", "Ready to hand in: "), tag("code", where.as_posix())),
        tag("p", f"In the name of {name}. {marked_now(here, exercise).summary}"),
        tag(
            "p",
            "Give this one file to your instructor. Nothing is sent by itself; press again when you change something.",
        ),
        role="status",
    )


def write(here: Course, exercise: Exercise, learner: str = "", *, insist: bool = False) -> Path:
    """Write a learner's hand-in into their work and return its path. Raises CourseError as `write_hand_in` does."""
    return write_hand_in(exercise, here.journal, here.library, here.work / FOLDER, learner, insist=insist)
