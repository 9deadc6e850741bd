"""The debrief's page: readable without a script, escaped, and without a name that was not asked for."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from coursekit.room import pressing
from coursekit.room.debrief.page import page
from tests.room.debrief.seminar import HOSTILE, data_of, held
from tests.room.table import LAMP, Table
from tests.seminar.own_page import PAPER, opened

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from coursekit.course import Course


def read(markup: str) -> str:
    """Return the words of a page, each run of blanks as one."""
    soup = BeautifulSoup(markup, "html.parser")
    for each in soup(["style", "title"]):
        each.decompose()
    return " ".join(soup.get_text(" ").split())


def test_votes_shift_heat_sureness_reasons_hands_and_notes_are_on_it(there: Course) -> None:
    words = read(page(data_of(held(there))))
    assert "12 joined; 4 votes." in words
    assert "What you noted Lively" in words
    assert "the keeper 6 50 % 0 0 %" in words
    assert "the clerk (right) 6 50 % 12 100 %" in words
    assert "12 voted twice; 6 changed their answer." in words
    assert "wrong, then right 6 50 %" in words
    assert "Where they point" in words
    assert "BOX p1 no keeper was found 8 67 % divides here" in words
    assert "An expert’s passages Where Words People here BOX p1 no keeper was found : a person 8" in words
    assert "12 numbers from 0 to 11 ships" in words
    assert "Its results were not opened to the room. With a show of hands." in words
    assert "Reasons Answer Why the clerk (right) He says so" in words


def test_nothing_that_was_written_is_markup(there: Course) -> None:
    markup = page(data_of(held(there)), names=[HOSTILE])
    assert "<script" not in markup
    assert markup.count("&lt;script&gt;") >= 4
    assert not re.search(r"(src|href)=\"(?!#)", markup)


def test_few_are_not_broken_down(there: Course) -> None:
    words = read(page(data_of(held(there, people=4))))
    assert "4 voted: too few to be broken down" in words
    assert "Lively" in words
    assert "100 %" not in words.partition("Once more")[0]


def test_what_a_few_voted_is_left_out_beside_counted_hands_and_that_is_said(there: Course) -> None:
    room = Table(there, 2)
    room.ask(LAMP)
    room.choose("ab")
    room.happen(*pressing.hands(room.vote, room.item.offered(), {"round": 1, "counts": {"a": 3}}))
    words = read(page(data_of(room)))
    assert "2 voted: too few to be broken down" in words
    assert "the keeper 3 100 %" in words
    assert "the clerk 0 0 %" in words


def test_names_are_on_it_only_where_they_are_given(there: Course) -> None:
    data = data_of(held(there, names=True))
    assert "Person" not in page(data)
    assert "Who was there (all were asked for a name): Person 1, Person 2." in read(
        page(data, names=["Person 1", "Person 2"])
    )


def test_two_classes_stand_side_by_side_where_both_were_asked(there: Course) -> None:
    other = data_of(held(there, people=10, letters="aaaaaaaabb"))
    other["votes"] = other["votes"][:2]
    words = read(page(data_of(held(there)), other=other))
    assert "2 of the 4 votes were asked in both" in words
    heads = (
        "This class, first vote (12 votes) This class, second vote (12 votes) The other class, first vote (10 votes)"
    )
    assert heads in words
    assert "the keeper 6 50 % 0 0 % 8 80 % 0 0 %" in words
    assert "no keeper was found : a person 8 6" in words


def test_heat_of_another_text_is_not_laid_over_this_one(there: Course) -> None:
    data, other = data_of(held(there)), data_of(held(there))
    other["votes"][1]["paragraphs"][0]["text"] = "Something else stands here."
    layers = BeautifulSoup(page(data, other=other), "html.parser").select(".ck-heat-passage")
    assert [len(each.select("dt")) for each in layers] == [1, 2, 2]


def test_counts_beyond_a_paragraphs_end_break_nothing(there: Course) -> None:
    other = copy.deepcopy(data_of(held(there)))
    other["votes"][1]["rounds"][0]["pointed"]["words"] = {"p1": [[5, 9_000, 900_000], [2, 4, 1]], "p99": [[0, 1, 1]]}
    other["begun"] = HOSTILE
    assert "on a day that is not told" in page(data_of(held(there)), other=other)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1100, "light")])
def test_it_opens_anywhere(browser: Browser, there: Course, tmp_path: Path, width: int, scheme: str) -> None:
    file = tmp_path / "debrief.html"
    file.write_text(page(data_of(held(there)), other=data_of(held(there))), encoding="utf-8")
    with opened(browser, file, width, scheme) as shown:  # type: ignore[arg-type]
        assert shown.locator("h2").count() == 4
        shown.emulate_media(media="print")
        paper = shown.locator(".ck-heat").first.evaluate("node => getComputedStyle(node).backgroundColor")
        shown.emulate_media(media="screen")
        assert paper == PAPER
