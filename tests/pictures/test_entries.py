"""What the files of pictures share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.reading import read_table
from coursekit.pictures.entries import check_entries, passages

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.table import Table


def one(entry: Table) -> None:
    passages(entry, "at")


def whole(path: Path, name: str) -> None:
    raise read_table(path, name).error("title", "expected a text")


def test_faults_of_entries_are_told_before_that_of_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "00-x.toml"
    path.write_text('[[node]]\nat = ["LOG p2-p4"]\n[[node]]\nat = ["p2"]\n[[node]]\nat = 3\n', encoding="utf-8")
    assert [problem.line for problem in check_entries(path, "x", "node", one, whole)] == [4, 6]
    path.write_text('[[node]]\nat = ["LOG p2"]\n', encoding="utf-8")
    assert [problem.message for problem in check_entries(path, "x", "node", one, whole)] == ["title: expected a text"]


def test_a_file_that_cannot_be_read_is_one_fault(tmp_path: Path) -> None:
    assert len(check_entries(tmp_path / "none.toml", "x", "node", one, whole)) == 1
