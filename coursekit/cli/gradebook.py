"""``course.py gradebook EXPORT PATH…``: a class's marks in the gradebook that the platform exported."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.cli.arguments import Arguments
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.files.whole import write_whole
from coursekit.marking.keys import Keys
from coursekit.marking.visible import visible
from coursekit.places import course_root
from coursekit.seminar.classwork import gather
from coursekit.seminar.gradebook.filling import NEAR, Filled, Worth, fill, ours, sheet_of
from coursekit.seminar.roster import read_roster
from coursekit.words import count

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from coursekit.seminar.classwork import Classwork
    from coursekit.seminar.gradebook.sheet import Column

DONE, WRONG, MISUSE = 0, 1, 2
_OF_THE_COLUMN = -1.0  # what --scale says without a number
_MOST_POINTS = 100_000


def run(arguments: list[str]) -> int:
    """Fill the marks in; 0 when every file has its place, 1 when one has none or nothing was written, 2 wrong use."""
    given = _parser().parse_args(arguments)
    out: Path = given.out
    here = Course(course_root())
    if wrong := _wrong(given, here):
        print(wrong, file=sys.stderr)
        return MISUSE
    sheet = sheet_of(read_roster(given.export))
    column = sheet.column(given.column)
    keys = Keys(here)
    leave = [path.resolve() for path in (given.export, out, *given.levels)]
    found = gather(given.paths, keys, given.levels, leave=leave)
    exercise = here.assignments.id_of(given.exercise) if given.exercise else _only(found)
    filled = fill(sheet, column, found, exercise, Worth(ours(keys, found, exercise), _scale(given, column)))
    agreed = given.yes or not filled.changes
    if agreed:
        try:
            write_whole(out, filled.content)
        except OSError as error:
            raise CourseError(f"{out}: not written ({error.strerror}); name another --out") from error
    if given.json:
        print(json.dumps(_json(filled, exercise, written=agreed), ensure_ascii=False, indent=1))
    else:
        for line in _lines(filled, given, exercise):
            print(line)
    if not agreed:
        what = f"{count(len(filled.changes), 'mark')} that stood there would change"
        print(f"{out}: {what}; not written: --yes writes it", file=sys.stderr)
    return DONE if agreed and not (filled.kept or filled.nobodys) else WRONG


def _wrong(given: argparse.Namespace, here: Course) -> str:
    """Say what is wrong with what was asked for; "" if nothing."""
    for path in (given.export, *given.paths, *given.levels):
        if not os.path.exists(path):  # noqa: PTH110 - False also for what no path can be, where Path raises
            return f"{visible(str(path))}: no such file or folder"
    if given.out.resolve() == given.export.resolve() or given.out.is_dir():
        return f"--out {visible(str(given.out))}: expected a new file's name; the export stays as it was"
    if given.exercise and not here.assignments.id_of(given.exercise):
        there = ", ".join(here.assignments.names) or "none"
        return f"{visible(given.exercise, 60)}: no such exercise; there is {there}"
    if given.scale is not None and given.scale != _OF_THE_COLUMN and not 0 < given.scale <= _MOST_POINTS:
        return f"--scale={given.scale:g}: expected points from 0 to {_MOST_POINTS:,}, as --scale=100"
    return ""


def _only(found: Classwork) -> str:
    if len(found.exercises) != 1:
        there = ", ".join(found.exercises) or "none"
        raise CourseError(f"gradebook: which exercise is it? Name it with --exercise; handed in: {there}")
    return found.exercises[0]


def _scale(given: argparse.Namespace, column: Column) -> float | None:
    """Return of how many points to write the marks; None for as they are."""
    if given.scale != _OF_THE_COLUMN:
        return given.scale  # type: ignore[no-any-return]
    if column.of is None:
        raise CourseError(f"“{visible(column.heading, 80)}”: the export does not say its points; say --scale=100")
    return column.of


def _lines(filled: Filled, given: argparse.Namespace, exercise: str) -> Iterator[str]:
    for each in filled.changes:
        yield f"{each.learner}: {each.was:g} → {each.points:g}"
    yield from (f"{name}: left as it is: {why}" for name, why in filled.kept)
    yield from (f"{file}: {why}" for file, why in filled.nobodys)
    if filled.without:
        yield f"{count(len(filled.without), 'learner')} without a hand-in, as before: {', '.join(filled.without)}"
    of, theirs, name = filled.worth.of, filled.column.of, visible(filled.column.heading, 80)
    if theirs is None:
        yield f"the export does not say of how many points “{name}” is; the marks are of {of:g}"
    elif abs(theirs - of) > NEAR:
        yield f"the column is of {theirs:g} points and the marks are of {of:g}: set it to {of:g}, or use --scale"
    if filled.waiting:
        yield f"{filled.waiting} have texts that nobody has read: their points are not in it; add --levels"
    yield f"{given.out}: {count(len(filled.written), 'mark')} of {exercise}, of {of:g} points, in “{name}”"


def _json(filled: Filled, exercise: str, *, written: bool) -> dict[str, Any]:
    marks = [{"learner": each.learner, "points": each.points, "was": each.was} for each in filled.written]
    return {
        "written": written,
        "exercise": exercise,
        "column": filled.column.heading,
        "of": filled.worth.of,
        "column_of": filled.column.of,
        "marks": marks,
        "kept": [{"learner": name, "why": why} for name, why in filled.kept],
        "nobodys": [{"file": file, "why": why} for file, why in filled.nobodys],
        "without": filled.without,
        "waiting": filled.waiting,
    }


def _parser() -> Arguments:
    ask = Arguments(prog="course.py gradebook", description=__doc__)
    what = "the gradebook as Canvas or Moodle exported it, or Moodle's worksheet for grading offline"
    ask.add_argument("export", type=Path, metavar="EXPORT", help=what)
    ask.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folders, zip archives, hand-ins")
    ask.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to upload; the export stays")
    ask.add_argument("--exercise", default="", metavar="EXERCISE", help="whose marks, as 09, where several came")
    ask.add_argument("--column", default="", metavar="NAME", help="the assignment's name on the platform")
    ask.add_argument(
        "--levels", nargs="+", type=Path, default=[], metavar="FILE", help="what markers gave while reading"
    )
    what = "write marks of as many points as the column has, or as you say"
    ask.add_argument("--scale", nargs="?", type=float, const=_OF_THE_COLUMN, metavar="POINTS", help=what)
    ask.add_argument("--yes", action="store_true", help="write also when marks that stand there change")
    ask.add_argument("--json", action="store_true", help="for programs")
    return ask
