"""Dates as people write them, and EDTF in one form."""

from __future__ import annotations

import pytest

from coursekit.questions.edtf_text import normal, same, say
from coursekit.questions.human_dates import Unread, read_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1960-07-18", "1960-07-18"),
        ("18 July 1960", "1960-07-18"),
        ("July 18, 1960", "1960-07-18"),
        ("the 18th of July, 1960", "1960-07-18"),
        ("18. July 1960", "1960-07-18"),
        ("18 jul. 1960", "1960-07-18"),
        ("18.7.1960", "1960-07-18"),
        ("7.8.1960", "1960-08-07"),
        ("18/7/1960", "1960-07-18"),
        ("7/18/1960", "1960-07-18"),
        ("7/7/1960", "1960-07-07"),
        ("1960-7-18", "1960-07-18"),
        ("1960/07/18", "1960-07-18"),
        ("July 1960", "1960-07"),
        ("1960", "1960"),
        ("summer 1971", "1971-22"),
        ("Autumn of 1971", "1971-23"),
        ("fall 1971", "1971-23"),
        ("the 1960s", "196X"),
        ("c. 1960", "1960~"),
        ("about 18 July 1960", "1960-07-18~"),
        ("1960?", "1960?"),
        ("../1960-07", "../1960-07"),
        ("16-18 July 1960", "1960-07-16/1960-07-18"),
        ("16 – 18 July 1960", "1960-07-16/1960-07-18"),
        ("from 31 October to 21 November 1956", "1956-10-31/1956-11-21"),
        ("between 31 October and 21 November 1956", "[1956-10-31..1956-11-21]"),
        ("16 or 18 July 1960", "[1960-07-16,1960-07-18]"),
        ("[1956-10-31 .. 1956-11-21]", "[1956-10-31..1956-11-21]"),
    ],
)
def test_is_read_as(text: str, edtf: str) -> None:
    assert read_date(text) == edtf


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "07-08-2018",
            "That may be 7 August or 8 July 2018; write the month in letters, or 2018-08-07, or 2018-07-08.",
        ),
        ("7/8/2018", "That may be 7 August or 8 July 2018"),
        ("31 February 1960", "There is no such day"),
        ("1960-02-31", "There is no such day"),
        ("30.2.1960", "There is no such day"),
        ("18.7.60", "four digits"),
        ("18 July", "was not read as a date"),
        ("no idea", "was not read as a date"),
        ("", "was not read as a date"),
        ("1956-11-21/1956-10-31", "before the first"),
        ("from 21 November to 31 October 1956", "before the first"),
        ("[" * 60, "was not read as a date"),
        ("1960 " * 30, "too long"),
    ],
)
def test_is_refused_in_plain_words(text: str, why: str) -> None:
    read = read_date(text)
    assert isinstance(read, Unread)
    assert why in read.why


def test_dates_that_say_the_same_are_the_same() -> None:
    assert same("1960-07-XX", "1960-07")
    assert same("[1961, 1960]", "[1960,1961]")
    assert not same("[1956-10-31..1956-11-21]", "1956-10-31/1956-11-21")
    assert not same("1960-07", "1960-07-18")
    assert not same("1960", "1960~")
    assert not same("nonsense", "nonsense")


@pytest.mark.parametrize(
    "text", ["1960-13", "1960-00", "1960-02-30", "July 1960", "", "x" * 100, "1960-07-18/1960-07-01"]
)
def test_what_is_not_edtf_has_no_normal_form(text: str) -> None:
    assert normal(text) is None


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1960-07-18", "18 July 1960"),
        ("1971-22", "summer 1971"),
        ("1960~", "about 1960"),
        ("1956-10-31/1956-11-21", "all the time from 31 October 1956 to 21 November 1956"),
        ("[1956-10-31..1956-11-21]", "some time, not known when, between 31 October 1956 and 21 November 1956"),
        ("[..1960-07-18]", "18 July 1960 or before, not known when"),
        ("[1989..]", "1989 or after, not known when"),
        ("[1960-07-16,1960-07-18]", "16 July 1960 or 18 July 1960"),
        ("../1960-07", ""),
    ],
)
def test_is_said_in_words(edtf: str, words: str) -> None:
    assert say(edtf) == words
