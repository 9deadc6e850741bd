"""The gain and its interval, by hand, at the ends, and against learners whose gain is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.practice.gain import LEAST, design_effect, difference, gain, interval, paired
from tests.benchmarks.gain.run import coverage

if TYPE_CHECKING:
    from coursekit.practice.forms import Form


@pytest.mark.parametrize(
    ("before", "n", "after", "m", "held"),
    [
        (48 / 80, 80, 56 / 70, 70, (0.0524, 0.3339)),  # Newcombe 1998, table II, example (a), method 10
        (0.3, 10, 0.7, 10, (0.4 - 0.4288, 0.4 + 0.2718)),  # by hand, from Wilson's (0.1078, 0.6032), (0.3968, 0.8922)
        (0.0, 10, 0.0, 10, (-0.2775, 0.2775)),
    ],
)
def test_the_interval_is_newcombe_s(before: float, n: int, after: float, m: int, held: tuple[float, float]) -> None:
    assert difference(before, n, after, m) == pytest.approx(held, abs=0.0001)


def test_points_in_parts_count_as_more_answers_than_right_and_wrong_ones() -> None:
    apart, between = [0.0, 1.0] * 4, [0.5, 0.5, 0.25, 0.75] * 2
    assert design_effect(apart, apart) == 1  # as right and wrong answers vary, and no more
    assert design_effect(between, between) == LEAST
    middle = [0.0, 0.25, 0.5, 1.0] * 2
    # By hand: mean 0.4375, variance (0.1914 + 0.0352 + 0.0039 + 0.3164) / 4 * 8 / 7 = 0.15625; over 0.24609
    assert design_effect(middle, middle) == pytest.approx(0.15625 / 0.24609375)
    assert design_effect([0.0] * 7, [1.0] * 7) == 1
    wide, narrow = (high - low for low, high in (interval(apart, apart), interval(middle, middle)))
    assert narrow < wide


def test_only_pairs_answered_both_times_count() -> None:
    found = gain([4, None, 2, 0, 1, 2], [4, 4, None, 4, 2, 4])
    assert found is not None
    assert (found.pairs, found.before, found.after, found.of) == (4, 7, 14, 16)
    assert found.gain == pytest.approx(7 / 16)
    assert found.low < found.gain < found.high
    assert gain([4, None, 2, 0], [4, 4, None, 4]) is None


def test_the_same_score_twice_is_no_certainty() -> None:
    for points in (0, 4):
        found = gain([points] * 7, [points] * 7)
        assert found is not None
        assert found.gain == 0
        assert found.high - found.low > 0.5
        assert not found.certain


def test_from_nothing_to_all_is_more_than_chance() -> None:
    up, down = gain([0] * 7, [4] * 7), gain([4] * 7, [0] * 7)
    assert up is not None
    assert down is not None
    assert up.certain
    assert down.certain
    assert (down.low, down.high) == pytest.approx((-up.high, -up.low))


def test_parallel_items_are_paired_by_their_place(both: dict[str, Form]) -> None:
    before, after = paired(both["b"], {"b-1": 4, "b-5": 2}, both["a"], {"a-5": 0, "a-2": 1})
    assert before == [4, None, None, None, 2]
    assert after == [None, 1, None, None, 0]


@pytest.mark.parametrize("gained", [0.0, 0.5, 1.0, 2.0])
def test_the_interval_covers_the_gain_of_simulated_learners(gained: float) -> None:
    """Seeded; half as wide an interval covers far less, so the bound can fail."""
    found = coverage(gained, learners=1500, seed=7)
    assert found.covered >= 0.95
    assert found.half_as_wide < 0.95
