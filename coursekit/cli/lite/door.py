"""JupyterLite's page as the course gives it out: with our style, and with what is asked before it starts."""

from __future__ import annotations

import re
from pathlib import Path

from coursekit.cli.lab.settings import style
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.html import tag
from coursekit.site.listing import sum_of

PAGE = "lab/index.html"
_DOOR = Path(__file__).resolve().parents[2] / "frontend" / "src" / "site" / "notebooks.js"
_START = re.compile(r"await import\(\s*('[^']*/config-utils\.js[^']*')\s*,?\s*\);")
_TITLE = "<title>JupyterLite</title>"


def dressed(page: str, course: str) -> dict[str, bytes]:
    """Return the page, and the files that it asks for beside JupyterLite's own.

    Parameters
    ----------
    page
        As JupyterLite's builder makes it.
    course
        The course's title.

    Raises
    ------
    CourseError
        When it is not the page that is known, or a file of ours is missing.
    """
    try:
        script, css = _DOOR.read_bytes(), style().encode()
    except OSError as error:
        raise CourseError(f"{error.filename}: cannot be read {told(error)}; get the course again") from error
    door = f"../coursekit.js?_={sum_of(script)[:8]}"
    made, count = _START.subn(rf"await (await import('{door}')).enter(() => import(\1));", page)
    if count != 1 or _TITLE not in made:
        raise CourseError("site: JupyterLite’s page is another than is known; delete .venv-lab and try again")
    link = f'<link rel="stylesheet" href="../coursekit.css?_={sum_of(css)[:8]}">'
    made = made.replace(_TITLE, f"{tag('title', course).markup}{link}")
    return {PAGE: made.encode(), "coursekit.js": script, "coursekit.css": css}
