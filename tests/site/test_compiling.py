"""Archives compiled for the browser's Python."""

from __future__ import annotations

import io
import zipfile

import pytest

from coursekit.errors import CourseError
from coursekit.site.compiling import compiled
from coursekit.site.packing import packed
from coursekit.site.runtime import PYODIDE
from tests.conftest import not_run


@pytest.fixture(autouse=True)
def needed(node: str) -> None:
    if not PYODIDE.is_dir():
        not_run("Pyodide not installed")


def test_modules_are_compiled_and_other_files_stay() -> None:
    made = compiled(
        {"some.zip": packed({"box/__init__.py": b'"""Gone."""\n\nSIDE = 3\n', "box/lid.css": b"p {}"})}, PYODIDE
    )
    with zipfile.ZipFile(io.BytesIO(made["some.zip"])) as archive:
        assert archive.namelist() == ["box/__init__.pyc", "box/lid.css"]
        assert archive.read("box/lid.css") == b"p {}"
        code = archive.read("box/__init__.pyc")
    assert b"SIDE" in code
    assert b"Gone" not in code


def test_a_module_that_is_no_python_is_told_in_one_line() -> None:
    with pytest.raises(CourseError, match=r"^site: the kit could not be compiled for the browser: [^\n]*SyntaxError"):
        compiled({"some.zip": packed({"torn.py": b"def ("})}, PYODIDE)


def test_without_node_archives_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    some = {"some.zip": packed({"one.py": b"ONE = 1"})}
    assert compiled(some, PYODIDE) == some
