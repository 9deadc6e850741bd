"""Which texts and pages on the sources a class copy takes along, and which stay in the instructor's course."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.build.class_copy import contents
from coursekit.errors import CourseError
from tests.whole import make_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_text_that_may_be_given_away_is_in_it(course: Path) -> None:
    text = make_whole(course)
    assert contents(course)["sources/BOX/text.txt"] == text.read_bytes()


def test_no_text_goes_out_whose_record_does_not_let_it(course: Path) -> None:
    text = make_whole(course)
    record = text.with_name("record.toml")
    said = record.read_text(encoding="utf-8").replace('rights_status = "made-up"\n', "")
    record.write_text(said, encoding="utf-8")
    with pytest.raises(CourseError, match=r"sources/BOX/text\.txt:1: the record does not say that this text may"):
        contents(course)


def test_the_page_on_the_sources_is_made_from_their_records(course: Path) -> None:
    page = contents(course)["sources/README.md"].decode()
    assert "| BOX | Letter on the lamp of the east pier | Harbour archive, box 12, leaf 4 (m1) | Made up" in page
    assert "Of BOX you read a *calendar*" in page
    make_whole(course)
    assert "calendar" not in contents(course)["sources/README.md"].decode()


def test_a_page_of_ones_own_is_kept(course: Path) -> None:
    (course / "sources" / "README.md").write_text("# Ours\n", encoding="utf-8")
    assert contents(course)["sources/README.md"] == b"# Ours\n"


@pytest.mark.parametrize(
    "name", ["BOX/text-full.txt", "BOX/Whole.pdf", "BOX/drafts/text.txt", "drafts/BOX.md", "a.txt"]
)
def test_a_text_under_any_other_name_stays_here(course: Path, name: str) -> None:
    before = contents(course)
    assert {f"sources/{each}" for each in ("BOX/record.toml", "BOX/guide.md", "tags.toml")} <= set(before)
    (course / "sources" / name).parent.mkdir(exist_ok=True)
    (course / "sources" / name).write_text("Rights reserved.", encoding="utf-8")
    assert set(contents(course)) == set(before)
