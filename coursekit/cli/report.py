"""``course.py report PATH… --out FILE.html``: what the class knows, and a plan for the next hour."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

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
from coursekit.seminar.roster import read_roster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.marking.row import Row
    from coursekit.seminar.report.report import Report

DONE, WRONG, MISUSE = 0, 1, 2


def run(arguments: list[str]) -> int:
    """Write the report; 0 when every file found is in it, 1 when one is not and why, 2 wrong use."""
    given = _parser().parse_args(arguments)
    root = instructors_course("report", "the report is made")
    if gone := absent((*given.paths, *given.levels, *([given.list] if given.list else []))):
        return _misuse(gone)
    out: Path = given.out.expanduser()
    folder = os.path.isdir(out.absolute().parent)  # noqa: PTH112
    if out.suffix.lower() not in (".html", ".htm") or not folder or os.path.isdir(out):  # noqa: PTH112
        return _misuse(f"--out {visible(str(out))}: expected a file's name, as report.html, in a folder that is there")
    course = Course(root)
    keys = Keys(course)
    roster = read_roster(given.list) if given.list else None
    leave = [path.resolve() for path in (out, given.list, *given.levels) if path]
    classwork = read_class(given.paths, keys, given.levels, leave)
    found = report(classwork, course, keys, roster.learners if roster else None)
    try:
        write_whole(out, page(found, course.library, projected=given.projected).encode("utf-8", "replace"))
    except OSError as error:
        raise CourseError(f"{out}: not written {told(error)}, or name another file") from error
    without = [work.row for work in classwork.works if work.row.status in UNMARKED]
    if given.json:
        print(json.dumps(_json(out, found, without), ensure_ascii=False, indent=1))
    else:
        for line in _lines(out, found, without, projected=given.projected):
            print(line)
    return WRONG if without or found.class_.nobodys else DONE


def _json(out: Path, found: Report, without: list[Row]) -> dict[str, object]:
    said = {"out": str(out), "people": found.people, "hand_ins": found.hand_ins, "exercises": found.exercises}
    nobodys = [{"file": each.work.row.file, "why": each.why} for each in found.class_.nobodys]
    twice = [vars(each) for each in found.class_.twice]
    listed = {"listed": found.class_.listed, "nobodys": nobodys, "twice": twice}
    return said | listed | {"unmarked": [row.file for row in without]}


def _lines(out: Path, found: Report, without: list[Row], *, projected: bool) -> Iterator[str]:
    for row in without:
        yield f"{row.file}: not in it: {row.status}: {visible(row.note)}"
    for each in found.class_.nobodys:
        yield f"{each.work.row.file}: not in it: {each.why}"
    for twice in found.class_.twice:
        left = "; ".join(twice.left)
        yield f"{twice.learner}: {twice.exercise}: handed in more than once: the latest is taken, not {left}"
    names = "names nobody" if projected else "has names, for you alone"
    yield f"{out}: on {found.people} people and {found.hand_ins} hand-ins; {names}"


def _parser() -> Arguments:
    ask = Arguments(prog="course.py report", description=__doc__)
    ask.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folders, zip archives, hand-ins")
    ask.add_argument("--out", type=Path, required=True, metavar="FILE.html", help="the page that is written")
    what = "the class list, by which people are joined: what Moodle or Canvas exports, or a table with names"
    ask.add_argument("--list", type=Path, metavar="CSV", help=what)
    what = "for the class to see: no names, and no group under five broken down"
    ask.add_argument("--projected", action="store_true", help=what)
    what = "what markers gave while reading, as in grade"
    ask.add_argument("--levels", nargs="+", type=Path, default=[], metavar="FILE", help=what)
    ask.add_argument("--json", action="store_true", help="for programs")
    return ask


def _misuse(words: str) -> int:
    print(words, file=sys.stderr)
    return MISUSE
