"""Krippendorff's alpha of two who say yes or no."""

from __future__ import annotations

import pytest

from coursekit.agreement.alpha import binary_alpha


def test_alpha_is_that_of_the_worked_example() -> None:
    """Krippendorff 2011, part A: ten units, 0100000000 beside 1110010100, give 0.095."""
    assert binary_alpha(10, 6, 4) == pytest.approx(0.095, abs=0.0005)


def test_full_agreement_is_one_and_one_answer_only_means_nothing() -> None:
    assert binary_alpha(4, 2, 0) == 1
    assert binary_alpha(4, 8, 0) is None
    assert binary_alpha(4, 0, 0) is None
