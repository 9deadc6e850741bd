from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.spans import Placed, Unplaced, anchor, make_span, well_formed
from tests.spans.span_texts import Text, one, passages

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
@given(passages(), st.text(max_size=8), st.text(max_size=8))
def test_words_that_stand_once_are_always_found_however_much_is_added_around(
    passage: tuple[str, int, int], before: str, after: str
) -> None:
    text, start, end = passage
    span = make_span(one(text), "p1", start, end)
    changed = before + text + after
    found = anchor(span, one(changed))
    if well_formed(changed).count(span.quote) == 1:
        assert isinstance(found, Placed)
