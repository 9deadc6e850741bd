"""``course.py build [--check | --class OUT]``: make notebooks and exercises, or the copy that a class gets.

OUT is a folder, or a file whose name ends in .zip.

--check changes nothing and fails on drift.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from coursekit.build import exercises, lessons
from coursekit.build.class_copy import class_copy
from coursekit.build.class_zip import class_zip
from coursekit.cli.arguments import Arguments
from coursekit.errors import CourseError
from coursekit.places import CLASS_COPY, Folders, course_root
from coursekit.words import count

MOST_NAMED = 3  # files, of those in which most is wrong


def run(arguments: list[str]) -> int:
    """Make what is made, or tell what is out of step."""
    ask = Arguments(prog="course.py build", description=__doc__)
    what = ask.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="change nothing; exit 1 when something is out of step")
    what.add_argument(
        "--class",
        dest="out",
        type=Path,
        metavar="OUT",
        help="make the copy for a class there, a folder or a .zip: no solutions, keys sealed",
    )
    ask.add_argument(
        "--with-solutions",
        nargs="+",
        default=[],
        metavar="EXERCISE",
        help="with --class: exercises whose worked solutions open in it, once every part was tried",
    )
    options = ask.parse_args(arguments)
    root = course_root()
    if options.with_solutions and not options.out:
        ask.error("--with-solutions goes with --class OUT")
    if options.out and options.out.suffix.lower() == ".zip" and not options.out.expanduser().is_dir():
        print(f"{options.out}: {class_zip(root, options.out.expanduser(), options.with_solutions)} files")
        return 0
    if options.out:
        made, gone = class_copy(root, options.out.expanduser(), options.with_solutions)
        print(f"{options.out}: {made} files" + (f", {gone} of the earlier copy deleted" if gone else ""))
        return 0
    if (root / CLASS_COPY).exists():
        raise CourseError("build: this is a class copy, with nothing to build from; use the instructor's course")
    folder, teaching = Folders(root).lessons, (Folders(root).solutions, lessons.TEACHING)
    if options.check:
        drifted = [*lessons.check(folder), *exercises.check(root), *lessons.check(*teaching)]
        for drift in drifted:
            print(f"{drift.file.relative_to(root)}: {drift.what}", file=sys.stderr)
        counted = f"{len(lessons.lessons(folder))} lessons and {len(exercises.masters(root))} exercises"
        print(f"{counted} looked at, {len(drifted)} out of step")
        return 1 if drifted else 0
    for target, changed in chain(lessons.build(folder), exercises.build(root), lessons.build(*teaching)):
        did = "as it was" if not changed else "made" if target.exists() else "deleted: nothing in solutions/ makes it"
        print(f"{target.relative_to(root)}: {did}", flush=True)
    return _honest(root)


def _honest(root: Path) -> int:
    """Say how much is wrong with what was made: a faulty lesson becomes a notebook like any other."""
    from coursekit.check.course import check_course

    with TemporaryDirectory() as nowhere:  # without anybody's copies: what is made does not depend on them
        errors = check_course(root, Path(nowhere)).errors
    if not errors:
        return 0
    files = [file for file, _ in Counter(each.file for each in errors if each.file).most_common(MOST_NAMED)]
    told = f"made, with {count(len(errors), 'fault')}, in {', '.join(files) or 'the course as a whole'}"
    print(f"{told}; `python3 course.py check` names each", file=sys.stderr)
    return 1
