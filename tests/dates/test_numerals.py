"""Numbers as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coursekit.dates.numerals import LONGEST, Reading, read_number, show_number


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("24.5", ["24.5"]),
        ("24,5 %", ["24.5"]),
        ("1 390", ["1390"]),
        ("1\u202f390", ["1390"]),
        ("1\u00a0390,5", ["1390.5"]),
        ("1'390", ["1390"]),
        ("1,390", ["1390", "1.390"]),
        ("1.390", ["1.390", "1390"]),
        ("0,390", ["0.390"]),
        ("1,234,567", ["1234567"]),
        ("1.234.567,89", ["1234567.89"]),
        ("−3", ["-3"]),
        ("- 3", ["-3"]),
        ("+4", ["4"]),
        (".5", ["0.5"]),
        ("about 7, I think.", ["7"]),
        ("٢٤", ["24"]),
        ("5 km2", ["5"]),
        ("٢٤٫٥", ["24.5"]),
        ("١٬٣٩٠", ["1390"]),
        ("１３９０", ["1390"]),
        ("1\u200b390", ["1390"]),
        ("\u200e−3", ["-3"]),
        ("\u20113", ["-3"]),
        ("–3", ["-3"]),
    ],
)
def test_is_read_as(text: str, values: list[str]) -> None:
    assert read_number(text) == Reading(tuple(map(Decimal, values)))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a quarter", "No number"),
        ("p11", "No number"),
        ("1e5", "No number"),
        ("10²", "No number"),
        ("½", "No number"),
        ("-", "No number"),
        ("10-20", "more than one number"),
        ("1500 - 1390", "more than one number"),
        ("1 39", "more than one number"),
        ("1.390.5", "more than one number"),
        ("9" * (LONGEST + 1), "too long"),
    ],
)
def test_is_refused_in_plain_words(text: str, why: str) -> None:
    said = read_number(text)
    assert isinstance(said, str)
    assert why in said


def test_nothing_is_refused_without_a_word() -> None:
    assert read_number(" ") == ""


def test_is_shown_with_a_true_minus_and_its_unit() -> None:
    assert show_number(Decimal("-3.50"), "days") == "−3.50 days"
