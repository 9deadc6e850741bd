"""An error in a student's own cell takes nothing away: what stands below it still runs, and is still compared."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coursekit.build import exercises
from coursekit.build.execute import execute
from coursekit.cli.testing.steps import NBVAL
from tests.conftest import ROOT
from tests.exercise import NAME, lay_out_exercise

OWN = "```{code-cell} ipython3\n---\ntags: [yours]\n---\n# your own lines\n```\n\n"
FAULTY = "lamp = 1 / 0"


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What students get of an exercise that has a cell of their own above the hand-in."""
    root = tmp_path_factory.mktemp("course") / "course"
    shutil.copytree(Path(__file__).parents[1] / "tiny", root)
    lay_out_exercise(root)
    text = root / "solutions" / NAME / f"{NAME}.md"
    said = text.read_text(encoding="utf-8")
    head, fence, rest = said.partition("```{code-cell}")
    text.write_text(f"{head}{OWN}{fence}{rest}", encoding="utf-8")
    assert list(exercises.build(root))
    return root / "exercises" / NAME / f"{NAME}.ipynb"


def faulty(given: Path) -> Any:
    """Return the notebook with an error in the student's own cell."""
    import nbformat

    notebook = nbformat.read(given, as_version=4)
    own = [cell for cell in notebook.cells if cell["source"] == "# your own lines"]
    assert len(own) == 1
    own[0]["source"] = FAULTY
    return notebook


def test_only_the_students_own_cells_go_on_after_an_error(given: Path) -> None:
    cells = json.loads(given.read_bytes())["cells"]
    tags = {"".join(cell["source"]): cell["metadata"].get("tags", []) for cell in cells}
    assert [source for source, those in tags.items() if "raises-exception" in those] == ["# your own lines"]
    master = given.parents[2] / "solutions" / NAME / f"{NAME}.ipynb"
    assert "raises-exception" not in master.read_text(encoding="utf-8"), "there, an error stops the build"


def test_the_hand_in_below_an_error_is_still_there(given: Path) -> None:
    notebook = faulty(given)
    execute(notebook, given, given.parents[2])
    shown = {cell["source"]: json.dumps(cell["outputs"]) for cell in notebook.cells if cell["cell_type"] == "code"}
    assert "ZeroDivisionError" in shown[FAULTY]
    below = next(output for source, output in shown.items() if "hand_in(" in source)
    assert "Here one file is made of" in below


def test_the_cell_is_still_compared_by_nbval(given: Path, tmp_path: Path) -> None:
    import nbformat

    notebook = faulty(given)
    notebook.cells = [cell for cell in notebook.cells if cell["source"] == FAULTY]
    notebook.cells[0]["execution_count"] = 1
    nbformat.write(notebook, tmp_path / "own.ipynb")
    plain = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    plain["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-m", "pytest", *NBVAL, "-q", "--rootdir", str(tmp_path)]
    done = subprocess.run(
        [*command, str(tmp_path / "own.ipynb")], cwd=tmp_path, env=plain, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout
    assert "Cell outputs differ" in done.stdout
