"""The pictures as a page has them."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from coursekit.dates.days import range_of
from coursekit.html import VOID
from coursekit.pictures import Point, Timeline, chain, timeline
from coursekit.pictures.shapes import RADIUS
from coursekit.sources.record import Record, Step

HOSTILE = (
    '<script>alert(1)</script><img src=x onerror=alert(1)>" onload="x \'}</style> \u202e\x00\ud800 javascript:alert(1)'
)


class Reader(HTMLParser):
    """Collects words and tags as a browser would, and minds that every tag is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words, self.tags, self.attributes, self.open = "", [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1] != "style":
            self.words += data


def point(edtf: str, kind: str = "event", **changes: Any) -> Point:
    made = Point("The note is read", edtf, kind, ("KLO p25",), "Klochko, later", range_of(edtf))
    return replace(made, **changes)


def record(*steps: Step, short: str = "the letter") -> Record:
    words = dict.fromkeys(
        ["siglum", "title", "genre", "who", "to_whom", "when", "events", "when_note", "grade", "reference", "place"],
        "x",
    )
    more = dict.fromkeys(["language", "translator", "rights", "address"], "x")
    nothing: Any = {"voices": (), "unsure": (), "paragraphs": ()}
    return Record(**words, **more, short=short, transmission=steps, **nothing)


STEP = Step("A typist", "copies it.", "the stamp", ("LET p13", "LET m3"), "inferred")
DATES = ["1956-10-30", "1956-10/1956-12", "1960-07-18", "1960~", "../1960", "1989/..", "[2018-07-08,2018-08-07]"]
KINDS = ["event", "writing", "filing", "catalogue", "event", "writing", "filing"]
DATA = Timeline("Dates", "What there is to see.", tuple(map(point, DATES, KINDS)))


@pytest.mark.parametrize("page", [timeline(DATA), chain(record(STEP, STEP))])
def test_a_picture_is_well_formed_and_bears_nothing_active(page: str) -> None:
    read = Reader(page)
    assert read.open == []
    assert not {"script", "iframe", "img", "a", "link", "foreignobject"} & set(read.tags)
    assert not [name for name, _ in read.attributes if name.startswith("on") or name in ("href", "src", "id")]
    assert "http" not in page
    assert "url(" not in page


def test_a_timeline_says_of_each_point_when_what_and_whose() -> None:
    read = Reader(timeline(DATA))
    assert read.words.count("The note is read") == 2 * len(DATES)  # beside the drawing, and as text
    assert read.words.count("KLO p25 (Klochko, later)") == 2 * len(DATES)
    assert "8 July or 7 August 2018" in read.words
    assert "As text" in read.words
    assert [value for name, value in read.attributes if name == "role"] == ["img", "img"]
    assert all("Dates" in value for name, value in read.attributes if name == "aria-label")


def test_points_stand_in_the_order_of_time() -> None:
    words = Reader(timeline(Timeline("T", "S", (point("1971-22"), point("1956"), point("1960-07-18"))))).words
    assert words.index("1956") < words.index("18 July 1960") < words.index("summer 1971")


def test_kinds_differ_by_shape_and_are_named() -> None:
    def drawn(kind: str) -> str:
        return "".join(
            re.findall(
                r"<(?:rect|circle|polygon)[^>]*ck-mark[^>]*>",
                timeline(Timeline("T", "S", (point("1960-07-18", kind),))),
            )
        )

    shapes = {re.sub(r'"[\d. ,]+"', "", drawn(kind)) for kind in ("event", "writing", "filing", "catalogue")}
    assert len(shapes) == 4
    assert "filing" in Reader(timeline(Timeline("T", "S", (point("1960", "filing"),)))).words


def test_an_uncertain_date_is_drawn_and_named_as_one() -> None:
    assert 'class="ck-bar ck-unsure"' in timeline(Timeline("T", "S", (point("1960~"),)))
    assert "uncertain" in Reader(timeline(Timeline("T", "S", (point("1960~"),)))).words
    sure = timeline(Timeline("T", "S", (point("1960-07-18"),)))
    assert 'class="ck-bar' not in sure
    assert "uncertain" not in Reader(sure).words


def test_a_point_that_nobody_in_the_box_attests_says_so() -> None:
    said = Reader(timeline(Timeline("T", "S", (point("1990/..", whose=(), says="from memory"),)))).words
    assert "event · from memory" in said
    assert "dated by" not in said


def test_a_chain_names_actor_loss_evidence_and_certainty_by_line_and_word() -> None:
    page = chain(record(STEP, replace(STEP, certainty="documented", lost="", evidence=())))
    read = Reader(page)
    assert "How the letter came down to us" in read.words
    assert "2 steps: 1 documented, 1 inferred." in read.words
    assert "A typist copies it. Lost: the stamp. Certainty: inferred. Evidence: LET p13, LET m3." in read.words
    assert "Nothing is known to be lost. Certainty: documented. No paragraph at hand shows it." in read.words
    assert page.count('class="ck-link-step ck-inferred"') == page.count('class="ck-link-step ck-documented"') == 1
    assert re.search(r"\.ck-inferred::before \{ border-left-style: dashed", page)
    assert read.words.count("Lost: the stamp") == 2


def test_no_colour_is_fixed_where_a_theme_has_one() -> None:
    for page in (timeline(DATA), chain(record(STEP))):
        assert not re.search(r'(?:fill|stroke|color)="', page)
        assert "var(--jp-layout-color1, #fff)" in page
        assert "prefers-color-scheme: dark" in page


@pytest.mark.parametrize(
    "page",
    [
        timeline(Timeline(HOSTILE, HOSTILE, (replace(point("1960", label=HOSTILE, whose=(HOSTILE,)), edtf=HOSTILE),))),
        chain(record(Step(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), HOSTILE), short=HOSTILE)),
    ],
)
def test_hostile_words_stay_words(page: str) -> None:
    read = Reader(page)
    assert read.open == []
    assert not {"script", "img"} & set(read.tags)
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert "<script>alert(1)</script>" in read.words
    assert "\ud800" not in page
    assert "\x00" not in page
    assert html.escape(HOSTILE[:30]) in page


def test_the_same_data_gives_the_same_bytes() -> None:
    assert timeline(DATA) == timeline(DATA)
    assert chain(record(STEP)) == chain(record(STEP))
    assert len(timeline(DATA)) < 30_000


def test_marks_and_their_lines_follow_the_order_of_the_list() -> None:
    edtfs = ["1958", "1958-12-31", "1959~", "1960-08-13~", "1960-08-15", "1971-22", "1971", "../1960", "1989/.."]
    page = timeline(Timeline("T", "S", tuple(map(point, edtfs))))
    for svg in re.findall(r"<svg[^>]*role.*?</svg>", page, flags=re.DOTALL):
        heights = [float(y) for y in re.findall(r'd="M[\d.]+ ([\d.]+) H[^"]*" class="ck-leader"', svg)]
        assert len(heights) == len(edtfs)
        # A mark keeps its whole self inside its bar, so one may give way by its own size.
        assert all(later > earlier - 2 * RADIUS for earlier, later in pairwise(heights))
