"""The two small forms, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.places import Folders
from coursekit.practice.loading import forms
from tests.practice.made_up import lay_out_forms

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.practice.forms import Form


@pytest.fixture
def folder(course: Path) -> Path:
    """The folder of the forms, in a course of its own."""
    return lay_out_forms(course)


@pytest.fixture
def both(folder: Path) -> dict[str, Form]:
    """Both forms."""
    return forms(Folders(folder.parent.parent))
