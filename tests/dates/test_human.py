"""Dates as people write them, and EDTF in one form."""

from __future__ import annotations

import pytest

from coursekit.dates.human import Unread, read_date
from coursekit.dates.normal import normal, same, say


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
        ("18 VII 1960", "1960-07-18"),
        ("18.vii.1960", "1960-07-18"),
        ("18-Jul-1960", "1960-07-18"),
        ("18/July/1960", "1960-07-18"),
        ("July-1960", "1960-07"),
        ("1956–60", "1956/1960"),
        ("1956-60", "1956/1960"),
        ("Oct–Dec 1956", "1956-10/1956-12"),
        ("[1960-07-18]", "1960-07-18"),
        ("1960-07-18/1960-07-18", "1960-07-18"),
        ("1960?~", "1960%"),
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
        ("18-Jul-60", "four digits"),
        ("18 Jul 60", "four digits"),
        ("1960–07", "was not read as a date"),
        ("1960²", "was not read as a date"),
        ("1960-0X", "was not read as a date"),
        ("1960-07-18T14:30", "time of day"),
        ("1960-07-17 22:00:00+00:00", "time of day"),
        ("end of 1956", "more than one way"),
        ("the early part of 1956", "more than one way"),
        ("before 18 July 1960", "[..1789-07-14]"),
        ("July 1960 or later", "[..1789-07-14]"),
        ("early days", "was not read as a date"),
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


@pytest.mark.parametrize(
    "text",
    [
        "١٩٦٠-٠٧-١٨",
        "۱۹۶۰-۰۷-۱۸",
        "१९६०-०७-१८",
        "１９６０－０７－１８",
        "１９６０年７月１８日",
        "١٨/٧/١٩٦٠",
        "1960\u201107\u201118",
        "1960\u201007\u201018",
        "1960\u221207\u221218",
        "1960\u00ad07\u00ad18",
        "1960–07–18",
        "18—7—1960",
        "\u200e18 July 1960",
        "18.\u200f7.\u200f1960\u200f",
        "\u206818 July\u2069 1960",
        "1960-07-18\u200b",
        "\ufeff1960-07-18",
        "18\u00a0July\u202f1960",
        "1960-07-18T00:00:00",
        "1960-07-18T00:00:00.000Z",
        "1960-07-18 00:00:00",
        "1960-07-18 00:00",
        "1960-07-18T00:00:00+02:00",
        "7/18/1960 12:00:00 AM",
        "18.07.1960 0:00",
    ],
)
def test_whatever_signs_it_is_written_in_a_day_is_that_day(text: str) -> None:
    assert read_date(text) == "1960-07-18"


def test_midnights_of_a_stretch_and_figures_of_any_script_in_edtf() -> None:
    assert read_date("1956-10-30T00:00:00/1956-11-21T00:00:00") == "1956-10-30/1956-11-21"
    assert read_date("١٩٥٦/١٩٦٠") == normal("١٩٥٦/١٩٦٠") == "1956/1960"
    assert normal("1960-07-18T00:00:00") == "1960-07-18"
    assert normal("1960-07-18T14:30:00") is None
