"""The Python of a notebook in a browser: all of it is here, is what its lock says, and is what a learner may have."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from coursekit.cli.lite import python
from coursekit.errors import CourseError
from coursekit.site.listing import sum_of
from coursekit.site.runtime import PYODIDE
from tests.conftest import ROOT, not_run

if TYPE_CHECKING:
    from pathlib import Path

# The kernel fetches those of these that it is not told to load: jupyterlite-pyodide-kernel, comlink.worker.ts.
ASKED_FOR = {"comm", "ipykernel", "ipython", "jedi", "micropip", "piplite", "pyodide-kernel"}


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """The kernel's own wheels, as far as their names go."""
    if not PYODIDE.is_dir():
        not_run("Pyodide not installed")
    folder = tmp_path / "@jupyterlite" / "pyodide-kernel-extension" / "static" / "pypi"
    folder.mkdir(parents=True)
    for name in ("ipykernel-6.9.2", "pyodide_kernel-0.8.6", "piplite-0.8.6", "widgetsnbextension-4.0.999"):
        (folder / f"{name}-py3-none-any.whl").write_bytes(name.encode())
    return tmp_path


@pytest.mark.slow
def test_the_lock_names_all_that_is_loaded_and_nothing_from_elsewhere(shipped: Path) -> None:
    files = python.archives(ROOT, shipped)
    lock = json.loads(files[python.LOCK])
    packages = lock["packages"].values()
    assert {each["file_name"]: each["sha256"] for each in packages} == {
        name: sum_of(content) for name, content in files.items() if name != python.LOCK
    }
    assert ASKED_FOR | {"course", "coursekit", "widgets"} == set(python.names(files[python.LOCK]))
    assert lock["info"] == json.loads((PYODIDE / python.LOCK).read_bytes())["info"]


@pytest.mark.slow
def test_a_notebook_gets_the_kit_its_widgets_and_no_more_of_the_course_than_a_class_does(shipped: Path) -> None:
    files = python.archives(ROOT, shipped)
    course = zipfile.ZipFile(io.BytesIO(files["course.zip"])).namelist()
    assert not [name for name in course if name.startswith("solutions/") or "/teaching/" in name]
    assert {"lessons/00-what-lies-in-the-box.md", "coursekit/frontend/dist/question.js"} <= {*course}
    kit = {name.partition(".")[0] for name in zipfile.ZipFile(io.BytesIO(files["coursekit.zip"])).namelist()}
    assert {"coursekit/widgets/question", "coursekit/lesson/carrying"} <= kit
    assert not [name for name in kit if name.startswith(("coursekit/cli/", "coursekit/build/"))]


def test_a_builder_that_is_not_whole_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python, "compiled", lambda files, _: files)
    with pytest.raises(CourseError, match=r"kernel is not whole; delete \.venv-lab"):
        python.archives(ROOT, tmp_path)
