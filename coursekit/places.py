"""Where the course and the learner's work are."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from coursekit.errors import CourseError

CLASS_COPY = "class-copy.json"  # at the root of a class copy: what belongs to it


def course_root() -> Path:
    """Return the folder that holds ``lessons/`` and ``sources/``.

    The environment variable ``COURSEKIT_COURSE`` decides where it is set; else the nearest folder
    at or above the working directory; else the checkout this package stands in.

    Raises
    ------
    CourseError
        When no folder with ``lessons/`` and ``sources/`` is found.
    """
    named = os.environ.get("COURSEKIT_COURSE")
    here = Path.cwd()
    candidates = [Path(named)] if named else [here, *here.parents, Path(__file__).resolve().parent.parent]
    for folder in candidates:
        if (folder / "lessons").is_dir() and (folder / "sources").is_dir():
            return folder.resolve()
    raise CourseError(f"{named or here}: no course here (lessons/ and sources/ are missing); start in its folder")


def work_dir() -> Path:
    """Return the learner's own folder, made if need be: ``COURSEKIT_WORK``, else ``work/`` in the course.

    Where nbgrader runs somebody's notebook to mark it, this is an empty folder that ends with the process:
    the work of whoever marks is none of that notebook's business.

    Raises
    ------
    CourseError
        When the folder cannot be made or written.
    """
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":
        return _scratch()
    named = os.environ.get("COURSEKIT_WORK")
    folder = Path(named).expanduser() if named else course_root() / "work"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "not possible"
        raise CourseError(f"{folder}: cannot keep your work here ({reason}); free or name another folder") from error
    return folder.resolve()


@cache
def _scratch() -> Path:
    import atexit
    from tempfile import TemporaryDirectory

    folder = TemporaryDirectory(prefix="coursekit-autograde-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name).resolve()
