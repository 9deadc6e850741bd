"""Words of a paragraph by number."""

from __future__ import annotations

import pytest

from coursekit.questions.word_numbers import WordNumbers

TEXT = "The half-lit boat's lamp,\nhe wrote, burned “till four” in 1871."


@pytest.mark.parametrize(
    ("numbers", "words"),
    [("1", "The"), ("2-3", "half-lit boat's"), ("4-6", "lamp,\nhe wrote"), ("8-9", "till four"), ("11", "1871")],
)
def test_words_are_counted_from_one_with_both_ends(numbers: str, words: str) -> None:
    found = WordNumbers.read(f"{numbers} of 11")
    assert found
    place = found.place(TEXT)
    assert place
    assert TEXT[place[0] : place[1]] == words


@pytest.mark.parametrize(
    "text",
    ["", "2-3", "0 of 4", "0-3 of 4", "3-2 of 4", "3-5 of 4", "1- of 4", "-2 of 4", "a of 4", "1 - 2 of 4", "１ of 4"],
)
def test_anything_else_is_not_read(text: str) -> None:
    assert WordNumbers.read(text) is None


@pytest.mark.parametrize("copy", [f"{TEXT} Twice.", TEXT.removesuffix(" 1871."), ""])
def test_a_copy_with_more_words_or_fewer_has_no_such_place(copy: str) -> None:
    found = WordNumbers.read("2-3 of 11")
    assert found
    assert found.place(copy) is None
