"""The order of the source decides between places."""

from __future__ import annotations

from itertools import combinations, pairwise
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from coursekit.sources.recognise.chain import best_chain
from coursekit.sources.recognise.stream import Window


def test_a_date_that_stands_three_times_goes_between_its_neighbours() -> None:
    first, date, last = (Window(0, 0, 20), Window(1, 24, 26), Window(2, 26, 50))
    others = [Window(1, 21, 23), Window(1, 60, 62)]
    chain = best_chain([*others, last, date, first], [2, 2, 24, 2.5, 20])
    assert chain == [first, date, last]


def test_nothing_gives_nothing() -> None:
    assert best_chain([], []) == []


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 12), st.integers(1, 5), st.integers(1, 9)), max_size=7))
def test_no_other_choice_is_heavier(rows: list[tuple[int, int, int, int]]) -> None:
    found = [Window(order, first, first + length) for order, first, length, _ in rows]
    weights = [float(row[3]) for row in rows]

    def fits(chosen: tuple[int, ...]) -> bool:
        ordered = sorted((found[n] for n in chosen), key=lambda each: each.first)
        return all(a.order < b.order and a.after <= b.first for a, b in pairwise(ordered))

    sums = [
        sum(weights[n] for n in chosen)
        for size in range(len(found) + 1)
        for chosen in combinations(range(len(found)), size)
        if fits(chosen)
    ]
    chain = best_chain(found, weights)
    assert fits(tuple(found.index(each) for each in chain))
    by_window: dict[Window, float] = {}
    for window, weight in zip(found, weights, strict=True):
        by_window[window] = max(weight, by_window.get(window, 0))
    assert sum(by_window[each] for each in chain) == max(sums)


def test_many_places_cost_little() -> None:
    found = [Window(n % 60, n, n + 3) for n in range(20_000)]
    begun = process_time()
    best_chain(found, [1.0] * len(found))
    assert process_time() - begun < 2
