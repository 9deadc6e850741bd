"""``course.py build [--check]``: make notebooks and exercises; --check changes nothing and fails on drift."""

from __future__ import annotations

import argparse
import sys
from itertools import chain

from coursekit.build import exercises, lessons
from coursekit.places import course_root


def run(arguments: list[str]) -> int:
    """Make what is made, or tell what is out of step."""
    ask = argparse.ArgumentParser(prog="course.py build", description=__doc__)
    ask.add_argument("--check", action="store_true", help="change nothing; exit 1 when something is out of step")
    options = ask.parse_args(arguments)
    root = course_root()
    folder = root / "lessons"
    if options.check:
        drifted = [*lessons.check(folder), *exercises.check(root)]
        for drift in drifted:
            print(f"{drift.file.relative_to(root)}: {drift.what}", file=sys.stderr)
        counted = f"{len(lessons.lessons(folder))} lessons and {len(exercises.masters(root))} exercises"
        print(f"{counted} looked at, {len(drifted)} out of step")
        return 1 if drifted else 0
    for target, changed in chain(lessons.build(folder), exercises.build(root)):
        did = "as it was" if not changed else "made" if target.exists() else "deleted: nothing in solutions/ makes it"
        print(f"{target.relative_to(root)}: {did}", flush=True)
    return 0
