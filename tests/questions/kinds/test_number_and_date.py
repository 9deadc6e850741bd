"""Numbers and dates as questions; how their texts are read is tested beside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.marking import mark
from coursekit.questions import view

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import Question


@pytest.mark.parametrize("written", ["24.5", "24,5 %", "about 24.5 per cent", "24.2", "24.8", "24.50"])
def test_a_number_within_the_tolerance_is_right_however_it_is_written(quiz: dict[str, Question], written: str) -> None:
    assert mark(quiz["oil"], {"text": written}).state == "right"


def test_a_foreseen_near_miss_is_wrong_though_within_the_tolerance(quiz: dict[str, Question]) -> None:
    result = mark(quiz["oil"], {"text": "24.49"})
    assert result.state == "wrong"
    near = next(note for note in result.feedback if note.part == "near")
    assert (near.text, near.misconception) == ("More decimals than the log can bear.", "M10")


def test_a_near_miss_has_a_tolerance_of_its_own(quiz: dict[str, Question]) -> None:
    assert mark(quiz["oil"], {"text": "32.5"}).feedback[0].part == "near"
    assert mark(quiz["oil"], {"text": "33"}).feedback[0].part == "whole"


def test_a_wrong_number_is_told_the_right_one_with_unit_and_reason(quiz: dict[str, Question]) -> None:
    assert mark(quiz["oil"], {"text": "7"}).feedback[-1].text.startswith("24.5 %. 24 of 98 is 24.49")


def test_too_many_decimals_are_told(quiz: dict[str, Question]) -> None:
    texts = [note.text for note in mark(quiz["oil"], {"text": "24.501"}).feedback]
    assert "1 decimal asked for; yours has 3." in texts


def test_how_a_number_was_read_is_told_where_it_is_not_plain(quiz: dict[str, Question]) -> None:
    assert mark(quiz["oil"], {"text": "24,5 %"}).feedback[0].text == "Read as 24.5 %."
    assert mark(quiz["oil"], {"text": "24.5 %"}).feedback[0].part == "whole"


def test_of_two_readings_the_one_that_fits_is_taken(load: Callable[..., Question]) -> None:
    lines = 'answer = 1390\nfeedback = "So."\nwrong_feedback = "No."\n'
    question = load(lines, "number")
    for written in ("1390", "1,390", "1.390", "1 390", "1’390", "1 390 specialists"):
        assert mark(question, {"text": written}).state == "right"


def test_a_near_miss_must_not_take_in_the_answer(load: Callable[..., Question]) -> None:
    lines = 'answer = 23\nfeedback = "So."\nwrong_feedback = "No."\n[[question.near]]\nvalue = 22\ntolerance = 1\n'
    with pytest.raises(CourseError, match=r":9: value: expected a near miss, but the right answer lies within it"):
        load(lines + 'feedback = "No."\n', "number")


@pytest.mark.parametrize("written", ["1871-11-03", "3 November 1871", "November 3rd, 1871", "3.11.1871"])
def test_a_date_is_right_however_it_is_written(quiz: dict[str, Question], written: str) -> None:
    assert mark(quiz["night"], {"text": written}).state == "right"


def test_a_date_read_from_words_is_shown_as_edtf(quiz: dict[str, Question]) -> None:
    assert mark(quiz["night"], {"text": "3.11.1871"}).feedback[0].text == "Read as 1871-11-03 (3 November 1871)."


def test_a_set_is_no_interval(quiz: dict[str, Question]) -> None:
    assert mark(quiz["night"], {"text": "[1871-11-03 .. 1871-11-04]"}).state == "right"
    assert mark(quiz["night"], {"text": "between 3 and 4 November 1871"}).state == "right"
    assert mark(quiz["night"], {"text": "1871-11-03/1871-11-04"}).state == "wrong"


def test_a_date_that_may_be_two_is_unanswered_and_both_are_named(quiz: dict[str, Question]) -> None:
    result = mark(quiz["night"], {"text": "03-11-1871"})
    assert result.state == "unanswered"
    assert "3 November or 11 March 1871" in result.feedback[0].text


def test_a_near_date_gets_its_words_and_the_answer(quiz: dict[str, Question]) -> None:
    result = mark(quiz["night"], {"text": "12 April 1872"})
    near = next(note for note in result.feedback if note.part == "near")
    assert (result.state, near.misconception) == ("wrong", "M8")
    assert result.feedback[-1].text.startswith("1871-11-03 (3 November 1871). The entry")


def test_an_author_must_write_edtf(load: Callable[..., Question]) -> None:
    words = 'feedback = "So."\nwrong_feedback = "No."\n'
    with pytest.raises(CourseError, match=r":5: accept: expected a date in EDTF.*found “18 July 1960”"):
        load('accept = ["18 July 1960"]\n' + words, "date")


def test_the_forms_for_no_plain_date_are_told_only_where_one_is_asked_for(quiz: dict[str, Question]) -> None:
    day = next(each for each in quiz.values() if each.kind == "date")
    plain, between = (replace(day, accept=(date,)) for date in ("1850-07-14", "[..1850-07-14]"))  # type: ignore[call-arg]
    assert ".." not in view(plain)["hint"]
    assert ".." in view(between)["hint"]
