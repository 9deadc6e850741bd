"""A small course, and a room that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from tests.conftest import ROOT
from tests.room.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def there(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The small course, to be read only."""
    return Course(ROOT / "tests" / "tiny", tmp_path_factory.mktemp("work"))


@pytest.fixture
def table(there: Course) -> Callable[..., Table]:
    """A room with some people in it."""
    return lambda people=0, **options: Table(there, people, **options)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where a log may be written."""
    return tmp_path / "room.jsonl"
