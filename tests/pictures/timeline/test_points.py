"""Timeline files: what an author is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.pictures import check_timeline, load_timeline

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'title = "T"\nsummary = "S"\n'
POINT = '[[point]]\nlabel = "L"\nedtf = "1960-07-18"\nkind = "event"\nwhose = ["LET p15"]\nsays = "the foot"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "00-x.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_timeline_is_read(tmp_path: Path) -> None:
    found = load_timeline(written(tmp_path, HEAD + POINT))
    assert (found.title, found.points[0].whose, found.points[0].says) == ("T", ("LET p15",), "the foot")


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("1960-07-18", "18 July", r"00-x\.toml:5: edtf: expected a date in EDTF"),
        ("1960-07-18", "1960-08/1960-07", r":5: edtf: .*no length"),
        ('"event"', '"vent"', r":6: kind: .*did you mean “event”"),
        ("LET p15", "p15", r":7: whose: expected paragraphs as LOG p15"),
        ('whose = ["LET p15"]\nsays = "the foot"\n', "", r":3: whose: expected"),
        ('label = "L"', 'lable = "L"', r"label: expected a text"),
        ('label = "L"', 'label = "L"\ncolour = "red"', r":5: colour: expected no such key"),
        ('"L"', '"' + "L" * 201 + '"', r":4: label: expected at most 200"),
        (HEAD, 'title = "T"\n', r":1: summary: expected a text"),
        (POINT, "", r":1: point: expected at least 1"),
        (POINT, POINT * 61, r"at most 60 points"),
    ],
)
def test_a_fault_is_named_with_file_line_and_key(tmp_path: Path, was: str, now: str, said: str) -> None:
    path = written(tmp_path, (HEAD + POINT).replace(was, now))
    with pytest.raises(CourseError, match=said):
        load_timeline(path, "00-x.toml")
    assert check_timeline(path, "00-x.toml")


def test_check_finds_the_faults_of_all_points(tmp_path: Path) -> None:
    bad = POINT.replace("1960-07-18", "never")
    found = check_timeline(written(tmp_path, HEAD + bad + POINT + bad))
    assert [problem.line for problem in found] == [5, 17]
    assert check_timeline(written(tmp_path, HEAD + POINT)) == []
    assert check_timeline(tmp_path / "none.toml")[0].line == 1
