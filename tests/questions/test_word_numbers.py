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
    found = WordNumbers.read(numbers)
    assert found
    place = found.place(TEXT)
    assert place
    assert TEXT[place[0] : place[1]] == words


@pytest.mark.parametrize("text", ["", "0", "0-3", "3-2", "1-", "-2", "a", "1-2-3", "1 - 2", "１"])
def test_anything_else_is_not_read(text: str) -> None:
    assert WordNumbers.read(text) is None


def test_a_paragraph_with_fewer_words_has_no_such_place() -> None:
    found = WordNumbers.read("11-12")
    assert found
    assert found.place(TEXT) is None
