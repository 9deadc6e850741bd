"""Release a worked solution: make the file that lets a class copy open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.build.exercises import TAG
from coursekit.build.notebook import from_lesson
from coursekit.errors import CourseError
from coursekit.places import EXERCISES, Folders
from coursekit.questions.exercises import Exercises
from coursekit.questions.released import FILE, Released

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def solutions(root: Path, named: Iterable[str]) -> dict[str, bytes]:
    """Return the files that release some solutions, by their names in a class copy.

    Parameters
    ----------
    root
        The instructor's course.
    named
        Exercises, by id or number.

    Raises
    ------
    CourseError
        When there is no such exercise, or its solution is not here.
    """
    every = Exercises(root)
    found = [every[name] for name in named]
    made = {}
    for exercise in found:
        if not every.solved_here(exercise.id):
            raise CourseError(f"{exercise.id}: its solution is not in this copy of the course")
        said = _said(Folders(root).solutions / exercise.id / f"{exercise.id}.md")
        made[f"{EXERCISES}/{exercise.id}/{FILE}"] = Released(exercise.id, exercise.version, said).sealed().encode()
    return made


def _said(text: Path) -> tuple[str, ...]:
    """Return the Markdown cells of the solution."""
    cells = from_lesson(text).cells
    return tuple(
        str(cell["source"])
        for cell in cells
        if cell["cell_type"] == "markdown" and TAG in cell["metadata"].get("tags", [])
    )
