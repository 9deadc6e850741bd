"""``course.py notes``: teaching notes with the questions they name; fact cards and misconceptions to print."""

from __future__ import annotations

from pathlib import Path

from coursekit.cli.arguments import Arguments
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.places import CLASS_COPY, TEACHING, course_root
from coursekit.seminar.teaching.pages import write

DONE = 0


def run(arguments: list[str]) -> int:
    """Write the pages and say where they are."""
    ask = Arguments(prog="course.py notes", description=__doc__)
    ask.add_argument("--out", type=Path, metavar="FOLDER", help=f"where to; by default {TEACHING}/ in your work")
    given = ask.parse_args(arguments)
    root = course_root()
    if (root / CLASS_COPY).exists():
        raise CourseError("notes: this is a class copy; teaching notes are in the instructor's course")
    course = Course(root)
    out: Path = given.out.expanduser() if given.out else course.work / TEACHING
    for made in write(course, out):
        print(made)
    return DONE
