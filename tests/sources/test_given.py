"""A text that stands in the course itself, in place of a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.sources.add import add
from coursekit.sources.check import check_sources
from coursekit.sources.given import MOST_PARAGRAPHS, MOST_SIGNS, read_pieces
from coursekit.sources.import_report import import_report
from coursekit.sources.library import Library
from tests.whole import make_whole

if TYPE_CHECKING:
    from pathlib import Path

NAME = "sources/BOX/text.txt"


def told(course: Path) -> list[str]:
    return [str(problem) for problem in check_sources(course)]


def test_the_text_is_what_is_read_and_works_as_a_calendar_does(course: Path) -> None:
    before = Library(course).source("BOX").guide
    make_whole(course)
    source = Library(course).source("BOX")
    assert source.whole
    assert source.text is None
    assert source.guide.name == before.name
    assert [(each.id, each.text) for each in source.guide.paragraphs] == [
        (each.id, each.text) for each in before.paragraphs
    ]
    assert {each.quotes for each in source.guide.paragraphs} == {()}
    assert told(course) == []


def test_a_calendar_is_not_whole(course: Path) -> None:
    assert not Library(course).source("BOX").whole


@pytest.mark.parametrize("status", ["public-domain", "own", "made-up", "licensed"])
def test_each_status_that_lets_a_text_be_given_away_does(course: Path, status: str) -> None:
    make_whole(course, status=status)
    assert told(course) == []


def test_a_text_is_refused_where_its_record_does_not_say_that_it_may_be_given(course: Path) -> None:
    make_whole(course)
    record = course / "sources" / "BOX" / "record.toml"
    said = record.read_text(encoding="utf-8")
    for instead in ("", 'rights_status = "reserved"\n'):
        record.write_text(said.replace('rights_status = "made-up"\n', instead), encoding="utf-8")
        with pytest.raises(CourseError, match=f"{NAME}:1: the record does not say that this text may be given away"):
            Library(course).source("BOX")
        assert told(course)[0].startswith(f"{NAME}:1: the record does not say")
        assert "“public-domain”, “own”, “made-up”, “licensed”" in told(course)[0]


def test_a_strange_status_is_told_with_what_may_stand_there(course: Path) -> None:
    make_whole(course)
    record = course / "sources" / "BOX" / "record.toml"
    record.write_text(record.read_text(encoding="utf-8").replace('"made-up"', '"madeup"'), encoding="utf-8")
    assert any(
        "rights_status: expected one of public-domain" in line and "did you mean" in line for line in told(course)
    )


def test_text_and_calendar_together_are_told(course: Path) -> None:
    make_whole(course)
    (course / "sources" / "BOX" / "guide.md").write_text("# BOX\n", encoding="utf-8")
    (line,) = told(course)
    assert line.startswith(f"{NAME}:1: stands beside a guide.md")


def test_a_voice_need_not_be_named_where_nobody_writes_headings(course: Path) -> None:
    make_whole(course)
    record = course / "sources" / "BOX" / "record.toml"
    said = record.read_text(encoding="utf-8")
    first, last = said.index("[[voice]]"), said.index("[[transmission]]")
    record.write_text(said[:first] + said[last:], encoding="utf-8")
    assert told(course) == []


def test_lines_are_joined_and_blank_lines_part_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes("\ufeff\r\nThe  boat\r\ncame e\u0301arly.\r\n \t\r\n\r\nNobody\tsaw it.".encode())
    pieces, problems = read_pieces(path, "text.txt")
    assert problems == []
    assert [tuple(piece) for piece in pieces] == [(2, "The boat came \u00e9arly."), (6, "Nobody saw it.")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n \n", "text.txt:1: expected a text, its paragraphs parted by blank lines, found nothing"),
        ("A boat.\n\n* * *\n", "text.txt:3: “* * *”: a paragraph without a word; join it to another, or leave it out"),
        ("A bo\x07at.", "text.txt:1: a control character (U+0007); take it out"),
        ("a " * MOST_SIGNS, f"text.txt:1: a paragraph of {2 * MOST_SIGNS - 1} characters; at most {MOST_SIGNS}"),
        ("a\n\n" * (MOST_PARAGRAPHS + 1), f"text.txt:1: {MOST_PARAGRAPHS + 1} paragraphs; at most {MOST_PARAGRAPHS}"),
    ],
)
def test_what_no_text_may_have_is_told_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    _, problems = read_pieces(path, "text.txt")
    assert next(str(problem) for problem in problems).startswith(line)


def test_paragraphs_and_ids_that_do_not_fit_are_told_once(course: Path) -> None:
    text = make_whole(course)
    whole = text.read_text(encoding="utf-8")
    text.write_text(f"A head that is new.\n\n{whole}", encoding="utf-8")
    (line,) = told(course)
    assert line.startswith(f"{NAME}:1: m1: expected the paragraph that begins “The copy bears” (record.toml)")
    assert "`python3 course.py sources number BOX`" in line
    text.write_text(f"{whole}\n\nA foot that is new.", encoding="utf-8")
    (line,) = told(course)
    assert line.startswith(f"{NAME}:9: 5 paragraphs, and 4 ids in record.toml")
    with pytest.raises(CourseError, match="5 paragraphs, and 4 ids"):
        Library(course).source("BOX")


def test_words_that_were_changed_since_are_told_and_still_read(course: Path) -> None:
    text = make_whole(course)
    text.write_text(
        text.read_text(encoding="utf-8").replace("none was harmed", "none was harmed in vain"), encoding="utf-8"
    )
    (line,) = told(course)
    assert line.startswith(f"{NAME}:5: p2: its words have changed since it was numbered")
    assert "in vain" in Library(course).source("BOX").guide.paragraph("p2").text


def test_a_copy_of_a_text_that_the_course_has_is_known_and_not_kept(course: Path) -> None:
    text = make_whole(course)
    library = Library(course)
    (added,) = add(library, [text])
    assert added.match is not None
    assert added.match.record.siglum == "BOX"
    assert not added.kept
    assert not library.copy_path("BOX").exists()
    (line,) = import_report([added], "OTHER")
    assert "the course has this text itself, so no copy was kept" in line
    assert "It is added" not in line
