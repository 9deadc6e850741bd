"""JavaScript and Python agree on every span: the same cases through both."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from coursekit.spans import Placed, anchor, carry, make_span, well_formed
from coursekit.spans.carry import across
from tests.spans.span_texts import one, passages, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    Twin = Callable[..., Any]

pytestmark = pytest.mark.slow

both = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@both
@given(passages())
@example(("e\u0301a", 0, 1))
@example(("a\U0001f600b", 1, 3))
@example(("\u0627\u0644 abc", 1, 5))
@example(("one\r\ntwo", 3, 5))
@example(("\ud800\udc00x".encode("utf-16", "surrogatepass").decode("utf-16"), 0, 2))
@example(("a\ud800b", 1, 2))
def test_the_same_place_gives_the_same_span(twin: Twin, passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    assert twin("make", text=text, start=start, end=end) == make_span(one(text), "p1", start, end).to_json()


@both
@given(passages())
def test_a_place_survives_the_way_to_the_browser_and_back(twin: Twin, passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    words = well_formed(text)[start:end]
    found = twin("units", text=text, start=start, end=end)
    assert found == {"start": start, "end": end, "words": words, "length": len(text)}


@both
@given(passages(), texts)
def test_both_find_a_span_again_at_the_same_place_or_give_the_same_reason(
    twin: Twin, passage: tuple[str, int, int], other: str
) -> None:
    text, start, end = passage
    span = make_span(one(text), "p1", start, end)
    for now in (text, other, other + text, text + other, text[:start] + other + text[start:]):
        found = anchor(span, one(_joined(now)))
        told = twin("anchor", text=_joined(now), span=span.to_json())
        if isinstance(found, Placed):
            assert told == {"start": found.span.start, "end": found.span.end}
        else:
            assert found.reason == f"LET p1: {told['reason']}"


@both
@given(st.text("aB1 -\n‘’“”.,\u00e9\u0301ж字", max_size=20), st.data())
def test_both_carry_a_phrase_to_the_same_words(twin: Twin, phrase: str, data: st.DataObject) -> None:
    noise = data.draw(st.sampled_from(["", "-\n", "“", " ", "\r\n"]))
    at = data.draw(st.integers(0, len(phrase)))
    other = phrase[:at] + noise + phrase[at:].upper()
    start = data.draw(st.integers(0, len(phrase)))
    end = data.draw(st.integers(start, len(phrase)))
    found = across(phrase, other, start, end)
    assert twin("across", phrase=phrase, other=other, start=start, end=end) == (list(found) if found else None)


@both
@given(texts, passages())
def test_both_carry_from_guide_to_text_alike(twin: Twin, before: str, passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    before = well_formed(before)
    assume(all(_assigned(sign) for sign in text))
    guide, full = one(text), one(before + well_formed(text), "text")
    links = {"p1": [(0, len(text), len(before), len(before) + len(text))]}
    span = make_span(guide, "p1", start, end)
    found = carry(span, guide, full, links)
    told = twin("carry", span=span.to_json(), text=text, target=before + well_formed(text), links=links["p1"])
    assert told == (found.to_json() if found else None)


def _joined(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _assigned(sign: str) -> bool:
    """Node may know signs that this Python's Unicode does not have yet."""
    return unicodedata.category(sign) not in ("Cn", "Co")
