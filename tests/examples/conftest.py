"""The second course in a folder of its own, with what a course needs beside it, and the kit's commands run on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COURSE = ROOT / "examples" / "stadtbrand"
MADE = shutil.ignore_patterns("*.ipynb", "exercises", "work", "__pycache__")  # by whoever built it where it stands


@dataclass(frozen=True)
class Second:
    """A copy of the second course."""

    root: Path

    @property
    def environment(self) -> dict[str, str]:
        """The surroundings of a command that works on it, and on nobody else's work."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("COURSEKIT_")}
        here = {"COURSEKIT_COURSE": str(self.root), "COURSEKIT_WORK": str(self.root / "work")}
        return kept | here | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a module of Python on it."""
        call = [sys.executable, "-m", *command]
        return subprocess.run(call, cwd=self.root, env=self.environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Second:
    """The course, built."""
    root = tmp_path_factory.mktemp("second") / "stadtbrand"
    shutil.copytree(COURSE, root, ignore=MADE)
    (root / "coursekit").symlink_to(ROOT / "coursekit")
    for name in ("course.py", "requirements.txt", ".gitignore"):
        shutil.copy(ROOT / name, root)
    found = Second(root)
    built = found.run("coursekit", "build")
    assert built.returncode == 0, built.stderr
    return found
