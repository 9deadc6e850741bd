"""Figures of an item: by hand, added up, and kept back where they would tell of few."""

from __future__ import annotations

from itertools import product
from statistics import correlation

import pytest

from coursekit.formats.statistics.figures import Figures, Key, Sums
from coursekit.formats.statistics.file import written


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
    five = of(*[(1.0, 0.5, "a")] * 5).told()
    assert five is not None
    assert five.n == 5


def test_one_count_under_five_keeps_all_counts_back() -> None:
    told = Figures(n=30, options={"a": 16, "b": 8, "c": 4, "d": 0}).told()
    assert told is not None
    assert told.options is None
    whole = Figures(n=30, options={"a": 16, "b": 14, "c": 0}).told()
    assert whole is not None
    assert whole.options == {"a": 16, "b": 14, "c": 0}
    whole.plus(told)
    assert (whole.n, whole.options) == (60, None)


@pytest.mark.parametrize("points", [(4, 2, 1, 0), (4, 0, 0, 0), (4, 0, 0), (4, 0), (4, 2, 2, 0), (4, 4, 0)])
def test_no_count_that_is_kept_back_can_be_reckoned_from_what_is_written(points: tuple[int, ...]) -> None:
    """Try every way in which up to 14 people can have chosen, and see which of them the file leaves possible."""
    possible: dict[str, list[tuple[int, ...]]] = {}
    for counts in product(range(15), repeat=len(points)):
        found = of_counts(points, counts) if sum(counts) < 15 else Figures()
        if told := found.told():
            row = written("The lamp", {Key("practice", "a-1", 1): told})
            possible.setdefault(row.decode(), []).append(counts)
    assert any(0 < count < 5 for all_ in possible.values() for counts in all_ for count in counts) == (
        len(points) > len(set(points))
    )
    for all_ in possible.values():
        for option in range(len(points)):
            numbers = {counts[option] for counts in all_}
            assert len(numbers) > 1 or not 0 < min(numbers) < 5, all_


def of_counts(points: tuple[int, ...], counts: tuple[int, ...]) -> Figures:
    found = Figures(options=dict.fromkeys("abcd"[: len(points)], 0))
    for option, share, count in zip("abcd", points, counts, strict=False):
        for _ in range(count):
            found.add(share / 4, 0.5, (option,))
    return found


def test_a_correlation_needs_five_pairs_and_two_that_vary() -> None:
    assert of(*EIGHT[:4]).rest.r is None
    flat = Sums()
    for _ in range(9):
        flat.add(0.5, 0.1)
    assert flat.r is None
    few = of(*[(0.5, None, "a")] * 5, *[(0.5, 0.2, "a")] * 4).told()
    assert few is not None
    assert few.rest == Sums()
