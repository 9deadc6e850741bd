from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.spans import Placed, Span, Unplaced, anchor, make_span, well_formed
from tests.spans.span_texts import Text, one, passages

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "At first many came. Later many left. In the end many said so."


def mark(text: str, quote: str, nth: int = 0) -> tuple[int, int]:
    at = -1
    for _ in range(nth + 1):
        at = text.index(quote, at + 1)
    return at, at + len(quote)


def where(found: Placed | Unplaced) -> int | str:
    return found.span.start if isinstance(found, Placed) else found.reason


def test_in_the_same_text_a_span_stays_where_it_is() -> None:
    for nth in range(3):
        start, end = mark(TEXT, "many", nth)
        assert where(anchor(make_span(one(TEXT), "p1", start, end), one(TEXT))) == start


def test_words_that_moved_are_found_when_they_stand_once() -> None:
    span = make_span(one(TEXT), "p1", *mark(TEXT, "Later"))
    assert where(anchor(span, one("Now then: " + TEXT))) == 30


def test_repeated_words_that_moved_are_told_apart_by_what_is_beside_them() -> None:
    span = make_span(one(TEXT), "p1", *mark(TEXT, "many", 1))
    longer = "It began so. " + TEXT + " " * 40
    assert where(anchor(span, one(longer))) == longer.index("many left")


def test_a_span_gets_the_surroundings_it_has_now() -> None:
    span = make_span(one(TEXT), "p1", *mark(TEXT, "Later"))
    found = anchor(span, one(TEXT.replace("came", "arrived")))
    assert isinstance(found, Placed)
    assert found.span.prefix == "At first many arrived. "


def test_changed_words_are_unplaced_with_the_reason() -> None:
    span = make_span(one(TEXT), "p1", *mark(TEXT, "Later many left"))
    assert where(anchor(span, one(TEXT.replace("left", "went")))) == "LET p1: its words no longer stand there"


def test_a_repeated_word_whose_surroundings_changed_is_not_guessed() -> None:
    span = make_span(one(TEXT), "p1", *mark(TEXT, "many", 1))
    found = anchor(span, one("So: at first, many came! Later, many left! In the end many said so."))
    assert isinstance(found, Unplaced)
    assert "3 times" in found.reason


def test_a_word_at_the_old_offset_that_is_another_one_is_not_taken() -> None:
    # The first "many" is gone, and by accident the second stands exactly where the first was.
    span = make_span(one("x many y. z many w."), "p1", 2, 6)
    found = anchor(span, one("z many w. a many b."))
    assert isinstance(found, Unplaced)


def test_other_paragraphs_editions_and_sources_are_no_place_for_it() -> None:
    span = make_span(one(TEXT), "p1", 0, 2)
    assert where(anchor(span, one(TEXT, pid="p2"))) == "LET p1 is not in this text"
    assert isinstance(anchor(span, one(TEXT, "text")), Unplaced)
    assert isinstance(anchor(span, Text("YUD", "guide", one(TEXT).paragraphs)), Unplaced)


edits = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 6), st.text("ab many.", max_size=5)), max_size=4)


@settings(max_examples=500, deadline=None)
@given(passages() | st.just((TEXT, 26, 30)), edits)
def test_in_a_changed_text_a_span_never_stands_on_other_words(
    passage: tuple[str, int, int], changes: list[tuple[int, int, str]]
) -> None:
    text, start, end = passage
    span = make_span(one(text), "p1", start, end)
    changed = text
    for at, length, new in changes:
        changed = changed[:at] + new + changed[at + length :]
    found = anchor(span, one(changed))
    if isinstance(found, Placed):
        assert well_formed(changed)[found.span.start : found.span.end] == span.quote
    else:
        assert found.span == span
        assert found.reason


