"""Faults in the data of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check.course import check_course

if TYPE_CHECKING:
    from pathlib import Path

POINT = """title = "T"
summary = "S"
[[point]]
label = "L"
edtf = "1960"
kind = "event"
whose = ["BOX p1"]
"""


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("BOX p1", "BOX p1", ""),
        ("BOX p1", "BOX p9", "lessons/pictures/00-dates.toml:7: BOX p9: no such paragraph"),
        ('"event"', '"vent"', "lessons/pictures/00-dates.toml:6: kind: expected one of"),
        ('title = "T"', 'kind = "pie"', "lessons/pictures/00-dates.toml:1: kind: expected one of timeline"),
    ],
)
def test_the_data_of_pictures_is_checked_with_the_course(course: Path, was: str, now: str, said: str) -> None:
    path = course / "lessons" / "pictures" / "00-dates.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(POINT.replace(was, now), encoding="utf-8")
    found = [each for each in check_course(course).findings if "pictures" in each.file]
    assert [f"{each.file}:{each.line}: {each.message}"[: len(said)] for each in found] == ([said] if said else [])
