from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.errors import CourseError
from coursekit.spans import Annotation, from_w3c, make_span, to_w3c
from tests.spans.span_texts import one, passages


def annotation(text: str = "many came", start: int = 0, end: int = 4, comment: str = "How many?") -> Annotation:
    span = make_span(one(text), "p1", start, end)
    return Annotation("0123456789abcdef" * 2, "LET", "01-layers", "QUANT", comment, (span,))


def test_the_model_of_the_recommendation() -> None:
    made = to_w3c(annotation(), "https://example.org/sources/")
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert made["id"] == "urn:uuid:01234567-89ab-cdef-0123-456789abcdef"
    assert made["target"] == [
        {
            "type": "SpecificResource",
            "source": "https://example.org/sources/LET/guide#p1",
            "selector": [
                {"type": "TextPositionSelector", "start": 0, "end": 4},
                {"type": "TextQuoteSelector", "exact": "many", "prefix": "", "suffix": " came"},
            ],
            "scope": "urn:coursekit:task:01-layers",
        }
    ]


@given(passages(), st.text(max_size=20))
def test_out_and_in_again(passage: tuple[str, int, int], comment: str) -> None:
    one_ = annotation(*passage, comment=comment.encode("utf-8", "replace").decode())
    for base in ({}, {"base": "https://example.org/"}):
        assert from_w3c(json.loads(json.dumps(to_w3c(one_, **base)))) == one_


def test_a_source_has_a_name_and_no_address_that_is_not_there() -> None:
    assert to_w3c(annotation())["target"][0]["source"] == "urn:coursekit:source:LET/guide#p1"


def test_single_values_may_stand_without_a_list() -> None:
    made = to_w3c(annotation(comment=""))
    made["body"], made["target"] = made["body"][0], made["target"][0]
    assert from_w3c(made) == annotation(comment="")


@pytest.mark.parametrize(
    "broken",
    [
        None,
        {},
        {"target": []},
        {"target": "http://example.org/page"},
        {"target": {"source": "http://example.org/page", "selector": []}},
        {"target": {"source": "LET/guide#p1", "selector": [{"type": "TextQuoteSelector", "exact": "many"}]}},
        {**to_w3c(annotation()), "id": "urn:isbn:1"},
        {**to_w3c(annotation()), "body": []},
    ],
)
def test_what_we_cannot_place_is_refused_in_one_line(broken: object) -> None:
    with pytest.raises(CourseError):
        from_w3c(broken)
