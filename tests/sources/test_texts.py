"""The learner's own copy: kept whole, never made worse."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.sources.texts import better, copy_edition, read_copy, write_copy
from tests.sources.invented import PARAGRAPHS

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources.record import Record

WORSE = PARAGRAPHS["p1"].replace("eleven", "twelve")
CLOSE = PARAGRAPHS["p1"].replace("oil for", "OIL, for")


def test_what_is_written_is_read(tmp_path: Path, owl: Record) -> None:
    path = tmp_path / "texts" / "OWL.json"
    assert read_copy(path, owl) == {}
    write_copy(path, owl, PARAGRAPHS)
    assert read_copy(path, owl) == PARAGRAPHS
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["siglum"] == "OWL"
    assert {each["status"] for each in data["paragraphs"]} == {"exact"}
    assert [each.name for each in path.parent.iterdir()] == ["OWL.json"]


def test_the_status_is_worked_out_anew_so_that_a_file_cannot_claim_it(tmp_path: Path, owl: Record) -> None:
    path = tmp_path / "OWL.json"
    write_copy(path, owl, PARAGRAPHS)
    path.write_text(path.read_text(encoding="utf-8").replace("eleven days", "twelve days"), encoding="utf-8")
    edition = copy_edition(owl, read_copy(path, owl), {"p1": "the keeper"})
    assert edition.paragraph("p1").status == "changed"
    assert edition.paragraph("p1").voice == "the keeper"
    assert edition.paragraph("p2").status == "exact"


@pytest.mark.parametrize(
    ("old", "new", "taken"),
    [
        ("", WORSE, WORSE),
        (WORSE, CLOSE, CLOSE),
        (WORSE, PARAGRAPHS["p1"], PARAGRAPHS["p1"]),
        (PARAGRAPHS["p1"], WORSE, PARAGRAPHS["p1"]),
        (PARAGRAPHS["p1"], CLOSE, PARAGRAPHS["p1"]),
        (CLOSE, WORSE, CLOSE),
        (PARAGRAPHS["p1"], "", PARAGRAPHS["p1"]),
        (WORSE, WORSE + " Or so.", WORSE + " Or so."),
    ],
)
def test_of_two_copies_the_better_paragraph_is_kept(owl: Record, old: str, new: str, taken: str) -> None:
    texts, kept = better(owl, {"p1": old}, {"p1": new})
    assert texts["p1"] == taken
    assert kept == (["p1"] if new and taken != new else [])


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        '{"siglum": "ELK", "paragraphs": []}',
        '{"siglum": "OWL", "paragraphs": [{"id": "p1"}]}',
        "[" * 99999,
    ],
)
def test_a_damaged_file_is_one_line_that_says_what_to_do(tmp_path: Path, owl: Record, content: str) -> None:
    path = tmp_path / "OWL.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CourseError, match=r"damaged .* add your copy again"):
        read_copy(path, owl)


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path, owl: Record) -> None:
    (tmp_path / "texts").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(CourseError, match="your copy could not be kept"):
        write_copy(tmp_path / "texts" / "OWL.json", owl, PARAGRAPHS)
