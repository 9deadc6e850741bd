"""``hand_in``: one file with a learner's answers to an exercise, ready to be given to the instructor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit import journal
from coursekit.errors import CourseError
from coursekit.html import Safe, tag
from coursekit.lesson.course import Course, course
from coursekit.lesson.exercising import marked_now
from coursekit.lesson.output import twin, verb
from coursekit.lesson.pressing import button
from coursekit.marking.hand_in import MOST_NAME, clean_name
from coursekit.marking.hand_in import hand_in as made_of

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.questions.exercises import Exercise

FOLDER = "hand-ins"


@verb
def hand_in(exercise_id: str) -> None:
    """Offer to write the hand-in of an exercise, in a name that is asked once."""
    here = course()
    exercise = here.exercises[exercise_id]
    command = f"python3 course.py hand-in {exercise.id[:2]}"
    static = twin(tag("p", "A button here writes the file to hand in. In a terminal: ", tag("code", command), "."))
    name = journal.learner(here.journal.read().events)
    ask = "Your name, or a pseudonym:"
    button(
        here,
        static,
        "Write the file to hand in",
        lambda given: written(here, exercise, given),
        (ask, name),
    )


def written(here: Course, exercise: Exercise, learner: str) -> Safe:
    """Write the hand-in and return what a learner is told. Raises CourseError as `write` does."""
    path = write(here, exercise, learner)
    where = path.relative_to(here.root) if path.is_relative_to(here.root) else path
    return tag(
        "div",
        tag("p", tag("strong", "Ready to hand in: "), tag("code", where.as_posix())),
        tag("p", f"In the name of {name_of(here, learner)}. {marked_now(here, exercise).summary}"),
        tag(
            "p",
            "Give this one file to your instructor. Nothing is sent by itself; press again when you change something.",
        ),
        role="status",
    )


def write(here: Course, exercise: Exercise, learner: str = "") -> Path:
    """Write a learner's hand-in and return its path.

    Parameters
    ----------
    here
        The course.
    exercise
        Which exercise.
    learner
        Name or pseudonym; "" for the one given before.

    Raises
    ------
    CourseError
        When no name was ever given, or the file cannot be written.
    """
    name = name_of(here, learner)
    if learner and name != journal.learner(here.journal.read().events):
        here.journal.append("named", learner=name)
    found = made_of(exercise, here.journal.read().events, name, here.library)
    plain = re.sub(r"[^\w-]+", "-", name).strip("-").lower() or "learner"
    path = here.work / FOLDER / f"{exercise.id}-{plain}.json"
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(found.to_json(), encoding="utf-8", errors="replace")
        part.replace(path)
    except OSError as error:
        raise CourseError(f"{path}: not written ({error.strerror}); make room or free the folder") from error
    return path


def name_of(here: Course, learner: str = "") -> str:
    """Return the name a hand-in bears. Raises CourseError when none was given, now or before."""
    name = learner or journal.learner(here.journal.read().events)
    if not name.strip():
        raise CourseError("hand-in: say in whose name (a pseudonym will do): --name NAME, or hand_in(…, “NAME”)")
    if len(name) > MOST_NAME:
        raise CourseError(f"hand-in: a name has at most {MOST_NAME} characters; shorten it")
    return clean_name(name)
