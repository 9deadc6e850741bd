"""``course.py build [--check]``: notebooks from lessons/*.md; --check changes nothing and fails on drift."""

from __future__ import annotations

import argparse
import sys

from coursekit.build import lessons
from coursekit.places import course_root


def run(arguments: list[str]) -> int:
    """Make what is made, or tell what is out of step."""
    ask = argparse.ArgumentParser(prog="course.py build", description=__doc__)
    ask.add_argument("--check", action="store_true", help="change nothing; exit 1 when something is out of step")
    options = ask.parse_args(arguments)
    folder = course_root() / "lessons"
    if options.check:
        drifted = list(lessons.check(folder))
        for drift in drifted:
            print(f"{drift.file.relative_to(folder.parent)}: {drift.what}", file=sys.stderr)
        print(f"{len(lessons.lessons(folder))} lessons looked at, {len(drifted)} out of step")
        return 1 if drifted else 0
    for target, changed in lessons.build(folder):
        print(f"{target.relative_to(folder.parent)}: {'made' if changed else 'as it was'}", flush=True)
    return 0
