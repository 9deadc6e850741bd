from __future__ import annotations

import json
from typing import Any

import pytest

from coursekit.errors import CourseError
from coursekit.spans import CONTEXT, Span, make_span, overlap
from tests.spans.span_texts import one

GOOD: dict[str, Any] = {
    "source": "LET",
    "edition": "guide",
    "paragraph": "p1",
    "start": 4,
    "end": 8,
    "quote": "many",
    "prefix": "of ",
    "suffix": " who",
}


def test_json_and_back() -> None:
    span = Span.from_json(GOOD)
    assert span.to_json() == GOOD
    assert Span.from_json(json.loads(json.dumps(span.to_json()))) == span


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("source", ""),
        ("source", "../LET"),
        ("edition", None),
        ("paragraph", 7),
        ("paragraph", "p1\nq"),
        ("start", -1),
        ("start", 4.0),
        ("start", True),
        ("start", 8),
        ("end", "8"),
        ("quote", "man"),
        ("quote", ["m", "a", "n", "y"]),
        ("prefix", "x" * 33),
        ("suffix", 0),
    ],
)
def test_what_is_no_span_is_refused_and_the_key_is_named(key: str, value: object) -> None:
    with pytest.raises(CourseError, match=r"^passage 2: (quote|" + key + r"|end): "):
        Span.from_json({**GOOD, key: value}, "passage 2")


@pytest.mark.parametrize("value", [None, [], "span", 3, {}])
def test_what_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(CourseError):
        Span.from_json(value)


def test_a_quotation_has_an_upper_bound() -> None:
    with pytest.raises(CourseError, match="at most 20000"):
        Span.from_json({**GOOD, "start": 0, "end": 20_001, "quote": "x" * 20_001})


def test_an_unpaired_surrogate_is_replaced_so_that_the_span_can_be_saved() -> None:
    span = make_span(one("a\ud800b"), "p1", 1, 3)
    assert span.quote == "\ufffdb"
    span.quote.encode()


def test_context_stops_at_the_ends_of_the_paragraph() -> None:
    span = make_span(one("ab" + "x" * 100), "p1", 1, 2)
    assert (span.prefix, span.quote, span.suffix) == ("a", "b", "x" * CONTEXT)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 6), (5, 6)])
def test_a_range_that_is_not_in_the_text_makes_no_span(start: int, end: int) -> None:
    with pytest.raises(CourseError, match="not a passage"):
        make_span(one("abcde"), "p1", start, end)


def test_a_paragraph_that_is_not_there_makes_no_span() -> None:
    with pytest.raises(CourseError, match="LET p9: no such paragraph"):
        make_span(one("abcde"), "p9", 0, 1)


def test_overlap_counts_shared_code_points_in_one_paragraph_only() -> None:
    text = one("abcdefgh")
    assert overlap(make_span(text, "p1", 0, 4), make_span(text, "p1", 2, 8)) == 2
    assert overlap(make_span(text, "p1", 0, 4), make_span(text, "p1", 4, 8)) == 0
    assert overlap(make_span(text, "p1", 0, 4), make_span(one("abcdefgh", "text"), "p1", 0, 4)) == 0
