"""Where on a site a notebook of the course is: for its builder, and for a page's worker."""

from __future__ import annotations

from pathlib import PurePosixPath


def path_of(notebook: str) -> str:
    """Return the address in the site of a lesson or an exercise.

    Parameters
    ----------
    notebook
        Where it stands in the course: ``exercises/04-name/04-name.ipynb``.
    """
    where = PurePosixPath(notebook)
    return f"{where.parts[0]}/{where.stem}.html"
