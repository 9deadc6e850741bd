"""Only what we copied ourselves is vouched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat
import pytest

from coursekit.cli.lab import trust

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
    nbformat.write(notebook, tmp_path / "a.ipynb")
    return tmp_path / "a.ipynb"


def test_a_signed_copy_is_trusted_until_somebody_changes_it(copy: Path, tmp_path: Path) -> None:
    assert not trust.is_signed(copy, tmp_path)
    trust.sign([copy], tmp_path)
    assert trust.is_signed(copy, tmp_path)
    copy.write_text(copy.read_text(encoding="utf-8").replace('"1"', '"2"'), encoding="utf-8")
    assert not trust.is_signed(copy, tmp_path)


def test_one_learners_signature_is_nothing_to_another(copy: Path, tmp_path: Path) -> None:
    trust.sign([copy], tmp_path / "one")
    assert not trust.is_signed(copy, tmp_path / "two")


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}"])
def test_what_is_no_notebook_is_not_trusted(copy: Path, tmp_path: Path, damage: str) -> None:
    copy.write_text(damage, encoding="utf-8")
    assert not trust.is_signed(copy, tmp_path)
