"""A class that several tests of marking share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.marking.handing import RIGHT, made, put, set_exercise

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A class of three, in an empty folder."""
    set_exercise(course)
    folder = tmp_path / "here"
    put(folder, "class/ada.json", made("Ada"))
    put(folder, "class/bob.json", made("Bob", {"x00-when": RIGHT["x00-when"]}))
    put(folder, "class/cy.json", made("Cy", {}))
    monkeypatch.chdir(folder)
    return folder
