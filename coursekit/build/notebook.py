"""A lesson's ``.md`` as a notebook, the same from the same words every time."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

    from nbformat import NotebookNode

FORMATS = "ipynb,md:myst"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def from_lesson(lesson: Path) -> NotebookNode:
    """Read a lesson into a notebook without outputs.

    Only the title is kept of what the file's head says: the rest (a kernel's language version, the version
    of a tool) would differ from machine to machine.

    Raises
    ------
    CourseError
        When the file cannot be read as MyST Markdown.
    """
    import jupytext

    try:
        notebook: NotebookNode = jupytext.read(lesson, fmt="md:myst")
    except Exception as error:  # its readers raise whatever they meet
        raise CourseError(f"{lesson}: cannot be read as MyST Markdown ({error}); see another lesson's head") from error
    kept = {"title": notebook.metadata["title"]} if "title" in notebook.metadata else {}
    notebook.metadata = type(notebook)(
        {"jupytext": {"formats": FORMATS}, "kernelspec": KERNEL, "language_info": {"name": "python"}, **kept}
    )
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    name_cells(lesson.stem, notebook.cells)
    return notebook


def name_cells(lesson: str, cells: list[Any]) -> None:
    """Give each cell an id made of its lesson and its words; the second with the same words gets another.

    So a cell keeps its id when others are put before it, and a rebuild changes nothing.
    """
    seen: Counter[str] = Counter()
    for cell in cells:
        words = f"{lesson}\0{cell['cell_type']}\0{''.join(cell['source'])}"
        seen[words] += 1
        cell["id"] = hashlib.sha256(f"{words}\0{seen[words]}".encode()).hexdigest()[:12]


def settle(notebook: NotebookNode) -> None:
    """Take out of a run notebook what differs from run to run and means nothing.

    The view of a widget stays, since it counts as an output where notebooks are compared, under a name made
    of its place: the widget itself ended with its kernel, and the text shown beside it is what lasts.
    """
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    for number, cell in enumerate((cell for cell in notebook.cells if cell["cell_type"] == "code"), start=1):
        cell["metadata"].pop("execution", None)
        cell["execution_count"] = number
        for place, output in enumerate(cell["outputs"]):
            if "execution_count" in output:
                output["execution_count"] = number
            if WIDGET_VIEW in output.get("data", {}):
                model = hashlib.sha256(f"{cell['id']}\0{place}".encode()).hexdigest()[:32]
                output["data"][WIDGET_VIEW] = {"version_major": 2, "version_minor": 0, "model_id": model}


def written(notebook: NotebookNode) -> str:
    """Return the text of the ``.ipynb``."""
    import nbformat

    nbformat.validate(notebook)
    plain = json.loads(nbformat.writes(notebook))
    return json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
