"""``course.py practice``: a form of the practice test as plain text without keys, and answers to it scored."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from coursekit.cli.arguments import Arguments
from coursekit.cli.handed import instructors_course
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.marking.visible import visible
from coursekit.places import course_root
from coursekit.practice.loading import forms
from coursekit.practice.plain import printed, read, score_lines, scored

MOST = 1_000_000  # bytes of an answer file
DONE, MISUSE = 0, 2


def run(arguments: list[str]) -> int:
    """Print a form, or the points of an answer file."""
    ask = Arguments(prog="course.py practice", description=__doc__)
    what = ask.add_mutually_exclusive_group(required=True)
    what.add_argument("--print", dest="printed", metavar="FORM", help="the form (a or b), to be read on paper")
    what.add_argument("--score", nargs=2, metavar=("FORM", "FILE"), help="points of answers to it (docs/practice.md)")
    ask.add_argument("--json", action="store_true", help="for programs")
    given = ask.parse_args(arguments)
    if given.score:  # by trial it would tell the keys
        instructors_course("practice --score", "answers are scored")
    found = forms(Course(course_root()).folders)
    name = given.printed or given.score[0]
    if name not in found:
        there = ", ".join(found) or "none"
        print(f"practice: {visible(name, 60)}: no such form; there is {there}", file=sys.stderr)
        return MISUSE
    form = found[name]
    if given.printed:
        print(printed(form), end="")
        return DONE
    answers = read(form, _text(Path(given.score[1])))
    if given.json:
        print(json.dumps({item.id: points for item, points in scored(form, answers)}))
    else:
        print("\n".join(score_lines(form, answers)))
    return DONE


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST + 1)
        if len(raw) > MOST:
            raise CourseError(f"{path}: too big for answers to a form; at most {MOST:,} bytes")
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise CourseError(f"{path}: cannot be read {told(error)}") from error
    except UnicodeDecodeError as error:
        raise CourseError(f"{path}: is not UTF-8; save it as UTF-8") from error
