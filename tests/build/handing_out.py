"""A small course with one exercise, ready to be given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.sealed import seal
from tests.exercise import NAME, lay_out_exercise

if TYPE_CHECKING:
    from pathlib import Path


def ready(course: Path) -> Path:
    """Put the exercise into the course, as the instructor has it and as students get it; return the course."""
    master = lay_out_exercise(course)
    given = course / "exercises" / NAME
    given.mkdir(parents=True)
    (given / "questions.sealed").write_text(seal((master / "exercise.toml").read_text(encoding="utf-8")))
    (given / f"{NAME}.ipynb").write_text('{"cells": []}')
    (course / "README.md").write_text("# The Lamp: a case\n", encoding="utf-8")
    (course / "course.py").write_text("print()\n")
    return course
