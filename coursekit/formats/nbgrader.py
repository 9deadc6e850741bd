"""nbgrader on our folders: ``solutions/`` is its source; all that it makes lies in ``nbgrader/``.

See README.md. Used by ``nbgrader_config.py`` and by nothing else: learners have no nbgrader.
"""

from __future__ import annotations

import glob
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbconvert.preprocessors import Preprocessor
from traitlets import Bool

from coursekit.build.exercises import students
from coursekit.places import SOLUTIONS
from coursekit.questions.exercises import MASTER

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE, ROOM = SOLUTIONS, "nbgrader"
STEPS = ("release", "submitted", "autograded", "feedback", "source_with_tests", "solution")
NEVER = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.md", "*.toml"]


class StripSolutions(Preprocessor):
    """Take out of a release what is tagged ``solution``, and its tie to the instructor's text."""

    enabled = Bool(True).tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Return the notebook as students get it."""
        return students(nb), resources


def configure(config: Any, root: Path) -> None:
    """Fill in nbgrader's settings.

    Parameters
    ----------
    config
        What ``get_config()`` returns.
    root
        The course's folder, as it is without links.
    """
    room = root / ROOM
    room.mkdir(exist_ok=True)
    place = config.CourseDirectory
    place.root = str(root)
    place.source_directory = SOURCE
    for step in STEPS:
        setattr(place, f"{step}_directory", f"{ROOM}/{step}")
    place.db_url = f"sqlite:///{room / 'gradebook.db'}"
    place.ignore = [*NEVER, *_not_for_students(root)]
    converters: Any = import_module("nbgrader.converters")
    usual = converters.GenerateAssignment.class_traits()["preprocessors"].default()
    config.GenerateAssignment.preprocessors = [StripSolutions, *usual]
    config.Autograde.exclude_overwriting = {
        folder.name: [path.relative_to(folder).as_posix() for path in _data(folder)] for folder in _masters(root)
    }
    config.OverwriteCells.add_missing_cells = True  # who deletes a cell that tells points has not lost them
    # The kernels that nbgrader starts read this course, wherever nbgrader itself is installed.
    os.environ["COURSEKIT_COURSE"] = str(root)
    _first("PYTHONPATH", str(root))
    # It makes its database by calling `alembic`, which is on PATH only where its environment was activated.
    _first("PATH", str(Path(sys.executable).parent))


def _first(variable: str, folder: str) -> None:
    others = os.environ.get(variable, "").split(os.pathsep)
    os.environ[variable] = os.pathsep.join([folder, *(other for other in others if other not in ("", folder))])


def _masters(root: Path) -> list[Path]:
    return sorted(path.parent for path in (root / SOURCE).glob(f"*/{MASTER}"))


def _data(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "data").glob("*") if path.is_file())


def _not_for_students(root: Path) -> Iterator[str]:
    """Yield patterns for what lies in the instructor's folders beside notebooks and data, and for nothing else.

    nbgrader would publish it, and lay it over a student's file of the same name. It compares paths letter by
    letter, and spells these with a ``.`` where a student's name would stand.
    """
    for folder in _masters(root):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path not in _data(folder) and not (path.parent == folder and path.suffix == ".ipynb"):
                inside = path.relative_to(root / SOURCE)
                yield glob.escape(os.path.join(root, SOURCE, ".", inside))  # noqa: PTH118 - a Path would drop the dot
