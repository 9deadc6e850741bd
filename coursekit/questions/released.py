"""A worked solution that an instructor has released into a class copy: one file beside the exercise.

``exercises/NN-name/solution.sealed`` holds, sealed as keys are, what the instructor's notebook says about the solution.
That it is there lets the solution be opened; the right answers themselves are those of ``questions.sealed``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.reading import read_text
from coursekit.authoring.sealed import seal
from coursekit.errors import CourseError
from coursekit.places import Folders

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.questions.exercises import Exercise

FILE = "solution.sealed"
FORMAT = "coursekit-solution/1"


@dataclass(frozen=True)
class Released:
    """What is said of an exercise's solution: paragraphs of Markdown, one after another."""

    exercise: str
    version: int
    said: tuple[str, ...]

    def sealed(self) -> str:
        """Return the file's text."""
        return seal(json.dumps({"format": FORMAT, **vars(self)}, ensure_ascii=False))


def is_released(root: Path, exercise_id: str) -> bool:
    """Tell whether a solution was released into the course at ``root``."""
    return (Folders(root).exercises / exercise_id / FILE).is_file()


def released(root: Path, exercise: Exercise) -> Released:
    """Read what was released of an exercise.

    Raises
    ------
    CourseError
        When it is damaged, or belongs to another exercise or version.
    """
    path = Folders(root).exercises / exercise.id / FILE
    name = Folders(root).name(path)
    text, problems = read_text(path, name)
    for problem in problems:
        raise CourseError(f"{name}: {problem.message}")
    again = "ask your instructor for the file again"
    try:
        data = json.loads(text)
        known = data["format"] == FORMAT
        found = Released(str(data["exercise"]), int(data["version"]), tuple(map(str, data["said"])))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise CourseError(f"{name}: holds no solution; {again}") from error
    if not known or found.exercise != exercise.id:
        raise CourseError(f"{name}: is the solution of something else; {again}")
    if found.version != exercise.version:
        raise CourseError(f"{name}: is of version {found.version} of the exercise, here is {exercise.version}; {again}")
    return found
