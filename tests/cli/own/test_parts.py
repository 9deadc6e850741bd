"""A source, a lesson, an exercise that are begun: there is nothing to mend in them, and nothing is overwritten."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from coursekit.check.course import check_course
from coursekit.cli.own.parts import new_exercise, new_lesson
from coursekit.cli.own.said import SourceSaid
from coursekit.cli.own.sources import new_source
from coursekit.errors import CourseError
from coursekit.sources import Library

if TYPE_CHECKING:
    from pathlib import Path

TEXT = 'The bell rang at six.\n\nNobody came, “as always”,\nsaid the "sexton" \\ then.\n\nThe door stayed shut.\n'
HOSTILE = 'A "diary" \\ SIGLUM <b>of</b> NAME'


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "copy.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def errors(course: Path, texts: Path) -> list[str]:
    return [str(finding) for finding in check_course(course, texts).errors]


def test_a_text_that_may_be_given_away_is_the_edition(mine: Path, copy: Path, tmp_path: Path) -> None:
    written, count = new_source(mine, SourceSaid("DIARY", HOSTILE, "public-domain"), copy)
    assert ([path.name for path in written], count) == (["record.toml", "text.txt", "README.md"], 3)
    source = Library(mine, tmp_path).source("DIARY")
    assert source.record.title == HOSTILE
    assert [each.id for each in source.guide.paragraphs] == ["p1", "p2", "p3"]
    assert source.guide.paragraphs[0].text == "The bell rang at six."
    assert errors(mine, tmp_path) == []


def test_of_a_text_that_may_not_there_is_a_calendar_to_fill_in_and_no_word(
    mine: Path, copy: Path, tmp_path: Path
) -> None:
    written, count = new_source(mine, SourceSaid("DIARY", HOSTILE), copy)
    assert ([path.name for path in written], count) == (["guide.md", "record.toml", "README.md"], 3)
    assert "Nobody came, “as always”, said" not in "".join(path.read_text(encoding="utf-8") for path in written)
    assert [each.words for each in Library(mine, tmp_path).record("DIARY").paragraphs] == [5, 8, 4]
    assert errors(mine, tmp_path) == []


def test_it_has_a_row_on_the_page_of_the_sources_where_there_is_one(mine: Path, tmp_path: Path) -> None:
    page = mine / "sources" / "README.md"
    before = page.read_text(encoding="utf-8").splitlines()
    new_source(mine, SourceSaid("DIARY", "A | of <b>\u2019s"))
    after = page.read_text(encoding="utf-8").splitlines()
    [row] = [line for line in after if line not in before]
    assert row == "| DIARY | A \\| of \\<b\\>\u2019s | Not said yet |"
    assert after[after.index(row) - 1].startswith("| EXA |")
    page.unlink()
    assert [path.name for path in new_source(mine, SourceSaid("MEMO", "A memo"))[0]] == ["guide.md", "record.toml"]
    assert errors(mine, tmp_path) == []


def test_a_page_of_the_sources_that_cannot_be_read_is_told_and_nothing_begun(mine: Path) -> None:
    (mine / "sources" / "README.md").write_bytes("| Siglum | Größe |\n".encode("latin-1"))
    with pytest.raises(CourseError, match=r"sources/README.md:1: is not UTF-8"):
        new_source(mine, SourceSaid("DIARY", "A diary"))
    assert not (mine / "sources" / "DIARY").exists()


@pytest.mark.parametrize("rights", ["own", "reserved"])
def test_without_a_copy_one_paragraph_holds_the_place(mine: Path, tmp_path: Path, rights: str) -> None:
    assert new_source(mine, SourceSaid("DIARY", "A diary", rights))[1] == 1
    assert errors(mine, tmp_path) == []


def test_a_record_that_is_begun_has_every_key(mine: Path) -> None:
    new_source(mine, SourceSaid("DIARY", "A diary"))
    begun = tomllib.loads((mine / "sources" / "DIARY" / "record.toml").read_text(encoding="utf-8"))
    example = tomllib.loads((mine / "sources" / "EXA" / "record.toml").read_text(encoding="utf-8"))
    assert set(begun) == set(example) - {"unsure"}


def test_a_siglum_that_is_taken_keeps_its_source(mine: Path) -> None:
    before = (mine / "sources" / "EXA" / "record.toml").read_bytes()
    with pytest.raises(CourseError, match="sources/EXA: is there already"):
        new_source(mine, SourceSaid("EXA", "Another"))
    assert (mine / "sources" / "EXA" / "record.toml").read_bytes() == before


@pytest.mark.parametrize("rights", ["own", "reserved"])
def test_a_copy_that_cannot_be_read_leaves_nothing(mine: Path, tmp_path: Path, rights: str) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n\n . \n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for path in (empty, tmp_path / "nowhere.txt", tmp_path / "folder"):
        with pytest.raises(CourseError):
            new_source(mine, SourceSaid("DIARY", "A diary", rights), path)
    assert not (mine / "sources" / "DIARY").exists()


def test_a_lesson_and_an_exercise_that_are_begun_have_nothing_to_mend(mine: Path, tmp_path: Path) -> None:
    new_source(mine, SourceSaid("DIARY", "A diary", "own"))
    lesson = new_lesson(mine, "02-the-diary", "DIARY")
    assert [path.parent.name for path in lesson] == ["lessons", "quizzes", "teaching"]
    assert "# 2 · The diary\n" in lesson[0].read_text(encoding="utf-8")
    assert len(new_exercise(mine, "02-the-diary", "DIARY")) == 2
    assert errors(mine, tmp_path) == []
    assert check_course(mine, tmp_path).counts["lessons"] == 2


@pytest.mark.parametrize("begin", [new_lesson, new_exercise])
def test_a_number_that_is_taken_is_refused_and_nothing_written(mine: Path, begin: object) -> None:
    before = {path: path.read_bytes() for path in mine.rglob("*") if path.is_file()}
    with pytest.raises(CourseError, match="is there already; choose another number than 01"):
        begin(mine, "01-again")  # type: ignore[operator]
    with pytest.raises(CourseError, match="no such source"):
        begin(mine, "02-again", "NONE")  # type: ignore[operator]
    assert {path: path.read_bytes() for path in mine.rglob("*") if path.is_file()} == before


def test_of_several_sources_one_is_to_be_named(mine: Path) -> None:
    new_source(mine, SourceSaid("DIARY", "A diary"))
    with pytest.raises(CourseError, match="--source and one of DIARY, EXA"):
        new_lesson(mine, "02-which")
