from __future__ import annotations

import pytest

from coursekit.spans import carry, make_span
from tests.spans.span_texts import one

GUIDE = "It speaks of “numerous re-ports”, says he ‘left’, and “adds ‘so it is’.”"
FULL = 'Then came numerous re-\nports of it. The "writer" adds "so it is". End.'


def link(phrase: str, words: str) -> tuple[int, int, int, int]:
    start, at = GUIDE.index(phrase), FULL.index(words)
    return start, start + len(phrase), at, at + len(words)


LINKS = {"p1": [link("numerous re-ports", "numerous re-\nports"), link("adds ‘so it is’.", 'adds "so it is".')]}


def to_text(words: str) -> str | None:
    at = GUIDE.index(words)
    found = carry(make_span(one(GUIDE), "p1", at, at + len(words)), one(GUIDE), one(FULL, "text"), LINKS)
    assert found is None or FULL[found.start : found.end] == found.quote
    return found.quote if found else None


def to_guide(words: str) -> str | None:
    at = FULL.index(words)
    found = carry(make_span(one(FULL, "text"), "p1", at, at + len(words)), one(FULL, "text"), one(GUIDE), LINKS)
    return found.quote if found else None


@pytest.mark.parametrize(
    ("words", "carried"),
    [
        ("numerous re-ports", "numerous re-\nports"),  # the document's line break
        ("numerous", "numerous"),
        ("re-ports", "re-\nports"),
        ("“numerous re-ports”", "numerous re-\nports"),  # with the guide's own quotation marks
        ("so it is", "so it is"),  # between other quotation marks
        ("it is’.", "it is"),  # a stop after a changed sign stays behind
    ],
)
def test_a_quoted_phrase_or_a_part_of_it_carries(words: str, carried: str) -> None:
    assert to_text(words) == carried


@pytest.mark.parametrize("words", ["It speaks", "of “numerous", "re-ports”, says", "‘left’"])
def test_our_own_words_do_not_carry(words: str) -> None:
    assert to_text(words) is None


def test_back_to_the_guide() -> None:
    assert to_guide("numerous re-\nports") == "numerous re-ports"
    assert to_guide("it is") == "it is"
    assert to_guide("Then came") is None


def test_a_link_between_phrases_that_are_not_the_same_carries_nothing() -> None:
    wrong = {"p1": [link("numerous re-ports", "Then came")]}
    at = GUIDE.index("numerous")
    assert carry(make_span(one(GUIDE), "p1", at, at + 8), one(GUIDE), one(FULL, "text"), wrong) is None


def test_nothing_carries_where_there_is_no_link_or_no_paragraph() -> None:
    span = make_span(one(GUIDE), "p1", 0, 2)
    assert carry(span, one(GUIDE), one(FULL, "text"), {}) is None
    assert carry(span, one(GUIDE), one(FULL, "text", "p2"), LINKS) is None


def test_signs_without_a_letter_do_not_carry() -> None:
    at = GUIDE.index("-ports")
    assert carry(make_span(one(GUIDE), "p1", at, at + 1), one(GUIDE), one(FULL, "text"), LINKS) is None
