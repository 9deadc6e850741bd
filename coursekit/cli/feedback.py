"""``course.py feedback PATH… --out ZIP``: a page for each hand-in that counts, packed as the platform takes it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.cli.arguments import Arguments
from coursekit.cli.handed import absent, instructors_course, read_class
from coursekit.course import Course
from coursekit.marking.keys import Keys
from coursekit.marking.row import UNMARKED
from coursekit.marking.visible import visible
from coursekit.seminar.feedback.packing import PLATFORMS, platform_of
from coursekit.seminar.feedback.sending import send
from coursekit.words import count as counted

if TYPE_CHECKING:
    from collections.abc import Callable


DONE, WRONG, MISUSE = 0, 1, 2


def run(arguments: list[str]) -> int:
    """Write the zip; 0 when every file found has its feedback in it, 1 when one has none, 2 wrong use."""
    given = _parser().parse_args(arguments)
    root = instructors_course("feedback", "feedback is made")
    if gone := absent((*given.paths, *given.levels)):
        return _misuse(gone)
    out: Path = given.out.expanduser()
    folder = os.path.isdir(out.absolute().parent)  # noqa: PTH112
    if out.suffix.lower() != ".zip" or not folder or os.path.isdir(out):  # noqa: PTH112
        return _misuse(f"--out {visible(str(out))}: expected a file's name, as feedback.zip, in a folder that is there")
    course = Course(root)
    tells_keys = _tells_keys(course, given.answers)
    leave = [out.resolve(), *(path.resolve() for path in given.levels)]
    keys = Keys(course)
    classwork = read_class(given.paths, keys, given.levels, leave)
    platform = given.platform or platform_of([work.row for work in classwork.counting()])
    sent = send(classwork, keys, course, out, platform, tells_keys=tells_keys)
    without = [work.row for work in classwork.works if work.row.status in UNMARKED]
    if given.json:
        told = {
            "out": str(out),
            "platform": platform,
            "files": {name: [row.file for row in rows] for name, rows in sent.files.items()},
            "unplaced": [row.file for row in sent.unplaced],
            "unmarked": [row.file for row in without],
        }
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for row in sent.unplaced:
            print(f"{row.file}: not in it: its name tells no {platform.title()} id; --for plain takes everybody")
        for row in without:
            print(f"{row.file}: not in it: {row.status}: {visible(row.note)}")
        for line in classwork.joined.lines():
            print(line)
        hand_ins = counted(sum(map(len, sent.files.values())), "hand-in")
        print(f"{out}: {counted(len(sent.files), 'file')} for {platform}, on {hand_ins}")
    return WRONG if sent.unplaced or without else DONE


def _parser() -> Arguments:
    ask = Arguments(prog="course.py feedback", description=__doc__)
    ask.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folders, zip archives, hand-ins")
    ask.add_argument("--out", type=Path, required=True, metavar="ZIP", help="what is written, as feedback.zip")
    ask.add_argument(
        "--levels", nargs="+", type=Path, default=[], metavar="FILE", help="what markers gave, as in grade"
    )
    what = "whose names the files have; by default the platform that exported the hand-ins, else plain"
    ask.add_argument("--for", dest="platform", choices=PLATFORMS, help=what)
    ask.add_argument(
        "--answers", default="no", metavar="yes|no|EXERCISE,…", help="of which exercises right answers are shown (no)"
    )
    ask.add_argument("--json", action="store_true", help="for programs")
    return ask


def _tells_keys(course: Course, answers: str) -> Callable[[str], bool]:
    """Return of which exercises keys are told. Raises CourseError for one that the course does not have."""
    if answers in ("yes", "no"):
        return lambda _exercise: answers == "yes"
    named = {course.assignments[name.strip()].id for name in answers.split(",") if name.strip()}
    return lambda exercise: exercise in named


def _misuse(words: str) -> int:
    print(words, file=sys.stderr)
    return MISUSE
