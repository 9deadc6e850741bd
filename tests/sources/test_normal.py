"""The forms in which texts are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.sources.normal import blocks, letters, mapped, strict, words

SAME = [
    ("the special-\nists came", "the specialists came"),
    ("a self-\n  reliance", "a self-reliance"),
    ("a self\u00adreliance and soft\u00ad\nness", "a self-reliance and softness"),
    ("Marx—the reasons", "Marx — the reasons"),
    ("Marx--the reasons", "Marx–the reasons"),
    ("“It’s ‘so’,” he said", "\"It's 'so',\" he said"),
    ("the\u00a0PRC  in\t1956", "the PRC in 1956"),
    ("*Long* ## Live_ > it", "Long Live it"),
    ("see <https://example.org/a>", "see https://example.org/a"),
    ("  • 24-26 July", "24–26 July"),
    ("1956-\n1960", "1956–1960"),
    ("ﬁfty m²…", "fifty m2..."),
    ("re\u0301gime", "régime"),
    ("zero\u200bwidth\ufeff", "zerowidth"),
    ("a word , and ( more )", "a word, and (more)"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_a_copy_may_change_does_not_change_the_strict_form(one: str, other: str) -> None:
    assert strict(one) == strict(other)


DIFFERENT = [
    ("It is so.", "It is so!"),
    ("It is so.", "it is so."),
    ("1500 men", "1 500 men"),
    ("24-26 July", "2426 July"),
    ("859,300", "859.300"),
    ("they did", "they did not"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_changes_the_text_changes_the_strict_form(one: str, other: str) -> None:
    assert strict(one) != strict(other)


def test_letters_leave_punctuation_and_capitals_out_but_never_join_two_figures() -> None:
    assert letters("It’s TRUE, said Liu: 24 July 1960!") == "itstruesaidliu24july1960"
    assert letters("in 1958, 1960") == "in1958 1960" != letters("in 19581960")


def test_a_word_broken_at_a_line_end_is_one_word() -> None:
    assert words("the special-\nists’ self-reliance") == ["the", "specialists", "selfreliance"]


def test_blocks_are_runs_of_eight_words_and_a_rest() -> None:
    text = "one two three four five six seven eight nine ten"
    assert len(blocks(words(text))) == 2
    assert blocks(words(text))[0] == blocks(words("One, two: three four five six seven EIGHT"))[0]


@given(st.text(alphabet="ab1 \n\t-—–'\"“”‘’.,*_#<>[](•\u00a0\u00ad\u200béÉ", max_size=60))
def test_each_sign_of_the_strict_form_knows_where_it_comes_from(text: str) -> None:
    form, origins = mapped(text)
    assert len(form) == len(origins)
    assert origins == sorted(origins)
    assert all(0 <= at < len(text) for at in origins)


@given(st.text(alphabet="abÉé1 \n-—'\"“”’.,;()[]*_#<>…•\u00a0\u00ad", max_size=80))
def test_the_strict_form_of_a_strict_form_is_itself(text: str) -> None:
    once = strict(text)
    assert strict(once) == once
