"""Figures of an item: by hand, added up, and kept back where they would tell of few."""

from __future__ import annotations

from statistics import correlation

import pytest

from coursekit.formats.statistics.figures import Figures, Sums


def of(*answers: tuple[float, float | None, str]) -> Figures:
    found = Figures()
    for share, rest, option in answers:
        found.add(share, rest, (option,))
    return found


EIGHT = [(1.0, 0.9, "a"), (1.0, 0.6, "a"), (0.5, 0.7, "b"), (0.0, 0.2, "c"), (0.0, 0.5, "c"), (1.0, 0.8, "a")]
EIGHT += [(0.25, 0.3, "b"), (1.0, None, "a")]


def test_the_sums_give_what_the_answers_do() -> None:
    found = of(*EIGHT)
    assert (found.n, found.right, found.rest.n) == (8, 4, 7)
    assert found.x == pytest.approx(4.75)
    assert found.options == {"a": 4, "b": 2, "c": 2}
    r = correlation([x for x, rest, _ in EIGHT if rest is not None], [rest for _, rest, _ in EIGHT if rest is not None])
    assert found.rest.r == pytest.approx(r)


def test_two_classes_added_are_one() -> None:
    both = of(*EIGHT)
    both.plus(of(*EIGHT[:3]))
    whole = of(*EIGHT, *EIGHT[:3])
    assert vars(both.rest) == pytest.approx(vars(whole.rest))
    assert (both.n, both.x, both.xx, both.right) == pytest.approx((whole.n, whole.x, whole.xx, whole.right))
    assert both.options == whole.options == {"a": 6, "b": 3, "c": 2}


def test_of_fewer_than_five_nothing_is_told() -> None:
    assert of(*EIGHT[:4]).told() is None
    five = of(*EIGHT[:5]).told()
    assert five is not None
    assert five.n == 5


def test_no_count_under_five_is_told_and_none_can_be_reckoned() -> None:
    found = Figures(n=30, options={"a": 16, "b": 8, "c": 4, "d": 2, "e": 0})
    told = found.told()
    assert told is not None
    assert told.options == {"a": 16, "b": 8, "c": None, "d": None, "e": 0}
    found.options = {"a": 16, "b": 10, "c": 4, "d": 0}
    told = found.told()
    assert told is not None
    assert told.options == {"a": 16, "b": None, "c": None, "d": 0}, "30 less the others would tell it"
    told.plus(told)
    assert told.options == {"a": 32, "b": None, "c": None, "d": 0}


def test_a_correlation_needs_five_pairs_and_two_that_vary() -> None:
    assert of(*EIGHT[:4]).rest.r is None
    flat = Sums()
    for _ in range(9):
        flat.add(0.5, 0.1)
    assert flat.r is None
    few = of(*[(0.5, None, "a")] * 5, *EIGHT[:4]).told()
    assert few is not None
    assert few.rest == Sums()
