"""The small course with its invented exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.marking.keys import Keys
from tests.marking.handing import set_exercise

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def key(course: Path) -> Path:
    """The exercise's file."""
    return set_exercise(course)


@pytest.fixture
def keys(key: Path, course: Path) -> Keys:
    """What one marks with."""
    return Keys(Course(course))
