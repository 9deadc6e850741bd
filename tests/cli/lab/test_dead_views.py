"""What a dead kernel's widgets left in a learner's copies is gone at the next start, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat
import pytest

from coursekit.cli.lab import dead_views, trust
from coursekit.cli.lab.copies import VIEW

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    new = nbformat.v4
    outputs = [
        new.new_output("display_data", data={"text/html": "<p>twin</p>"}),
        new.new_output("display_data", data={VIEW: {"model_id": "gone"}, "text/plain": "Run me."}),
    ]
    folder = tmp_path / "exercises" / "00-invented"
    folder.mkdir(parents=True)
    cells = [new.new_code_cell("1", outputs=outputs), new.new_markdown_cell("words")]
    nbformat.write(new.new_notebook(cells=cells), folder / "a.ipynb")
    return folder / "a.ipynb"


def shown(copy: Path) -> list[dict[str, object]]:
    return [output["data"] for output in nbformat.read(copy, as_version=4).cells[0].outputs]


def test_views_go_and_twins_stay(copy: Path, tmp_path: Path) -> None:
    assert dead_views.drop(tmp_path) == [copy]
    assert shown(copy) == [{"text/html": "<p>twin</p>"}]
    assert dead_views.drop(tmp_path) == []


@pytest.mark.parametrize("trusted", [True, False])
def test_what_was_trusted_still_is_and_nothing_else(copy: Path, tmp_path: Path, trusted: bool) -> None:  # noqa: FBT001
    if trusted:
        trust.sign([copy], tmp_path)
    dead_views.drop(tmp_path)
    assert trust.is_signed(copy, tmp_path) is trusted


@pytest.mark.parametrize(
    "damage", [f'{{"cells": [1, "{VIEW}"]}}', f'{{"cells": "{VIEW}"}}', f"{VIEW} {{", "[" * 100_000 + VIEW]
)
def test_a_damaged_copy_stays_as_it_is(copy: Path, tmp_path: Path, damage: str) -> None:
    copy.write_text(damage, encoding="utf-8")
    assert dead_views.drop(tmp_path) == []
    assert copy.read_text(encoding="utf-8") == damage
