"""What the README of the room says of rows is what they are."""

from __future__ import annotations

from coursekit.marking.hand_in import FORMAT
from coursekit.marking.row import COLUMNS, STATUSES, version
from tests.conftest import ROOT

WORDS = (ROOT / "coursekit" / "marking" / "README.md").read_text(encoding="utf-8")


def test_columns_statuses_and_versions_are_those_of_the_program() -> None:
    assert f"`{','.join(COLUMNS)}`" in WORDS
    listed = [line.split("`")[1] for line in WORDS.splitlines() if line.startswith("| `")]
    assert tuple(listed) == STATUSES
    assert f"`{version(2, '1')}`" in WORDS
    assert FORMAT in WORDS
