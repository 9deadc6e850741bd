"""What stands round the text of a page."""

from __future__ import annotations

import pytest

from coursekit.sources.recognise.furniture import furniture


def lines(text: str, claimed: str = "", *, sure: bool = False) -> list[str]:
    start = text.find(claimed)
    ranges = [(start, start + len(claimed))] if claimed else []
    return [text[slice(*each)].strip() for each in furniture(text, ranges, sure=sure)]


@pytest.mark.parametrize(
    "line", ["12", "- 12 -", "Page 3", "page 3 of 11", "[7]", "xii", "p. 9", "4/9", "\u2013 iv \u2013", "Seite 3 von 9"]
)
def test_page_numbers(line: str) -> None:
    assert lines(f"words that go on\n\n{line}\n\nwithout an end\n") == [line]


@pytest.mark.parametrize("line", ["12 men", "in 1960", "civil", "He saw 3", "12,000 and more"])
def test_other_lines_are_no_page_numbers(line: str) -> None:
    assert lines(f"words that go on\n\n{line}\n\nwithout an end\n") == []


def test_a_line_that_comes_again_with_other_figures() -> None:
    text = "A Reader 7\nwords of one page\n\nA Reader 8\nand of another one\n"
    assert lines(text) == ["A Reader 7", "A Reader 8"]


def test_a_platforms_stamp_comes_once() -> None:
    assert lines("words\nThis content downloaded from 192.0.2.1 on Tue\nmore words") == [
        "This content downloaded from 192.0.2.1 on Tue"
    ]


def test_a_single_word_that_comes_again_must_stand_apart() -> None:
    assert lines("they went to\nChina.\nothers came from\nChina.\nat once") == []
    assert lines("went to\n\nKLOCHKO\n\nothers\n\nKLOCHKO\n\nat once") == ["KLOCHKO", "KLOCHKO"]


def test_what_belongs_to_a_paragraph_is_none() -> None:
    text = "March 4, 1911\n\nsome words\n\nMarch 5, 1911\n\nmore words"
    assert lines(text, "March 4, 1911") == []


def test_a_year_on_a_line_of_its_own_is_no_sure_page_number() -> None:
    text = "the talks of August\n1960\n\nNext came the"
    assert lines(text, sure=True) == []
    assert lines(text) == ["1960"]
