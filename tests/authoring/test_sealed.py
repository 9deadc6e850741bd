"""What is sealed comes out as it went in; a damaged, foreign or bloated file is told in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.authoring.sealed import seal, unseal
from coursekit.errors import CourseError

PLENTY = 1_000_000


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_sealed_comes_out_as_it_went_in(text: str) -> None:
    assert unseal(seal(text), "a file", PLENTY) == text


def test_no_word_can_be_read_in_it() -> None:
    sealed = seal("right = true\nfeedback = 'The second keeper stood on the gallery.'\n" * 3)
    body = sealed.partition("\n")[2]
    assert not any(word in body for word in ("right", "feedback", "keeper", "gallery"))


@pytest.mark.parametrize(
    "spoil", [str.lower, lambda text: text[:-20], lambda text: text.replace("coursekit", "other", 1)]
)
def test_a_damaged_or_foreign_file_is_told_in_one_line(spoil: object) -> None:
    assert callable(spoil)
    with pytest.raises(CourseError, match=r"^questions\.sealed: .*again$"):
        unseal(spoil(seal("a key, " * 200)), "questions.sealed", PLENTY)


def test_what_would_swell_beyond_bounds_does_not() -> None:
    with pytest.raises(CourseError, match="too much"):
        unseal(seal("a" * PLENTY), "a file", 1000)
