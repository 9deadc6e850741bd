"""Pointing at these words, and not at everything."""

from __future__ import annotations

import pytest

from coursekit.questions.pointing import count_words, places, too_wide, touches
from coursekit.spans import Span

TEXT = "He wrote: “the boat was late, the boat was two hours late”. Nobody saw im-\npossible seas."


class Texts:
    def text(self, siglum: str, edition: str, paragraph: str) -> str | None:
        return TEXT if (siglum, edition, paragraph) == ("LOG", "guide", "p1") else None


def span(quote: str, start: int | None = None, edition: str = "guide", paragraph: str = "p1") -> Span:
    at = TEXT.index(quote) if start is None else start
    return Span("LOG", edition, paragraph, at, at + len(quote), quote)


def test_places_are_found_by_letters_over_quotation_marks_and_broken_words() -> None:
    assert [TEXT[a:b] for a, b in places(TEXT, "late the boat")] == ["late, the boat"]
    assert [TEXT[a:b] for a, b in places(TEXT, "impossible seas")] == ["im-\npossible seas"]
    assert len(places(TEXT, "the boat was")) == 2
    assert places(TEXT, "…") == []


@pytest.mark.parametrize("dotted", ["İstanbul was dark", "ΟΔΟΣ was dark", "straße was dark"])
def test_letters_that_change_their_number_in_lower_case_do_not_shift_places(dotted: str) -> None:
    assert [dotted[a:b] for a, b in places(dotted, "was dark")] == ["was dark"]


def test_exactly_half_of_the_shorter_is_enough_and_less_is_not() -> None:
    assert touches(span("was late"), "p1", "late, the boat", Texts())
    assert not touches(span("t was late"), "p1", "late, the boat", Texts())


def test_the_place_decides_where_words_stand_twice() -> None:
    second = TEXT.index("the boat", TEXT.index("the boat") + 1)
    assert touches(span("the boat", second), "p1", "the boat was two hours late", Texts())
    assert not touches(span("the boat"), "p1", "the boat was two hours late", Texts())


def test_another_paragraph_is_another_place() -> None:
    assert not touches(span("the boat", 0, paragraph="p2"), "p1", "the boat was late", Texts())


def test_a_whole_paragraph_may_be_meant() -> None:
    assert touches(span("Nobody"), "p1", "", Texts())


def test_without_the_text_half_of_the_shorter_quotation_must_run_in_both() -> None:
    assert touches(span("The boat WAS late!", 0, edition="text"), "p1", "the boat was late, the boat was")
    assert not touches(span("the late boat was", 0, edition="text"), "p1", "the boat nobody saw late, two hours")
    assert not touches(span("?!", 0, edition="text"), "p1", "the boat")


def test_signs_alone_point_at_nothing() -> None:
    assert not touches(span("“"), "p1", "the boat was late", Texts())


def test_over_sixty_words_is_too_wide_unless_the_place_is_long_itself() -> None:
    long = Span("LOG", "guide", "p1", 0, 305, "word " * 61)
    assert too_wide(long, [("p1", "the boat")])
    assert not too_wide(long, [("p1", "word " * 31)])
    assert not too_wide(long, [("p1", "")])
    assert too_wide(long, [("p2", "")])


def test_words_are_counted_as_people_do() -> None:
    assert count_words("It’s the keeper's, isn't it? — 24 of 98.") == 8
