"""``course.py report PATH… --out FILE.html``: what the class knows, and a plan for the next hour."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from coursekit.cli.arguments import Arguments
from coursekit.cli.handed import absent, instructors_course, read_class
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.marking.keys import Keys
from coursekit.marking.row import UNMARKED
from coursekit.marking.visible import visible
from coursekit.seminar.report.page import page
from coursekit.seminar.report.report import report

DONE, WRONG, MISUSE = 0, 1, 2


def run(arguments: list[str]) -> int:
    """Write the report; 0 when every file found is in it, 1 when one could not be marked, 2 wrong use."""
    given = _parser().parse_args(arguments)
    root = instructors_course("report", "the report is made")
    if gone := absent((*given.paths, *given.levels)):
        return _misuse(gone)
    out: Path = given.out.expanduser()
    folder = os.path.isdir(out.absolute().parent)  # noqa: PTH112
    if out.suffix.lower() not in (".html", ".htm") or not folder or os.path.isdir(out):  # noqa: PTH112
        return _misuse(f"--out {visible(str(out))}: expected a file's name, as report.html, in a folder that is there")
    course = Course(root)
    keys = Keys(course)
    leave = [out.resolve(), *(path.resolve() for path in given.levels)]
    classwork = read_class(given.paths, keys, given.levels, leave)
    found = report(classwork, course, keys)
    try:
        write_whole(out, page(found, course.library, projected=given.projected).encode("utf-8", "replace"))
    except OSError as error:
        raise CourseError(f"{out}: not written {told(error)}, or name another file") from error
    without = [work.row for work in classwork.works if work.row.status in UNMARKED]
    if given.json:
        said = {"out": str(out), "people": found.people, "hand_ins": found.hand_ins, "exercises": found.exercises}
        print(json.dumps(said | {"unmarked": [row.file for row in without]}, ensure_ascii=False, indent=1))
    else:
        for row in without:
            print(f"{row.file}: not in it: {row.status}: {visible(row.note)}")
        names = "names nobody" if given.projected else "has names, for you alone"
        print(f"{out}: on {found.people} people and {found.hand_ins} hand-ins; {names}")
    return WRONG if without else DONE


def _parser() -> Arguments:
    ask = Arguments(prog="course.py report", description=__doc__)
    ask.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folders, zip archives, hand-ins")
    ask.add_argument("--out", type=Path, required=True, metavar="FILE.html", help="the page that is written")
    what = "for the class to see: no names, and no group under five broken down"
    ask.add_argument("--projected", action="store_true", help=what)
    what = "what markers gave while reading, as in grade"
    ask.add_argument("--levels", nargs="+", type=Path, default=[], metavar="FILE", help=what)
    ask.add_argument("--json", action="store_true", help="for programs")
    return ask


def _misuse(words: str) -> int:
    print(words, file=sys.stderr)
    return MISUSE
