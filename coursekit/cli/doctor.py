"""``course.py doctor``: find and mend what learners and machines break; --dry-run only says.

``--merge`` puts journals together that a sync service has split.
"""

from __future__ import annotations

import platform

from coursekit.cli.arguments import Arguments
from coursekit.cli.remedies import (
    Damage,
    clock,
    full_texts,
    journal_copies,
    journal_lines,
    jupyter_notes,
    lesson_copies,
    pairs,
)
from coursekit.errors import CourseError
from coursekit.places import course_root, work_dir

# In the order a learner's day depends on them. (.venv is mended before this can run at all: see cli/setup.)
REMEDIES = {
    "journal": journal_lines,
    "journals beside it": journal_copies,
    "lessons and their notebooks": pairs,  # before the copies made from them
    "your copies of the lessons": lesson_copies,
    "your copies of the documents": full_texts,
    "JupyterLab": jupyter_notes,
    "clock": clock,
}


def run(arguments: list[str]) -> int:
    """Go through all remedies; 1 when something is left that a person must do."""
    ask = Arguments(prog="course.py doctor", description=__doc__)
    ask.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    ask.add_argument("--merge", action="store_true", help="put the journals beside yours into it, and keep them")
    options = ask.parse_args(arguments)
    course, work = course_root(), work_dir()
    print(f"Python and packages: in order (Python {platform.python_version()})")
    left = 0
    for name, remedy in REMEDIES.items():
        try:
            mend = journal_copies.merge if options.merge and remedy is journal_copies else remedy.mend
            found = mend(course, work, dry_run=options.dry_run)
        except CourseError as error:
            found = [Damage(str(error), "not mended", mended=False)]
        except OSError as error:
            found = [Damage(f"{error.filename or name}: {error.strerror}", "not mended", mended=False)]
        print(f"{name}: {'in order' if not found else ''}")
        for each in found:
            print(f"  {each.what}\n    -> {each.remedy}", flush=True)
        left += sum(options.dry_run or not each.mended for each in found)
    return 1 if left else 0
