"""Krippendorff's alpha of names, against tables reckoned by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from coursekit.agreement.alpha import binary_alpha
from coursekit.agreement.nominal_alpha import Alpha, nominal_alpha


def units(*readers: str) -> list[Counter[str]]:
    """A line a reader, a sign a unit; a dot is a gap."""
    return [Counter(sign for sign in given if sign != ".") for given in zip(*readers, strict=True)]


def test_alpha_is_that_of_the_worked_example() -> None:
    """Krippendorff 2011, part C: four observers, twelve units with gaps, give 0.743 for names."""
    found = nominal_alpha(units("123321412...", "1233224125.3", ".3332342251.", "12332441251."))
    assert found == Alpha(pytest.approx(0.743, abs=0.0005), 11, 40)


def test_three_readers_with_gaps() -> None:
    # aaa, ab, bb, and one unit with one name, which is left out: n = 7, a 4, b 3.
    # Do * n = 0 + (4 - 2) / 1 + 0 = 2;  De * n = (49 - 16 - 9) / 6 = 4;  alpha = 1 - 2 / 4
    found = nominal_alpha(units("aab.", "ab.b", "a.b."))
    assert found == Alpha(pytest.approx(0.5), 3, 7)


def test_of_two_readers_without_gaps_it_is_what_the_other_formula_gives() -> None:
    one, other = "0100000000", "1110010100"
    assert nominal_alpha(units(one, other)).value == pytest.approx(binary_alpha(10, 6, 4))


@pytest.mark.parametrize("readers", [(), ("ab.", "..c"), ("aaa", "aaa"), ("",)])
def test_where_nothing_overlaps_or_nothing_varies_it_is_not_defined(readers: tuple[str, ...]) -> None:
    assert nominal_alpha(units(*readers)).value is None
