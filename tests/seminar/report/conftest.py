"""The class of six, handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.seminar.report.six import hand_in, lay_out, reported

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.seminar.report.report import Report


@pytest.fixture
def six(course: Path) -> Path:
    """The small course with the exercise of the six."""
    lay_out(course)
    return course


@pytest.fixture
def handed(six: Path, tmp_path: Path) -> Path:
    """Where the six handed in."""
    hand_in(six, tmp_path / "in")
    return tmp_path / "in"


@pytest.fixture
def found(six: Path, handed: Path) -> Report:
    """The report on them."""
    return reported(six, handed)
