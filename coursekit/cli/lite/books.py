"""The notebooks of a course as JupyterLite shows them: what a learner opens at home, and one to carry work across."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coursekit.build.lessons import lessons
from coursekit.cli.lab.copies import learners
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.places import HOME, NUMBERED, REVIEW, Folders
from coursekit.site.listing import sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MY_WORK = "my-work.ipynb"
_MY_WORK = (
    """# My work

What you do in these notebooks is kept in this browser, under this address, and sent nowhere. The course’s pages keep
theirs apart from it. A file takes it across: the same file goes into the pages (*Bring work back from a file*), into
these notebooks, and into the course on your machine (`python3 course.py work import FILE`), and comes out of each.

<button type="button" data-commandlinker-command="notebook:run-all-cells">Run this page</button>

Run it again when you have done more.""",
    "from coursekit.lesson.carrying import take_out\ntake_out()",
    "What is put in is added to what is here; nothing is lost.",
    "from coursekit.lesson.carrying import put_in\nput_in()",
)
_KERNEL = {"name": "python", "display_name": "Python", "language": "python"}


def books(root: Path) -> dict[str, dict[str, Any]]:
    """Return the notebooks of all lessons and exercises, by their place in the course.

    Raises
    ------
    CourseError
        When one cannot be read.
    """
    folders = Folders(root)
    found = {}
    for path in _paths(folders):
        try:
            book = learners(path.read_bytes(), path)
        except OSError as error:
            raise CourseError(
                f"{folders.name(path)}: cannot be read {told(error)}; course.py build makes it"
            ) from error
        book["metadata"] = {**book["metadata"], "kernelspec": _KERNEL}
        for cell in book["cells"]:
            # They are ours: what stands in them may be shown, and run when the notebook is opened.
            cell["metadata"]["trusted"] = True
        found[folders.name(path)] = book
    return found | {MY_WORK: _my_work()}


def sums(found: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Return a sum of what each notebook says, outputs aside, as `frontend/src/site/notebooks.js` reckons it."""
    said = {
        name: [[cell["cell_type"], "".join(cell["source"])] for cell in book["cells"]] for name, book in found.items()
    }
    return {
        name: sum_of(json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode())
        for name, words in said.items()
    }


def data(root: Path) -> dict[str, bytes]:
    """Return the tables that exercises compute with, by their place in the course."""
    folders = Folders(root)
    paths = sorted(path for path in folders.exercises.glob("*/data/*") if path.is_file())
    return {folders.name(path): path.read_bytes() for path in paths}


def _my_work() -> dict[str, Any]:
    """Return the notebook by which work is taken out and put in."""
    ours: dict[str, Any] = {"editable": False, "deletable": False, "trusted": True}
    cells = []
    for number, source in enumerate(_MY_WORK):
        cell: dict[str, Any] = {"id": f"work-{number}", "cell_type": "markdown", "metadata": ours, "source": source}
        if number % 2:
            hidden = ours | {"jupyter": {"source_hidden": True}}
            cell |= {"cell_type": "code", "metadata": hidden, "outputs": [], "execution_count": None}
        cells.append(cell)
    return {"cells": cells, "metadata": {"kernelspec": _KERNEL}, "nbformat": 4, "nbformat_minor": 5}


def _paths(folders: Folders) -> Iterator[Path]:
    # Without the practice test, whose forms are not among what the browser is given (`coursekit.site.packing`).
    yield from (text.with_suffix(".ipynb") for text in lessons(folders.lessons, NUMBERED, HOME, REVIEW))
    yield from sorted(folders.exercises.glob("[0-9]*/[0-9]*.ipynb"))
