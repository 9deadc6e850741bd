"""Write a learner's hand-in where it can be found and given away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit import journal
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.marking.hand_in import MOST_NAME, clean_name, hand_in, read_hand_in

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.journal import Journal
    from coursekit.questions.exercises import Exercise
    from coursekit.sources import Library

FOLDER = "hand-ins"  # in the learner's work
_LONGEST = 40  # of a name in the file's name; some systems allow 255 bytes in all


def write_hand_in(exercise: Exercise, learners: Journal, library: Library, folder: Path, learner: str = "") -> Path:
    """Write the hand-in of a learner and return its path; one made before for the same exercise is replaced.

    Parameters
    ----------
    exercise, learners, library
        Which exercise; the learner's journal; the course's sources.
    folder
        Where to write it; made if need be.
    learner
        Name or pseudonym; "" for the one given before. A new one is remembered.

    Raises
    ------
    CourseError
        When no name was ever given, or the file cannot be written.
    """
    events = learners.read().events
    name = name_of(learner, journal.learner(events))
    if learner and name != journal.learner(events):
        learners.append("named", learner=name)
    raw = hand_in(exercise, events, name, library).to_json().encode("utf-8", "replace")
    read_hand_in(raw)  # what could not be read again is not to be handed in
    plain = re.sub(r"[^\w-]+", "-", name)[:_LONGEST].strip("-").lower() or "learner"
    path = folder / f"{exercise.id}-{plain}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, raw)
    except OSError as error:
        raise CourseError(f"{path}: not written {told(error)}") from error
    return path


def name_of(learner: str, before: str) -> str:
    """Return the name a hand-in bears: the one given, else the one given before. Raises CourseError without any."""
    name = learner if learner.strip() else before
    if not name.strip():
        raise CourseError("hand-in: say in whose name (a pseudonym will do): --name NAME, or hand_in(…, “NAME”)")
    if len(name) > MOST_NAME:
        raise CourseError(f"hand-in: a name has at most {MOST_NAME} characters; shorten it")
    return clean_name(name)
