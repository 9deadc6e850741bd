"""How a stretch of a copy is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coursekit.sources.clean import clean
from coursekit.sources.normal import strict


def test_lines_are_joined_and_the_signs_of_markdown_go() -> None:
    assert clean("## The *Long\nMarch*\nof <https://example.org/x_y>\n") == "The Long March of https://example.org/x_y"


def test_a_word_broken_at_a_line_end_is_whole_again() -> None:
    assert clean("many special-\nists") == "many specialists"


def test_a_hyphen_of_the_words_own_stays() -> None:
    assert clean("its self-\nreliance", lambda word: word == "self-reliance") == "its self-reliance"
    assert clean("the 24-\n26 July, the Sino-\nSoviet split") == "the 24-26 July, the Sino-Soviet split"


def test_underscores_in_a_name_and_a_lone_asterisk_stay() -> None:
    assert clean("file_name_here and 3 * 4") == "file_name_here and 3 * 4"


@given(st.text(alphabet="ab1 \n-—'“”.,*_#<>[](•\u00a0\u00ad", max_size=60))
def test_cleaning_never_changes_the_strict_form(text: str) -> None:
    assert strict(clean(text)) == strict(text)
