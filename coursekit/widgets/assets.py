"""Where the built front end is."""

from __future__ import annotations

from pathlib import Path

from coursekit.errors import CourseError

DIST = Path(__file__).resolve().parent.parent / "frontend" / "dist"


def asset(name: str) -> Path:
    """Return the path of a built file, as ``question.js``.

    Raises
    ------
    CourseError
        When it is missing, as in a checkout whose front end was never built.
    """
    path = DIST / name
    if not path.is_file():
        raise CourseError(f"{path}: the front end is not built; run “npm ci && npm run build” in coursekit/frontend")
    return path
