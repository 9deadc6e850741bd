"""The standard's own examples pass what we hold our exports to; examples with one thing taken away do not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.formats.annotations.model import CONTEXT, collection_faults, faults, strange_keys

HEAD = {"@context": CONTEXT, "id": "http://example.org/anno1", "type": "Annotation"}
QUOTED = {"type": "TextQuoteSelector", "exact": "anotation", "prefix": "this is an ", "suffix": " that has some"}
SOUND: list[dict[str, Any]] = [
    {**HEAD, "body": "http://example.org/post1", "target": "http://example.com/page1"},
    {**HEAD, "target": "http://example.com/ebook1"},
    {
        **HEAD,
        "body": {"id": "http://example.org/analysis1.mp3", "format": "audio/mpeg", "language": "fr"},
        "target": {"id": "http://example.gov/patent1.pdf", "format": "application/pdf", "language": ["en", "ar"]},
    },
    {
        **HEAD,
        "body": {"type": "TextualBody", "value": "<p>j'adore !</p>", "format": "text/html", "language": "fr"},
        "target": "http://example.org/photo1",
    },
    {**HEAD, "bodyValue": "Comment text", "target": "http://example.org/target1"},
    {
        **HEAD,
        "creator": {"id": "http://example.org/user1", "type": "Person", "name": "My Pseudonym"},
        "created": "2015-10-13T13:00:00Z",
        "modified": "2015-10-14T15:13:28Z",
        "body": {"type": "TextualBody", "value": "I love this thing", "purpose": "tagging"},
        "target": "http://example.com/photograph1.jpg",
        "motivation": "commenting",
    },
    {
        **HEAD,
        "body": "http://example.org/comment1",
        "target": {"source": "http://example.org/page1", "selector": QUOTED},
    },
    {
        **HEAD,
        "body": "http://example.org/review1",
        "target": {
            "source": "http://example.org/ebook1",
            "selector": {"type": "TextPositionSelector", "start": 412, "end": 795},
        },
    },
]
PAGED: dict[str, Any] = {
    "@context": CONTEXT,
    "id": "http://example.org/collection1",
    "type": "AnnotationCollection",
    "label": "Two Annotations",
    "total": 2,
    "first": {
        "id": "http://example.org/page1",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [
            {"id": f"http://example.org/anno{n}", "type": "Annotation", "target": f"http://example.com/page{n}"}
            for n in (1, 2)
        ],
    },
}
SPECIFIC = SOUND[6]


@pytest.mark.parametrize("example", SOUND)
def test_an_example_is_sound(example: dict[str, Any]) -> None:
    assert faults(example) == []


@pytest.mark.parametrize("key", ["@context", "id", "type", "target"])
@pytest.mark.parametrize("example", SOUND)
def test_what_must_be_there_is_missed(example: dict[str, Any], key: str) -> None:
    assert faults({name: value for name, value in example.items() if name != key}) != []


@pytest.mark.parametrize(
    "broken",
    [
        [],
        {**SPECIFIC, "id": "not an address"},
        {**SPECIFIC, "bodyValue": "beside a body"},
        {**SPECIFIC, "motivation": "shouting"},
        {**SPECIFIC, "created": "2015-10-13T13:00:00+02:00"},
        {**SPECIFIC, "created": "yesterdayZ"},
        {**SPECIFIC, "body": {"type": "TextualBody", "text": "no value"}},
        {**SPECIFIC, "body": {"type": "TextualBody", "value": "x", "purpose": "shouting"}},
        {**SPECIFIC, "body": {"format": "text/html"}},
        {**SPECIFIC, "target": {"selector": QUOTED}},
        {**SPECIFIC, "target": {"source": "page one", "selector": QUOTED}},
        {**SPECIFIC, "target": {"source": "urn:a:b", "selector": QUOTED, "scope": "here"}},
        {**SPECIFIC, "target": {"source": "urn:a:b", "selector": {"type": "TextQuoteSelector"}}},
        {**SPECIFIC, "target": {"source": "urn:a:b", "selector": {**QUOTED, "prefix": ["a", "b"]}}},
        {**SPECIFIC, "target": {"source": "urn:a:b", "selector": {"type": "TextPositionSelector", "start": 4}}},
    ],
)
def test_what_must_not_be_is_found(broken: Any) -> None:
    assert faults(broken) != []


def test_a_collection_with_its_page_in_it() -> None:
    first = PAGED["first"]
    assert collection_faults(PAGED) == []
    for key in ("@context", "id", "type", "first"):
        assert collection_faults({name: value for name, value in PAGED.items() if name != key}) != []
    for key in ("id", "type", "items"):
        page = {name: value for name, value in first.items() if name != key}
        assert collection_faults({**PAGED, "first": page}) != []
    assert collection_faults({**PAGED, "total": 3}) != []


def test_keys_of_nobody_s_are_found_and_the_standard_s_are_none() -> None:
    assert strange_keys([*SOUND, PAGED]) == set()
    target = {"source": "http://example.org/page1", "selector": QUOTED | {"exakt": "x"}}
    assert strange_keys({**SPECIFIC, "target": [target], "tag": "x"}) == {"exakt", "tag"}
