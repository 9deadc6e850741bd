"""Labels beside an axis."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.pictures.timeline.slots import lines, spread

LABELS = st.lists(st.tuples(st.floats(0, 1000), st.floats(10, 100)), min_size=1, max_size=30)


@given(LABELS)
def test_labels_keep_their_order_and_never_overlap(labels: list[tuple[float, float]]) -> None:
    wanted = sorted(want for want, _ in labels)
    heights = [height for _, height in labels]
    tops = spread(wanted, heights, 0)
    assert tops[0] >= 0
    assert all(a + height <= b + 1e-6 for (a, b), height in zip(pairwise(tops), heights, strict=False))


def test_labels_with_room_stand_where_they_are_wanted() -> None:
    assert spread([10, 100, 300], [50, 50, 50], 0) == [10, 100, 300]


def test_labels_that_push_each_other_share_the_shift() -> None:
    assert spread([100, 100], [40, 40], 0) == pytest.approx([80, 120])


@pytest.mark.parametrize(
    ("words", "width", "count"),
    [("", 10, 1), ("one two", 10, 1), ("one two three", 8, 2), ("x" * 25, 10, 3), ("a " + "x" * 25, 10, 4)],
)
def test_how_many_lines_words_take(words: str, width: int, count: int) -> None:
    assert lines(words, width) == count
