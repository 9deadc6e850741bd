"""Where marks disagree: the figures are those reckoned by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.seminar.report.marked import _Places, _read
from coursekit.sources import Edition, Paragraph
from coursekit.spans import make_span
from tests.seminar.report.six import mark, reported, write

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.seminar.report.report import Report


def test_alpha_and_dispute(found: Report) -> None:
    (text,) = found.disputes
    assert (text.marked.id, text.n) == ("00-marks", 5)
    # Eleven words by five readers; marked by 1 0 0 0 0 4 3 3 1 0 0 of them, 12 of 55 values.
    # n·Do = 2·(1·4 + 4·1 + 3·2 + 3·2 + 1·4)/4 = 12;  n·De = 2·12·43/54
    assert text.where.value == pytest.approx(1 - 12 / (2 * 12 * 43 / 54))
    assert (text.where.units, text.where.values) == (11, 55)
    # Two and two on "apart", two and one on "from" and on "one": n·Do = 8/3 + 2 + 2; n = 10, 6 and 4: n·De = 48/9.
    assert text.what.value == pytest.approx(1 - (8 / 3 + 4) / (48 / 9))
    assert (text.what.units, text.what.values) == (3, 10)
    (passage,) = text.passages
    assert (passage.at, passage.by) == ("BOX p2", 5)
    # Of 20 ordered pairs 12 are the same on "Ships" and on "none", 4 on each of the three others.
    assert passage.dispute == pytest.approx((0.4 + 3 * 0.8 + 0.4) / 5)
    assert [passage.text[word.start : word.end] for word in passage.words] == ["Ships", "apart", "from", "one", "none"]
    assert [word.tagged("ENCLOSURE") for word in passage.words] == [1, 2, 2, 2, 1]


def test_where_nothing_overlaps_what_is_not_defined(six: Path, tmp_path: Path) -> None:
    here = Course(six)
    for number, words in enumerate(("Ships", "harmed")):
        marks = {"00-marks": [mark(here, number, words, "ENCLOSURE")]}
        write(tmp_path / "in", words, "L00", here.assignments["L00"].version, marks=marks)
    (text,) = reported(six, tmp_path / "in").disputes
    assert (text.what.value, text.what.units) == (None, 0)
    assert text.where.value is not None


def test_marks_made_after_the_expert_s_and_lost_ones_are_counted_and_left_out(six: Path, handed: Path) -> None:
    here = Course(six)
    marks = [
        mark(here, 90, "waited", "ENCLOSURE", after=True),
        mark(here, 91, "waited", "ENCLOSURE", span={"edition": "text"}),
        mark(here, 92, "waited", "ENCLOSURE", span={"quote": "sailed"}),
        mark(here, 93, "day", "ENCLOSURE"),
    ]
    write(handed, "Gus", "L00", here.assignments["L00"].version, marks={"00-marks": marks})
    (text,) = reported(six, handed).disputes
    assert (text.n, text.marked.after, text.marked.lost) == (6, 1, 2)
    assert "waited" not in [text.passages[0].text[word.start : word.end] for word in text.passages[0].words]


def test_places_that_questions_ask_for_are_marks_without_a_tag(six: Path, tmp_path: Path) -> None:
    here = Course(six)
    for number, words in enumerate(("keeper's own note", "own note", "said to lie")):
        text = here.library.source("BOX").guide.paragraph("p3").text
        start = text.index(words)
        span = {"source": "BOX", "edition": "guide", "paragraph": "p3", "start": start, "end": start + len(words)}
        answers = {"00-where": {"spans": [span | {"quote": words}]}}
        write(tmp_path / "in", f"Reader {number}", "L00", here.assignments["L00"].version, answers=answers)
    (found,) = reported(six, tmp_path / "in").disputes
    assert (found.marked.id, found.n, found.marked.tags) == ("00-where", 3, {})
    words = {found.passages[0].text[word.start : word.end]: word.by for word in found.passages[0].words}
    assert words == {"said": 1, "to": 1, "lie": 1, "keeper's": 1, "own": 2, "note": 2}


def test_where_the_full_text_is_not_here_a_mark_in_it_is_lost(six: Path, tmp_path: Path) -> None:
    here = Course(six)
    marks = {"00-marks": [mark(here, 1, "apart", "ENCLOSURE", span={"edition": "text"})]}
    write(tmp_path / "in", "Ada", "L00", here.assignments["L00"].version, marks=marks)
    assert reported(six, tmp_path / "in").disputes == ()


def test_a_mark_in_the_full_text_comes_to_the_calendar_where_it_quotes_the_words(six: Path) -> None:
    source = Course(six).library.source("BOX")
    full = Edition("BOX", "text", (Paragraph("p2", "", "The boats, apart from\none, came in whole at dawn."),))
    places = _Places(replace(source, text=full))
    found = places.of(make_span(full, "p2", 11, 25))
    assert found is not None
    assert (found.edition, found.quote) == ("guide", "apart from one")
    assert places.of(make_span(full, "p2", 27, 40)) is None  # the calendar has no such words


def test_what_is_no_span_is_none() -> None:
    assert _read({"source": "BOX"}) is None
