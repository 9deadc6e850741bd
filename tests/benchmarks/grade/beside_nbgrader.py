"""The same hand-ins through `grade` and through nbgrader's autograde, on one machine, in one run.

    python -m tests.benchmarks.grade.beside_nbgrader [--exercise 09-matrix] [--number 200] [--autograded 20]

`grade` takes all of them, in a process of its own, timed from its start to the CSV on the disk; so does the bare
marking, file by file, in this one. nbgrader takes over a second for each, one after the other, so by default it gets
every tenth; its time is that of the autograde command alone, without its own start. Each submission is the
notebook of the exercise with the hand-in beside it. Neither side compiles anything while it is timed. Exit 1 when a
score differs, or when ours take more than a three-hundredth of its time per hand-in. It needs nbgrader (see
coursekit/formats/README.md).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
import time
from pathlib import Path

from coursekit.course import Course
from coursekit.marking.exercise import mark_exercise
from coursekit.marking.hand_in import read_hand_in
from coursekit.questions.exercises import Exercises
from coursekit.sources import Library
from tests.benchmarks.grade.run import ROOT, grade, make
from tests.formats import instructor

AIM = 300


def marked(files: list[Path], exercise_id: str) -> tuple[dict[str, float], float]:
    """Read and mark files; return the points by learner, and seconds."""
    exercise = Exercises(ROOT)[exercise_id]
    texts = Course(ROOT, ROOT / "work", Library(ROOT)).shelf
    began = time.perf_counter()
    points = {}
    for file in files:
        given = read_hand_in(file.read_bytes())
        points[given.learner] = mark_exercise(exercise, given.answers, texts).points
    return points, time.perf_counter() - began


def autograded(python: Path, files: list[Path], exercise_id: str, folder: Path) -> tuple[dict[str, float], float]:
    """Put hand-ins through nbgrader; return the points by learner, and seconds."""
    course = instructor.lay_out(folder)
    for file in files:
        student = course / "nbgrader" / "submitted" / file.stem / exercise_id
        student.mkdir(parents=True)
        shutil.copy(ROOT / "exercises" / exercise_id / f"{exercise_id}.ipynb", student)
        shutil.copy(file, student)
    said = instructor.nbgrader(python, course, ["generate_assignment", exercise_id], ["autograde", exercise_id])
    names = {file.stem: json.loads(file.read_bytes())["learner"] for file in files}
    points = {names[student]: round(sum(own.values()), 2) for student, own in said["grades"][exercise_id].items()}
    return points, said["took"][-1]


def main() -> int:
    """Measure and say."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--exercise", default="09-matrix")
    ask.add_argument("--number", type=int, default=200)
    ask.add_argument("--autograded", type=int, default=20, help="how many of them nbgrader gets")
    asked = ask.parse_args()
    python = instructor.installed()
    if not instructor.works(python):
        print(f"nbgrader not installed: {instructor.MAKE}")
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        files = make(place / "in", asked.number, asked.exercise)
        bare, seconds = marked(files, asked.exercise)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        grade(files[0], place / "first.csv")  # from now on it is compiled
        whole = grade(place / "in", place / "marks.csv")
        few = files[:: max(1, asked.number // max(1, asked.autograded))][: asked.autograded]
        theirs, taken = autograded(python, few, asked.exercise, place / "course")
    each = {"marking alone": seconds / len(files), "grade": whole.seconds / len(files), "nbgrader": taken / len(few)}
    print(f"{len(files)} hand-ins of {asked.exercise}; nbgrader: {len(few)} of them")
    for what, mean in each.items():
        print(f"{what:14} {1000 * mean:9.2f} ms a hand-in   nbgrader / this: {each['nbgrader'] / mean:7.0f}")
    same = bare == whole.points and all(bare[learner] == points for learner, points in theirs.items())
    print("scores agree" if same and len(theirs) == len(few) else "SCORES DIFFER")
    return int(not same or len(theirs) != len(few) or each["nbgrader"] < AIM * each["grade"])


if __name__ == "__main__":
    raise SystemExit(main())
