"""The small course with an exercise that has been handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.seminar.handed import lay_out

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def seminar(course: Path) -> Path:
    """The course, with the exercise."""
    lay_out(course)
    return course


@pytest.fixture
def handed(work: Path) -> Path:
    """Where hand-ins are."""
    folder = work / "hand-ins"
    folder.mkdir()
    return folder
