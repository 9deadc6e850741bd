"""Run a notebook as somebody who has just got the course: no answers, no full texts."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.places import WORK

if TYPE_CHECKING:
    from nbformat import NotebookNode

TIMEOUT = 120  # seconds a cell; a lesson's takes well under one


def execute(notebook: NotebookNode, lesson: Path, course: Path | None = None) -> None:
    """Run all cells in a fresh kernel, in the lesson's folder, with an empty work folder.

    ``course`` is the course's folder, where it is not the one above the lesson's.

    Raises
    ------
    CourseError
        When a cell fails, hangs, or writes a warning: nothing that a learner should see; or when no kernel starts.
    """
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    from coursekit.build.kernels import Client, StartError

    with tempfile.TemporaryDirectory(prefix="coursekit-build-") as empty:
        client: Any = Client(
            notebook,
            timeout=TIMEOUT,
            kernel_name="python3",
            record_timing=False,
            store_widget_state=False,
            resources={"metadata": {"path": str(lesson.parent)}},
        )
        try:
            client.execute(
                env=kernel_environment(course or lesson.parent.parent, Path(empty)), stderr=subprocess.DEVNULL
            )
        except CellExecutionError as error:
            said = f"{error.ename}: {error.evalue}"
            raise CourseError(f"{lesson}: {_failed(notebook)} fails ({said}); put it right and build again") from error
        except (CellTimeoutError, DeadKernelError) as error:
            raise CourseError(
                f"{lesson}: {_failed(notebook)} does not end or ends Python; put it right and build again"
            ) from error
        except StartError as error:
            raise CourseError(
                f"{lesson}: Python cannot be started to run it ({error}); close other programs and try again"
            ) from error
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                said = output["text"].strip().splitlines()[-1][:120]
                raise CourseError(f"{lesson}: cell {number} writes a warning ({said}); put it right and build again")


def kernel_environment(course: Path, empty: Path) -> dict[str, str]:
    """Return an environment in which nothing of this machine or learner shows."""
    mine = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "IPYTHON", "PYTHON"))}
    return mine | {
        "COURSEKIT_COURSE": str(course.resolve()),
        "COURSEKIT_WORK": str(empty / WORK),
        "IPYTHONDIR": str(empty / "ipython"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONNOUSERSITE": "1",
    }


def _failed(notebook: NotebookNode) -> str:
    for number, cell in enumerate(notebook.cells, start=1):
        if any(output["output_type"] == "error" for output in cell.get("outputs", [])):
            return f"cell {number} ({cell['source'].strip().splitlines()[-1][:60]})"
    return "a cell"
