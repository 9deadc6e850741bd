"""Wilson's interval, by hand."""

from __future__ import annotations

import pytest

from coursekit.agreement.wilson import wilson


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    # By hand, with z = 1.96: (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)
    [(6, 10, 0.3127, 0.8318), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (1, 2, 0.0945, 0.9055)],
)
def test_the_interval_is_wilson_s(right: int, n: int, low: float, high: float) -> None:
    assert wilson(right, n) == pytest.approx((low, high), abs=0.0001)


def test_parts_of_one_count_as_such() -> None:
    low, high = wilson(2.5, 10)
    assert wilson(2, 10)[0] < low < wilson(3, 10)[0]
    assert wilson(2, 10)[1] < high < wilson(3, 10)[1]
