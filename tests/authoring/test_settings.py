"""What is one course's and not the kit's."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from coursekit.authoring.settings import FILE, Settings, check_settings, load_settings
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
title = "Two Lamps"
language = "de-AT"
papers = "in the drawer"
work_folder = "two-lamps"

[wanted]
strict = true
kinds = 3
items = 4
skills = {silence = 2}
sentences = 1
recall = "1/4"
sizeable = 10

[findings]
kinds = ["GAP"]
least = 2
"""


def written(root: Path, text: str) -> Path:
    (root / FILE).write_text(text, encoding="utf-8")
    return root


def test_a_course_may_say_nothing(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings() == load_settings(written(tmp_path, ""))
    assert check_settings(tmp_path) == []
    assert Settings().wanted.level == "warning", "of numbers that nobody named one is only told"


def test_everything_can_be_said(tmp_path: Path) -> None:
    found = load_settings(written(tmp_path, WHOLE))
    assert found.work_folder == "two-lamps"
    assert (found.title, found.language, found.papers, found.findings, found.least_findings) == (
        *("Two Lamps", "de-AT", "in the drawer"),
        *(("GAP",), 2),
    )
    wanted = found.wanted
    assert (wanted.kinds, wanted.items, wanted.skills, wanted.sentences) == (3, 4, {"silence": 2}, 1)
    assert (wanted.recall, wanted.sizeable, wanted.level) == (Fraction(1, 4), 10, "error")
    assert check_settings(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("papers =", "paper =", "course.toml:3: paper: expected no such key (did you mean “papers”?)"),
        ("kinds = 3", 'kinds = "three"', "course.toml:8: kinds: expected a whole number"),
        ("sizeable", "size", "course.toml:13: size: expected no such key"),
        ("silence = 2", "silence = -1", "course.toml:10: silence: expected a whole number"),
        ('"1/4"', '"7/4"', "course.toml:12: recall: expected a share, as 1/6, found “7/4”"),
        ('"1/4"', '"1/0"', "course.toml:12: recall: expected a share"),
        ("de-AT", "Deutsch!", "course.toml:2: language: expected a code, as en, de or pt-BR, found “Deutsch!”"),
        ("two-lamps", "../lamps", "course.toml:4: work_folder: expected the name of one folder"),
        ("two-lamps", "a/b", "course.toml:4: work_folder: expected the name of one folder"),
        ("two-lamps", "two lamps", "course.toml:4: work_folder: expected the name of one folder"),
        ("least = 2", "most = 2", "course.toml:17: most: expected no such key"),
        ("title =", "title", "course.toml:1: not TOML"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in WHOLE
    [found] = check_settings(written(tmp_path, WHOLE.replace(old, new, 1)))
    assert str(found).startswith(said)
    with pytest.raises(CourseError, match=FILE):
        load_settings(tmp_path)
