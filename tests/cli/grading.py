"""``course.py grade`` as a teacher types it, and what it wrote."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from coursekit.cli import main
from coursekit.marking.row import COLUMNS

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str) -> int:
    """Mark what lies there, into ``marks.csv``; returns the exit code."""
    return main.main(["grade", *arguments, "--out", "marks.csv"])


def rows(place: Path) -> dict[str, dict[str, str]]:
    """Read the marks, by file."""
    with (place / "marks.csv").open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file)
        assert tuple(found.fieldnames or ()) == COLUMNS
        return {row["file"]: row for row in found}


def mend(course: Path, old: str = 'year = "1951"', new: str = 'year = "1952"') -> None:
    """Mend the key of the exercise, which has a new version then."""
    file = course / "solutions" / "00-lamp" / "exercise.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new).replace("version = 2", "version = 3"), encoding="utf-8")
