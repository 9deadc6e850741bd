"""An old Python is told so in a sentence, not in a traceback."""

from __future__ import annotations

import ast
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

OLD = sorted(
    path
    for folder in (Path.home() / ".pyenv" / "versions", Path("/usr/bin"))
    for name in (
        "2.*/bin/python",
        "3.[6-9].*/bin/python",
        "3.10.*/bin/python",
        "python2",
        "python3.[6-9]",
        "python3.10",
    )
    for path in folder.glob(name)
    if os.access(path, os.X_OK)
)


def test_it_is_read_by_pythons_that_know_nothing_new() -> None:
    source = (ROOT / "course.py").read_text(encoding="ascii")
    ast.parse(source, feature_version=(3, 4))
    assert 'f"' not in source


def test_an_old_python_gets_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 6, "final", 0))
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(ROOT / "course.py"), run_name="__main__")
    said = str(stopped.value)
    assert said.startswith("Python 3.9 is too old: this course needs 3.11 or newer.")
    assert "\n" not in said


@pytest.mark.parametrize("python", OLD, ids=str)
def test_each_old_python_on_this_machine(python: Path) -> None:
    done = subprocess.run([python, ROOT / "course.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "is too old: this course needs 3.11 or newer" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
