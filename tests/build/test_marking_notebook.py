"""The instructor's notebook for reading what people wrote: built, copied to be changed, kept from classes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.build.class_copy import contents
from coursekit.build.lessons import TEACHING, check
from coursekit.cli import build as verb
from coursekit.cli.lab import copies
from tests.conftest import ROOT
from tests.seminar.handed import QUESTION, lay_out

if TYPE_CHECKING:
    from pathlib import Path

NOTEBOOK = f"""---
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# Reading

```{{code-cell}} ipython3
---
tags: [yours]
---
from coursekit.lesson import read_answers
read_answers("{QUESTION}", "hand-ins", marker="AB")
```
"""


@pytest.fixture
def built(course: Path) -> Path:
    """A course with the notebook, built."""
    lay_out(course)
    (course / "solutions" / "marking.md").write_text(NOTEBOOK, encoding="utf-8")
    for lesson in (course / "lessons").glob("0*.md"):
        lesson.unlink()
    verb.run([])
    return course / "solutions"


def test_it_is_built_beside_the_solutions_and_drift_is_told(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = json.loads((built / "marking.ipynb").read_bytes())["cells"][1]["outputs"]
    assert "No hand-ins are here yet" in "".join(shown["data"]["text/plain"])
    assert list(check(built, TEACHING)) == []
    (built / "marking.md").write_text(NOTEBOOK.replace("# Reading", "# Reading on"), encoding="utf-8")
    assert verb.run(["--check"]) == 1
    assert "solutions/marking.ipynb: is not what marking.md says" in capsys.readouterr().err


def test_an_instructor_works_in_a_copy_and_may_change_its_cells(built: Path, work: Path) -> None:
    copies.refresh_all(built.parent, work)
    words, cell = json.loads((work / "marking" / "marking.ipynb").read_bytes())["cells"]
    assert (words["metadata"]["editable"], cell["metadata"]["editable"]) == (False, True)


@pytest.mark.usefixtures("this_course")
def test_the_shipped_one_shows_a_question_of_the_course_and_nobody_s_work() -> None:
    text = (ROOT / "solutions" / "marking.ipynb").read_text(encoding="utf-8")
    assert "No hand-ins are on the teacher’s desk yet" in text
    assert "This cannot be shown" not in text


def test_a_class_does_not_get_it() -> None:
    assert not [name for name in contents(ROOT) if name.startswith("solutions") or name.endswith("marking.ipynb")]
    assert not list((ROOT / "exercises").glob("marking*"))
