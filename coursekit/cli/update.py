"""``course.py update ZIP``: bring this class copy up to date; your work in it is not touched."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from coursekit.build.updating import update
from coursekit.cli.arguments import Arguments
from coursekit.cli.lab.server import running
from coursekit.errors import CourseError
from coursekit.marking.visible import visible
from coursekit.places import course_root, work_dir

DONE, MISUSE = 0, 2


def run(arguments: list[str]) -> int:
    """Update; 0 when it was done, 2 for wrong use."""
    ask = Arguments(prog="course.py update", description=__doc__)
    ask.add_argument("newer", type=Path, metavar="ZIP", help="what your instructor gave out, or its folder")
    newer: Path = ask.parse_args(arguments).newer.expanduser()
    if not os.path.exists(newer):  # noqa: PTH110 - False also for what no path can be, where Path raises
        print(f"{visible(str(newer))}: no such file or folder", file=sys.stderr)
        return MISUSE
    if any(running(work_dir())):
        raise CourseError("update: the course is open; end it with Ctrl+C where it was started, then update again")
    written, gone = update(course_root(), newer)
    if not written and not gone:
        print("up to date as it was")
    else:
        print(f"{written} files written, {gone} deleted; your work was not touched. Start the course again.")
    return DONE
