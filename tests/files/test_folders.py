"""One walk over folders: to a depth, in order where that is wanted, past what is not looked at, through no link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.files.folders import walk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def top(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "in/c.txt", "in/deep/d.txt", "in/deep/deeper/e.txt", "cache/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    return tmp_path


def test_files_links_and_folders_that_lie_too_deep_are_told_in_the_order_of_names(top: Path) -> None:
    found = [(entry.name, entry.sort) for entry in walk(top, 2, lambda path: path.name == "cache", by_name=True)]
    assert found == [
        ("a.txt", "file"),
        ("b.txt", "file"),
        ("in/c.txt", "file"),
        ("in/deep/d.txt", "file"),
        ("in/deep/deeper", "deep"),
        ("loop", "link"),
    ]


def test_without_an_order_the_same_is_found(top: Path) -> None:
    ways = [sorted(entry.name for entry in walk(top, 9, lambda _: False, by_name=way)) for way in (True, False)]
    assert ways[0] == ways[1]
    assert "in/deep/deeper/e.txt" in ways[0]


def test_what_is_no_folder_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (entry,) = walk(tmp_path / "gone", 9, lambda _: False)
    assert (entry.name, entry.sort, entry.path) == ("", "shut", tmp_path / "gone")
    assert entry.reason
