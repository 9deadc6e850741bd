"""A lesson on a text that stands in the course itself: nobody is told of calendars, or asked for a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.check.course import check_course
from coursekit.course import course as here
from coursekit.formats.portfolio.page import NUMBERED
from coursekit.lesson import annotate, begin, read
from tests.lesson.marks import mark
from tests.whole import make_whole

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page


def test_readers_are_told_of_no_calendar_and_asked_for_no_copy(page: Page, course: Path) -> None:
    make_whole(course)
    begin("00")
    assert "copy" not in page.last.words
    assert "alendar" not in page.last.words
    read("BOX")
    setup = page.widget().session.setup
    assert setup["source"]["whole"] is True
    assert [(each["name"], each["label"]) for each in setup["editions"]] == [("guide", "Text")]


def test_a_course_of_both_says_which_are_calendars(page: Page, course: Path) -> None:
    begin("00")
    assert "You read in the calendars." in page.last.words


def test_marks_are_placed_finished_and_compared_on_it(page: Page, course: Path) -> None:
    make_whole(course)
    annotate("00-marks")
    page.tell(page.widget(), n=1, op="add", annotation=mark("box 12, leaf 4", "m1"))
    _, told = page.tell(page.widget(), n=2, op="commit")
    assert told["agreement"]["found"] == 1


def test_a_question_points_into_it(course: Path) -> None:
    make_whole(course)
    shelf = here().shelf
    assert shelf.text("BOX", "guide", "p1") == here().library.source("BOX").guide.paragraph("p1").text
    assert [each["id"] for each in shelf.paragraphs("BOX", "guide", "")] == ["m1", "p1", "p2", "p3"]


def test_the_portfolio_names_no_calendar() -> None:
    assert "alendar" not in NUMBERED


def test_the_check_finds_nothing_and_counts_no_quotation_of_a_calendar(course: Path) -> None:
    make_whole(course)
    checked = check_course(course)
    assert checked.errors == []
    assert checked.keyed == {}
    assert checked.counts["paragraphs"] == 4


def test_an_edition_that_there_is_not_is_told(course: Path) -> None:
    make_whole(course)
    key = course / "lessons" / "keys" / "00-marks.toml"
    said = key.read_text(encoding="utf-8")
    assert 'edition = "guide"' in said
    key.write_text(said.replace('edition = "guide"', 'edition = "text"'), encoding="utf-8")
    told = [f"{each.file}: {each.message}" for each in check_course(course).errors]
    assert "lessons/keys/00-marks.toml: edition: the course has the text of BOX itself; leave “text” out" in told
