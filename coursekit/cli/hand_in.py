"""``course.py hand-in EXERCISE``: one file with your answers, to give to the instructor; a lesson's marks, too."""

from __future__ import annotations

import sys
from pathlib import Path

from coursekit import journal
from coursekit.cli.arguments import Arguments
from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.marking.exercise import mark_exercise
from coursekit.marking.hand_in import read_hand_in
from coursekit.marking.visible import visible
from coursekit.marking.writing import FOLDER, EmptierError, NoNameError, write_hand_in

DONE, MISUSE = 0, 2


def run(arguments: list[str]) -> int:
    """Write the hand-in and say where it is and what was counted; 2 for an unknown exercise or no name."""
    given = _parser().parse_args(arguments)
    here = course()
    assignments = here.assignments
    if not assignments.id_of(given.exercise):
        there = ", ".join(assignments.names) or "none"
        print(f"{visible(given.exercise, 60)}: no such exercise; there is {there}", file=sys.stderr)
        return MISUSE
    exercise, learners = assignments[given.exercise], here.journal
    name = given.name or ("" if journal.learner(learners.read().events) else _ask())
    try:
        folder = given.out or here.work / FOLDER
        path = write_hand_in(exercise, learners, here.library, folder, name, insist=given.replace)
    except EmptierError as error:
        raise CourseError(f"{error}; to write it all the same, add --replace: that file is then kept beside") from error
    except NoNameError as error:
        if name.strip() or journal.learner(learners.read().events):
            raise CourseError(f"hand-in: {error}") from error
        print(f"hand-in: {error}: --name NAME", file=sys.stderr)
        return MISUSE
    made = read_hand_in(path.read_bytes())
    print(path)
    print(f"In the name of {made.learner}. {mark_exercise(exercise, made.answers, here.texts).summary}")
    if exercise.tasks:
        print(f"Marks in texts: {sum(map(len, made.marks.values()))}.")
    print("Give this one file to your instructor; nothing is sent by itself.")
    return DONE


def _parser() -> Arguments:
    ask = Arguments(prog="course.py hand-in", description=__doc__)
    ask.add_argument("exercise", metavar="EXERCISE", help="its number or name, as 09 or 09-name; or a lesson, as L09")
    ask.add_argument("--name", default="", help="your name or a pseudonym; remembered, so that it is asked once")
    ask.add_argument(
        "--replace", action="store_true", help="even where the file there has answers that your journal lacks"
    )
    ask.add_argument("--out", type=Path, metavar="FOLDER", help="where to write it (hand-ins, in your work)")
    return ask


def _ask() -> str:
    """Ask for the name; nobody is asked where nobody can answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    print("Your name, or a pseudonym: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()
