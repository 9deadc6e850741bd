"""Closed sets of tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.sources.tags import check_tags, load_tags
from tests.sources.conftest import ROOT
from tests.sources.invented import TAGS

if TYPE_CHECKING:
    from pathlib import Path

SECOND = TAGS.split("[[set.tag]]")[1].replace("SEEN", "TOLD").replace("Seen", "Told")


def check(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "tags.toml"
    path.write_text(text, encoding="utf-8")
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in check_tags(path)]


def test_the_sets_of_this_course_load_and_each_tag_is_had_by_id() -> None:
    sets = load_tags(ROOT / "sources" / "tags.toml")
    assert sets
    for each in sets.values():
        assert all(each.tag(tag.id) is tag for tag in each.tags)
        assert each.tag("NO-SUCH-TAG") is None


def test_a_good_file_has_no_faults(tmp_path: Path) -> None:
    assert check(tmp_path, f"{TAGS}[[set.tag]]{SECOND.replace('solid', 'wavy')}") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{TAGS}[[set.tag]]{SECOND}", "tags.toml:16: colour: TOLD and SEEN look the same (1, solid)"),
        (f"{TAGS}[[set.tag]]{SECOND.replace('TOLD', 'SEEN')}", "tags.toml:12: id: “SEEN” stands twice"),
        (TAGS.replace("colour = 1", "colour = 7"), "tags.toml:9: colour: expected a whole number from 1 to 6, found 7"),
        (TAGS.replace("solid", "zigzag"), "tags.toml:10: line: expected one of solid, dashed, dotted, double, wavy"),
        (TAGS.replace('id = "SEEN"', 'id = "seen"'), "tags.toml:5: id: expected capitals as ARCHIVE-REF, found “seen”"),
        ('[[set]]\nid = "A"\nname = "a"\n', "tags.toml:1: tag: expected at least 1 entry opened by [[…tag]], found 0"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, text: str, told: str) -> None:
    assert any(problem.startswith(told) for problem in check(tmp_path, text)), check(tmp_path, text)


def test_loading_raises_the_first_fault(tmp_path: Path) -> None:
    path = tmp_path / "tags.toml"
    path.write_text(TAGS.replace("solid", "zigzag"), encoding="utf-8")
    with pytest.raises(CourseError, match="line: expected one of"):
        load_tags(path)
