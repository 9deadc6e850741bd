"""Built again nothing changes; out of step is told by name, and nothing is touched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest

from coursekit.build import lessons
from coursekit.cli import build as verb
from coursekit.cli.testing.steps import NBVAL
from coursekit.errors import CourseError
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\nkernelspec:\n  display_name: Python 3\n  language: python\n  name: python3\n---\n\n# A lesson\n\n"


def cell(code: str) -> str:
    return f"```{{code-cell}} ipython3\n---\njupyter:\n  source_hidden: true\ntags: [hide-input]\n---\n{code}\n```\n\n"


@pytest.fixture
def folder(course: Path) -> Path:
    """A course with one lesson of plain cells, built."""
    (course / "lessons" / "00-lamp.md").write_text(HEAD + cell("print('one')") + cell("6 * 7"), encoding="utf-8")
    verb.run([])
    return course / "lessons"


def drift(folder: Path) -> str:
    return "; ".join(f"{each.file.name}: {each.what}" for each in lessons.check(folder))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_second_build_changes_no_byte(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "00-lamp.ipynb").read_bytes()
    verb.run([])
    assert "as it was" in capsys.readouterr().out
    assert (folder / "00-lamp.ipynb").read_bytes() == before
    assert drift(folder) == ""


def test_the_notebook_shows_what_its_cells_show(folder: Path) -> None:
    cells = json.loads((folder / "00-lamp.ipynb").read_bytes())["cells"]
    assert cells[1]["outputs"][0]["text"] == ["one\n"]
    assert cells[2]["outputs"][0]["data"]["text/plain"] == ["42"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "00-lamp.md",
            "# A lesson",
            "# Another",
            "not what 00-lamp.md says (the text: # Another; the notebook: # A lesson)",
        ),
        ("00-lamp.ipynb", "# A lesson", "# Mine", "is not what 00-lamp.md says"),
        ("00-lamp.ipynb", '"one\\n"', '"two\\n"', "cell 2: what it shows is not what it shows when run now"),
        ("00-lamp.ipynb", '"execution_count": 2', '"execution_count": 9', "cell 3"),
        ("00-lamp.ipynb", "ipynb,md:myst", "ipynb", "its head is not that of its text"),
    ],
)
def test_each_drift_is_told_and_nothing_is_changed(folder: Path, file: str, old: str, new: str, said: str) -> None:
    replace(folder / file, old, new)
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert said in drift(folder)
    assert verb.run(["--check"]) == 1
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_file_times_mean_nothing(folder: Path) -> None:
    os.utime(folder / "00-lamp.md", (1, 1))
    assert drift(folder) == ""
    os.utime(folder / "00-lamp.md")
    assert drift(folder) == ""


def test_a_notebook_without_text_and_a_text_without_notebook_are_told(folder: Path) -> None:
    (folder / "00-lamp.ipynb").rename(folder / "02-alone.ipynb")
    assert "02-alone.ipynb: has no .md beside it" in drift(folder)
    assert "00-lamp.ipynb: is not there" in drift(folder)


def test_what_is_no_notebook_is_told(folder: Path) -> None:
    (folder / "00-lamp.ipynb").write_text("{", encoding="utf-8")
    assert "00-lamp.ipynb: is not a notebook" in drift(folder)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("1 / 0", r"cell 2 \(1 / 0\) fails \(ZeroDivisionError: division by zero\)"),
        ("import warnings\nwarnings.warn('old')", r"cell 2 writes a warning"),
        ("import os\nos._exit(1)", r"does not end or ends Python"),
    ],
)
def test_a_lesson_that_does_not_run_is_one_line_and_no_notebook(course: Path, code: str, said: str) -> None:
    path = course / "lessons" / "00-lamp.md"
    path.write_text(HEAD + cell(code), encoding="utf-8")
    with pytest.raises(CourseError, match=said):
        verb.run([])
    assert not path.with_suffix(".ipynb").exists()


def test_a_lesson_is_built_as_a_newcomer_would_see_it(course: Path, work: Path) -> None:
    (work / "journal.jsonl").write_text("mine", encoding="utf-8")
    code = "import os, pathlib\nlist(pathlib.Path(os.environ['COURSEKIT_WORK']).glob('*'))"
    (course / "lessons" / "00-lamp.md").write_text(HEAD + cell(code), encoding="utf-8")
    cells = json.loads(lessons.make(course / "lessons" / "00-lamp.md"))["cells"]
    assert cells[-1]["outputs"][0]["data"]["text/plain"] == ["[]"]


def nbval(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run nbval strictly, as the test verb does."""
    with tempfile.TemporaryDirectory() as empty:
        return subprocess.run(
            [sys.executable, "-m", "pytest", *NBVAL, str(folder)],
            env=os.environ | {"COURSEKIT_WORK": empty, "COURSEKIT_COURSE": str(folder.parent), "PYTHONPATH": str(ROOT)},
            cwd=folder.parent,
            capture_output=True,
            text=True,
            check=False,
        )


def test_nbval_finds_a_built_lesson_in_order_and_a_changed_one_not(folder: Path) -> None:
    assert nbval(folder).returncode == 0
    replace(folder / "00-lamp.ipynb", '"42"', '"43"')
    done = nbval(folder)
    assert done.returncode == 1
    assert "42" in done.stdout


def test_a_build_says_what_is_wrong_with_what_it_made(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lessons, "build", lambda *_: [])  # no kernel need run for it
    assert verb.run([]) == 0
    assert capsys.readouterr().err == ""
    replace(course / "lessons" / "00-lamp.md", "(BOX p1)", "(BOX p9)")
    assert verb.run([]) == 1
    said = "made, with 1 fault, in lessons/00-lamp.md; `python3 course.py check` names each\n"
    assert capsys.readouterr().err == said
