"""Two desks: one with nothing on it, one with a class's zip and gradebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.seminar.desk.teaching import Teaching
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.desk.desks import COLUMNS
from tests.seminar.made_up_class import MadeUpClass, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(seminar: Path) -> MadeUpClass:
    return make(Course(seminar), 16, [NAME])


@pytest.fixture
def desk(seminar: Path, work: Path) -> Teaching:
    """A desk with nothing on it."""
    return Teaching(Course(seminar))


@pytest.fixture
def full(desk: Teaching, made: MadeUpClass, tmp_path: Path) -> Teaching:
    """A desk with a class's zip and gradebook on it."""
    desk.bring("submissions.zip", None, platforms.canvas_zip(made, NAME, tmp_path / "x.zip").read_bytes())
    desk.bring("grades.csv", None, platforms.canvas_gradebook(made, COLUMNS))
    return desk
