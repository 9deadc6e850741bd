"""``course.py teach``: open the teacher's desk in JupyterLab."""

from __future__ import annotations

from coursekit.cli.arguments import Arguments
from coursekit.cli.open import add_how, open_copy
from coursekit.errors import CourseError
from coursekit.places import CLASS_COPY, GRADING, course_root, work_dir

DESK = "desk.ipynb"


def run(arguments: list[str]) -> int:
    """Open the desk; return when JupyterLab has ended."""
    ask = Arguments(prog="course.py teach", description=__doc__)
    add_how(ask)
    given = ask.parse_args(arguments)
    if (course_root() / CLASS_COPY).exists():
        raise CourseError("teach: this is a class copy; the desk stands in the instructor's course")
    return open_copy(lambda: work_dir() / GRADING / DESK, given.port, browser=not given.no_browser)
