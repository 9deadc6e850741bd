"""The origins of a list's entries as a page has them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from coursekit.dates.days import range_of
from coursekit.pictures.origins.figure import origins
from coursekit.pictures.origins.papers import Origins, Paper, Sort, Stretch, load_origins
from tests.pictures.origins.test_papers import PAPER, WHOLE, written
from tests.pictures.test_pictures import HOSTILE, Reader

if TYPE_CHECKING:
    from pathlib import Path


def page_of(folder: Path, text: str = WHOLE) -> str:
    return origins(load_origins(written(folder, text)))


def test_it_is_a_table_with_heads_that_count(tmp_path: Path) -> None:
    page = page_of(tmp_path)
    read = Reader(page)
    assert read.open == []
    picture = page[page.index("<table") : page.index("<details")]
    assert [value for name, value in Reader(picture).attributes if name == "scope"] == ["col"] * 3 + ["row"] * 2
    assert "the keeper 1" in read.words
    assert "the board 0" in read.words


def test_a_stretch_without_papers_stays_and_is_seen_to_be_empty(tmp_path: Path) -> None:
    rows = re.findall(r"<tr([^>]*)><th scope=\"row\">(\w+)", page_of(tmp_path))
    assert [(look, label) for look, label in rows] == [("", "November"), (' class="ck-empty ck-noted"', "December")]


def test_what_is_drawn_is_also_written(tmp_path: Path) -> None:
    read = Reader(page_of(tmp_path, WHOLE + "perhaps = true\n"))
    assert "a1?" in read.words
    assert "A question mark" in read.words
    said = "November: a1 (3 November 1871), night log: the keeper, perhaps; a log (his hand, LOG p1)."
    assert said in read.words
    assert "December, fog: no entry." in read.words
    assert "A question mark" not in Reader(page_of(tmp_path)).words


def test_a_sort_has_a_look_and_a_name(tmp_path: Path) -> None:
    page = page_of(tmp_path, WHOLE + PAPER.replace("a1", "a2").replace('sort = "log"', 'sort = "out"'))
    assert re.findall(r"ck-tile-(\w+)\"><b>(\w+)", page) == [("full", "a1"), ("dots", "a2")]
    assert "a log (1)" in page
    assert "a letter (1)" in page


def test_hostile_words_stay_words_and_bytes_stay_the_same(tmp_path: Path) -> None:
    bad, days = Sort(HOSTILE, HOSTILE, "full"), range_of("1871-11")
    paper = Paper(HOSTILE, HOSTILE, "1871-11", days, bad, bad, True, (HOSTILE,), HOSTILE)
    page = origins(Origins(HOSTILE, HOSTILE, (Stretch(HOSTILE, days, HOSTILE),), (bad,), (bad,), (paper,)))
    read = Reader(page)
    assert read.open == []
    assert not {"script", "img"} & set(read.tags)
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert html.escape(HOSTILE[:30]) in page
    assert page_of(tmp_path) == page_of(tmp_path)
    assert len(page_of(tmp_path)) < 30_000
