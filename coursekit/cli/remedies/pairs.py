"""A lesson whose ``.ipynb`` was changed beside its ``.md``: JupyterLab refuses to open such a pair."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coursekit.build import lessons
from coursekit.build.notebook import from_lesson
from coursekit.cli.remedies import Damage
from coursekit.errors import CourseError
from coursekit.places import Folders

if TYPE_CHECKING:
    from pathlib import Path


def mend(course: Path, work: Path, *, dry_run: bool) -> list[Damage]:
    """Take the text for the truth: keep the other notebook in the work folder, and make it anew."""
    found = []
    for text in Folders(course).lesson_texts:
        notebook = text.with_suffix(".ipynb")
        if not notebook.exists() or not (said := _fault(text, notebook)):
            continue
        aside = _free(work / "set-aside", notebook.name)
        what = f"{notebook}: is not what {text.name} says ({said})"
        if dry_run:
            found.append(Damage(what, f"would be kept as {aside} and made anew from the text"))
            continue
        try:
            fresh = lessons.make(text)
        except CourseError as error:
            found.append(Damage(what, f"not mended: {error}", mended=False))
            continue
        aside.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(notebook.read_bytes())
        lessons.put(notebook, fresh)
        found.append(Damage(what, f"kept as {aside}, and made anew from the text"))
    return found


def _fault(text: Path, notebook: Path) -> str:
    try:
        json.loads(notebook.read_bytes())["cells"]
    except (ValueError, KeyError, TypeError):
        return "it is not a notebook"
    return lessons.differs(from_lesson(text), notebook)


def _free(folder: Path, name: str) -> Path:
    number = 1
    while (target := folder / f"{number}-{name}").exists():
        number += 1
    return target