@settings(max_examples=300, deadline=None)
@given(passages(), st.text(max_size=8), st.text(max_size=8), st.sampled_from([("Thereupon ", ""), ("", " he added")]))
def test_words_that_stand_once_are_found_however_much_is_added_where_something_stood_beside_them(
    passage: tuple[str, int, int], before: str, after: str, around: tuple[str, str]
) -> None:
    text, start, end = passage
    lead, trail = around
    start, end, text = start + len(lead), end + len(lead), lead + text + trail
    span = make_span(one(text), "p1", start, end)
    changed = before + text + after
    found = anchor(span, one(changed))
    words = well_formed(changed)
    if sum(words.startswith(span.quote, at) for at in range(len(words))) == 1:  # counting those that overlap, too
        assert isinstance(found, Placed)


# What was marked (between brackets), the text now (where the mark should go in brackets, if anywhere).
CASES = {
    "the marked clause was cut, a lookalike stays": (
        "The clerk says that the box was sent. The keeper says that [the box was sent].",
        "The clerk says that the box was sent. The keeper says nothing.",
    ),
    "at the end: its sentence was rewritten, another occurrence stands at the old place": (
        "They came to Ulm, then left [Ulm]",
        "Envoys all came.. towards to Ulm by road, and on the 18th they left Ulm",
    ),
    "at the beginning: its sentence was cut, another now comes first": (
        "[Ulm] was silent. Nobody in Ulm spoke.",
        "Ulm papers told of it. Nobody in Ulm spoke.",
    ),
    "at the beginning, and its words stand nowhere else": ("[Ulm] was silent.", "Ulm papers told of it."),
    "at the end, and its words stand nowhere else": ("In the end it came to [Ulm]", "Some left for Ulm"),
    "a full stop and an edge that is no longer there are no context": (
        "All of it went to [Ulm].",
        "Some left for Ulm. Nobody came.",
    ),
    "a paragraph's beginning is an edge, also where the words come again": (
        "[Ulm] was silent, as was all of it. Nobody in Ulm spoke.",
        "[Ulm] was silent, as was all of it. No one in Ulm spoke.",
    ),
    "one side still stands, the words stand once": (
        "The keeper says that [the box] was sent.",
        "The keeper says that [the box] never came.",
    ),
    "a whole paragraph": ("[Top secret]", "[Top secret]"),
    "a whole paragraph, grown on both sides": ("[Top secret]", "It says top: Top secret, copy 1"),
    "a mark near the beginning moves with its sentence": (
        "At first [many] came and stayed. Later many left the town.",
        "So: At first [many] came and stayed. Later many left the town.",
    ),
    "two places have one side each": (
        "The keeper says that [the box] was sent away.",
        "The keeper says that the box is here. Who knows if the box was sent away.",
    ),
    "code points, not units, decide what is short": (
        "\U0001f600\U0001f600\U0001f600\U0001f600 [box]",
        "so \U0001f600\U0001f600\U0001f600\U0001f600 box.",
    ),
}


@pytest.mark.parametrize(("marked", "now"), CASES.values(), ids=CASES)
def test_a_mark_goes_to_its_own_words_or_nowhere_in_python_and_javascript(
    twin: Callable[..., Any], marked: str, now: str
) -> None:
    start, text = marked.index("["), marked.replace("[", "").replace("]", "")
    span = make_span(one(text), "p1", start, marked.index("]") - 1)
    plain = now.replace("[", "").replace("]", "")
    want = now.find("[")
    found = anchor(span, one(plain))
    told = twin("anchor", text=plain, span=span.to_json())
    assert (found.span.start if isinstance(found, Placed) else -1) == want
    assert told.get("start", -1) == want


def test_a_quotation_without_surroundings_is_found_by_its_words_alone(twin: Callable[..., Any]) -> None:
    # As other programs may give it: from within a text, so nothing before it cannot mean the edge.
    span = Span("LET", "guide", "p1", 4, 8, "many")
    for text, want in (("First many came.", 6), ("The many, and many more.", 4), ("Of many, and many more.", -1)):
        found = anchor(span, one(text))
        assert (found.span.start if isinstance(found, Placed) else -1) == want
        assert twin("anchor", text=text, span=span.to_json()).get("start", -1) == want
