"""``course.py alike PATH…``: hand-ins that are alike far beyond chance, side by side; a reason to talk, no verdict."""

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
from coursekit.seminar.alike import CAUTION, alike
from coursekit.seminar.alike.sheet import first, names, sheet

if TYPE_CHECKING:
    from coursekit.seminar.alike import Alike

DONE, MISUSE = 0, 2
SUFFIXES = (".html", ".htm")


def run(arguments: list[str]) -> int:
    """Compare; 0 when that was done, whatever was found: nothing here is wrong by itself. 2 for wrong use."""
    given = _parser().parse_args(arguments)
    root = instructors_course("alike", "hand-ins are compared")
    if gone := absent(given.paths):
        return _misuse(gone)
    out: Path | None = given.out
    if out and (out.suffix.lower() not in SUFFIXES or not os.path.isdir(out.absolute().parent)):  # noqa: PTH112
        return _misuse(f"--out {visible(str(out))}: expected a file's name, as alike.html, in a folder that is there")
    leave = [out.resolve()] if out else []
    keys = Keys(Course(root))
    classwork = read_class(given.paths, keys, leave=leave)
    found = alike(classwork, keys)
    if out:
        _write(out, sheet(found))
    unread = sum(work.row.status in UNMARKED for work in classwork.works)
    if given.json:
        plain = {"pairs": [pair.to_json() for pair in found.pairs], "notes": list(found.notes), "unread": unread}
        print(json.dumps({"out": str(out) if out else None, "caution": CAUTION} | plain, ensure_ascii=False, indent=1))
    else:
        _tell(found, out, unread)
    return DONE


def _tell(found: Alike, out: Path | None, unread: int) -> None:
    for pair in found.pairs:
        one, other = names(pair)
        print(f"{pair.exercise}: {one} and {other}")
        for sign in pair.signs:
            print(f"  {sign.said}")
    for note in found.notes:
        print(note)
    if unread:
        print(f"{unread} could not be read and were not compared; grade says which and why")
    print(f"{f'{out}: ' if out else ''}{first(len(found.pairs))}. {CAUTION}")


def _write(out: Path, page: str) -> None:
    try:
        write_whole(out, page.encode("utf-8", "replace"))
    except OSError as error:
        raise CourseError(f"{out}: not written {told(error)}") from error


def _parser() -> Arguments:
    ask = Arguments(prog="course.py alike", description=__doc__)
    ask.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folders, zip archives, hand-ins")
    ask.add_argument("--out", type=Path, metavar="FILE", help="the pairs side by side, as alike.html")
    ask.add_argument("--json", action="store_true", help="for programs")
    return ask


def _misuse(words: str) -> int:
    print(words, file=sys.stderr)
    return MISUSE
