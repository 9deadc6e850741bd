"""``course.py check [PATH…]``: validate sources, lessons, questions, keys and exercises; file:line: message."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.check.course import check_course
from coursekit.check.coverage import NAME
from coursekit.check.passes import compare_files
from coursekit.cli.arguments import Arguments
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.places import CLASS_COPY, course_root

if TYPE_CHECKING:
    from coursekit.check.course import Checked
    from coursekit.check.item_course import Finding


def run(arguments: list[str]) -> int:
    """Say what is wrong and how much was looked at; 1 when something must be mended."""
    ask = Arguments(prog="course.py check", description=__doc__)
    ask.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="say only what concerns these")
    ask.add_argument("--json", action="store_true", help="for programs")
    ask.add_argument("--coverage", action="store_true", help="where the lessons use each finding on the documents")
    ask.add_argument(
        "--agreement", nargs=2, type=Path, metavar=("FIRST", "SECOND"), help="how far two passes over a task agree"
    )
    options = ask.parse_args(arguments)
    root = course_root()
    learners = (root / CLASS_COPY).exists()  # how a question is made tells of its key
    if learners and (options.agreement or options.coverage):
        raise CourseError("check: that tells of keys; ask for it in the instructor's course, not in this copy")
    if options.agreement:
        return agreement(*options.agreement, as_json=options.json)
    wanted = []
    for path in options.paths:
        there = (Path.cwd() / path).resolve()
        if not there.exists() or not there.is_relative_to(root):
            print(f"{path}: no such file or folder in this course", file=sys.stderr)
            return 2
        wanted.append(there.relative_to(root).as_posix())
    checked = check_course(root)
    if learners:
        checked.findings, checked.items, checked.keyed = checked.errors, None, {}
    if options.coverage:
        return covered(checked, as_json=options.json)
    if wanted:
        checked.findings = [finding for finding in checked.findings if concerns(finding, wanted)]
    if options.json:
        print(json.dumps(checked.to_json(), ensure_ascii=False, indent=1))
    else:
        tell(checked, all_=not wanted)
    return 1 if checked.errors else 0


def tell(checked: Checked, *, all_: bool) -> None:
    """Print what was found and, of all of it, the tables."""
    for finding in checked.findings:
        print(shown(finding))
    if checked.items and all_:
        print(f"\n{checked.items.table()}\n\n{checked.items.measures.line()}")
        print("\n".join(each.line(siglum) for siglum, each in checked.keyed.items()) + "\n")
    if checked.compared:
        print(checked.line_on_sources())
    print(", ".join(f"{count} {what}" for what, count in checked.counts.items() if "," not in what))
    if lost := {finding.file for finding in checked.errors if finding.unreadable}:
        print(f"Not readable: {len(lost)} (told first); what follows from them is held back until they are mended.")
    warnings = len(checked.findings) - len(checked.errors)
    print(f"{len(checked.errors)} to mend, {warnings} to look at")


def covered(checked: Checked, *, as_json: bool) -> int:
    """Print the table of findings, and what is wrong with it."""
    faults = [finding for finding in checked.errors if finding.file == NAME]
    if as_json:
        print(json.dumps(checked.coverage.to_json(), ensure_ascii=False, indent=1))
    else:
        print(checked.coverage.table() if checked.coverage.findings else f"{NAME}: nothing to show")
    for finding in faults:
        print(shown(finding), file=sys.stderr)
    return 1 if faults else 0


def agreement(first: Path, second: Path, *, as_json: bool) -> int:
    """Print how far two passes over an annotation task agree, and where they differ."""
    try:
        passes = compare_files(first, second, Course(course_root()))
    except CourseError as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps(passes.to_json(), ensure_ascii=False, indent=1) if as_json else "\n".join(passes.lines()))
    return 0


def shown(finding: Finding) -> str:
    """Return ``file:line: message``; what is only to be looked at says so."""
    where = f"{finding.file}:{finding.line}: " if finding.file else ""
    return f"{where}{'' if finding.level == 'error' else f'{finding.level}: '}{finding.message}"


def concerns(finding: Finding, wanted: list[str]) -> bool:
    """Tell whether a finding is about one of the files or folders."""
    return any(path in (".", finding.file) or finding.file.startswith(f"{path}/") for path in wanted)
