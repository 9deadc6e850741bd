"""EDTF as days and as words."""

from __future__ import annotations

from datetime import date

import pytest

from coursekit.dates.days import range_of, words
from coursekit.errors import CourseError


def days(edtf: str) -> tuple[str | None, str | None, bool]:
    found = range_of(edtf)
    first, end = (None if day is None else date.fromordinal(day).isoformat() for day in (found.first, found.end))
    return first, end, found.unsure


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1960-07-18", ("1960-07-18", "1960-07-19", False)),
        ("1958", ("1958-01-01", "1959-01-01", False)),
        ("1971-22", ("1971-06-01", "1971-09-01", False)),
        ("1956-10/1956-12", ("1956-10-01", "1957-01-01", False)),
        ("../1960-07", (None, "1960-08-01", False)),
        ("1989/..", ("1989-01-01", None, False)),
        ("1960-07-18~", ("1960-07-17", "1960-07-20", True)),
        ("1960~", ("1959-01-01", "1962-01-01", True)),
        ("[2018-07-08,2018-08-07]", ("2018-07-08", "2018-08-08", True)),
        ("[1956-10-31..1956-11-21]", ("1956-10-31", "1956-11-22", True)),
        ("196X", ("1960-01-01", "1970-01-01", False)),
        ("1960-02-29", ("1960-02-29", "1960-03-01", False)),
    ],
)
def test_the_days_a_date_can_be(edtf: str, expected: tuple[str | None, str | None, bool]) -> None:
    assert days(edtf) == expected


@pytest.mark.parametrize(
    "edtf", ["", "soon", "1960-13", "1961-02-29", "../..", "1960-08/1960-07", "Y-17000000", "-0044", "9999", "0000"]
)
def test_what_cannot_be_drawn_is_refused(edtf: str) -> None:
    with pytest.raises(CourseError):
        range_of(edtf)


def test_two_possible_days_are_not_the_days_between() -> None:
    assert range_of("[2018-07-08,2018-08-07]").either
    assert not range_of("[2018-07-08..2018-08-07]").either
    assert not range_of("[2018,2019]").either


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1960-07-18", "18 July 1960"),
        ("1960~", "about 1960"),
        ("1956-11-21/1956-11-22", "21 to 22 November 1956"),
        ("1956-10/1956-12", "October to December 1956"),
        ("1956-10-30/1957-01-02", "30 October 1956 to 2 January 1957"),
        ("1960/1962", "1960 to 1962"),
        ("1960-07-30/1960-08-02", "30 July to 2 August 1960"),
        ("[2018-07-08,2018-08-07]", "8 July or 7 August 2018"),
        ("[1956-10-31..1956-11-21]", "some time from 31 October to 21 November 1956"),
        ("../1960-07", "until July 1960"),
        ("[..1960-07-18]", "18 July 1960 or before, not known when"),
        ("1989/..", "1989 or later"),
        ("1971-22", "summer 1971"),
        ("196X", "196X"),
    ],
)
def test_a_date_in_words(edtf: str, expected: str) -> None:
    assert words(edtf) == expected


def test_a_moment_not_better_known_stands_in_the_middle_and_a_time_that_lasted_at_its_beginning() -> None:
    anchors = {
        "1960-08-13~": "1960-08-13",
        "1958": "1958-07-02",
        "1956-10/1956-12": "1956-10-01",
        "[2018-07-08,2018-08-07]": "2018-07-08",
        "1989/..": "1989-01-01",
        "../1960-07-17": "1960-07-18",
    }
    assert {edtf: date.fromordinal(range_of(edtf).anchor).isoformat() for edtf in anchors} == anchors
