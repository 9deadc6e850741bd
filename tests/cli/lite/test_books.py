"""The notebooks that a site gives out beside its pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.cli.lab.copies import VIEW
from coursekit.cli.lite.books import MY_WORK, books, data
from coursekit.errors import CourseError
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("this_course")
def test_every_lesson_and_exercise_is_one_and_so_is_a_way_to_carry_work_across() -> None:
    found = set(books(ROOT))
    lessons = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("lessons/*.ipynb")}
    exercises = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("exercises/*/*.ipynb")}
    # The practice test's forms are not among what the browser is given.
    assert found == (lessons - {"lessons/practice.ipynb"}) | exercises | {MY_WORK}


@pytest.mark.usefixtures("this_course")
def test_each_begins_by_itself_in_the_one_kernel_there_is_and_holds_no_dead_view() -> None:
    for name, book in books(ROOT).items():
        assert book["metadata"]["kernelspec"]["name"] == "python", name
        assert all(cell["metadata"]["trusted"] is True for cell in book["cells"]), name
        assert not any(VIEW in output.get("data", {}) for cell in book["cells"] for output in cell.get("outputs", []))
        assert json.loads(json.dumps(book)) == book


@pytest.mark.usefixtures("this_course")
def test_what_an_exercise_computes_with_is_beside_it() -> None:
    assert "exercises/07-numbers/data/figures.csv" in data(ROOT)
    assert not [name for name in data(ROOT) if "sealed" in name]


def test_a_course_whose_notebooks_are_not_made_says_how(course: Path) -> None:
    with pytest.raises(CourseError, match=r"lessons/00-lamp\.ipynb: cannot be read .*course\.py build"):
        books(course)
