"""Write a learner's hand-in where it can be found and given away."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from coursekit import journal
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.marking.hand_in import MOST_NAME, clean_name, hand_in, read_hand_in
from coursekit.words import count

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.journal import Journal
    from coursekit.questions.exercises import Exercise
    from coursekit.sources import Library

FOLDER = "hand-ins"  # in the learner's work
_LONGEST = 40  # of a name in the file's name; some systems allow 255 bytes in all


class EmptierError(CourseError):
    """What would be written lacks answers of the file that is there: somebody must say that it may be.

    Parameters
    ----------
    message
        What is wrong, and what to do.
    lost
        The parts of the exercise that only the file there answers.
    """

    def __init__(self, message: str, lost: set[str]) -> None:
        super().__init__(message)
        self.lost = lost


class NoNameError(CourseError):
    """No name was given, or none that can be one."""


def write_hand_in(  # noqa: PLR0913 - the name and whether to insist are what a person adds
    exercise: Exercise,
    learners: Journal,
    library: Library,
    folder: Path,
    learner: str = "",
    *,
    insist: bool = False,
) -> Path:
    """Write the hand-in of a learner and return its path; one made before for the same exercise is replaced.

    Parameters
    ----------
    exercise, learners, library
        Which exercise, or lesson; the learner's journal; the course's sources.
    folder
        Where to write it; made if need be.
    learner
        Name or pseudonym; "" for the one given before. A new one is remembered.
    insist
        Whether to replace a file that has answers which this one lacks; it is then kept beside.

    Raises
    ------
    EmptierError
        When that was not said and the file there has answers which this one lacks: the journal may be lost or away.
    NoNameError
        When no name was ever given, or one that is too long.
    CourseError
        When the file cannot be written.
    """
    events = learners.read().events
    name = name_of(learner, journal.learner(events))
    if learner and name != journal.learner(events):
        learners.append("named", learner=name)
    made = hand_in(exercise, events, name, library)
    raw = made.to_json().encode("utf-8", "replace")
    read_hand_in(raw)  # what could not be read again is not to be handed in
    plain = re.sub(r"[^\w-]+", "-", name)[:_LONGEST].strip("-").lower() or "learner"
    path = folder / f"{exercise.id}-{plain}.json"
    lost = _answered(path, exercise) - set(made.answers) - set(made.marks)
    if lost and not insist:
        raise EmptierError(
            f"{path}: has answers to {count(len(lost), 'part')} that your journal does not hold "
            f"({', '.join(sorted(lost))}), so it is not replaced; see whether the journal is whole: course.py doctor",
            lost,
        )
    try:
        if lost:
            write_whole(_beside(path), path.read_bytes())
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, raw)
    except OSError as error:
        raise CourseError(f"{path}: not written {told(error)}") from error
    return path


def _answered(path: Path, exercise: Exercise) -> set[str]:
    """Return the parts of the exercise that a hand-in at a path answers, and the tasks it has marks for; none else."""
    try:
        found = read_hand_in(path.read_bytes())
    except (CourseError, OSError):
        return set()
    parts = {*(question.id for question in exercise.questions), *exercise.tasks}
    return {*found.answers, *found.marks} & parts


def _beside(path: Path) -> Path:
    """Return a free name for a file that is replaced; not one that is graded with the others."""
    names = (path.with_name(f"{path.name}.before-{number}") for number in itertools.count(1))
    return next(name for name in names if not name.exists())


def name_of(learner: str, before: str) -> str:
    """Return the name a hand-in bears: the one given, else the one given before. Raises NoNameError without any."""
    name = learner if learner.strip() else before
    if not name.strip():
        raise NoNameError("say in whose name; a pseudonym will do")
    if len(name) > MOST_NAME:
        raise NoNameError(f"a name has at most {MOST_NAME} characters; shorten it")
    return clean_name(name)
