"""Every question of the course gets the same marks from a kernel's Python and from the one in a browser."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from coursekit.site import packing
from coursekit.site.compiling import compiled
from coursekit.site.runtime import PYODIDE
from tests.conftest import ROOT, not_run

HERE = Path(__file__).parent


@pytest.fixture
def archives(tmp_path: Path) -> Path:
    """The archives of this course's site."""
    made = {
        "kit": packing.kit(ROOT) | packing.packages(packing.AT_ONCE),
        "course": packing.course(ROOT),
        **packing.late(),
    }
    for name, files in made.items():
        (tmp_path / f"{name}.zip").write_bytes(packing.packed(files))
    return tmp_path


def _said(call: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _said(call: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.slow
def test_blank_typically_wrong_and_right_answers_get_the_same_marks_in_a_browsers_python(
    archives: Path, node: str
) -> None:
    if not PYODIDE.is_dir():
        not_run("Pyodide not installed")
    for name in ("kit", "course"):
        with zipfile.ZipFile(archives / f"{name}.zip") as archive:
            archive.extractall(archives / name)
    for name, content in compiled({path.name: path.read_bytes() for path in archives.glob("*.zip")}, PYODIDE).items():
        (archives / name).write_bytes(content)
    told = {"COURSEKIT_COURSE": str(archives / "course"), "COURSEKIT_WORK": str(archives / "work")}
    here = [sys.executable, str(HERE / "marks.py")]
    there = [node, str(HERE / "pyodide.mjs"), str(PYODIDE), str(archives), str(HERE / "marks.py")]
    environment = os.environ | told | {"COURSEKIT_KIT": str(archives / "kit")}
    kernel, browser = (json.loads(_said(call, environment)) for call in (here, there))
    assert kernel == browser
    assert len(kernel) > 200
    assert {"unanswered", "right", "wrong", "partly"} <= {state for _, states in kernel.values() for state in states}
