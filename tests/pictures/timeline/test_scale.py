"""One scale, and breaks that say what they leave out."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.pictures.timeline.scale import BREAK, EDGE, fit, left_out
from coursekit.pictures.timeline.ticks import ticks

DAYS = st.lists(st.integers(1, 3_650_000), min_size=1, max_size=40)


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


SUMMER = [day(iso) for iso in ("1956-10-30", "1960-07-16", "1960-07-18", "1960-08-05", "1960-08-15", "2018-07-08")]


@given(DAYS, st.floats(100, 5000))
def test_time_that_is_drawn_has_one_scale_and_the_rest_is_a_break(days: list[int], wanted: float) -> None:
    scale = fit(days, days, wanted)
    for gap in scale.gaps:
        height = gap.bottom - gap.top
        assert height == pytest.approx(BREAK if gap.cut else (gap.end - gap.first) * scale.per_day)
    assert scale.height < 100_000


@given(DAYS)
def test_later_is_lower(days: list[int]) -> None:
    scale = fit(days, days, 600)
    heights = [scale.at(each) for each in sorted(set(days))]
    assert all(earlier < later for earlier, later in pairwise(heights))
    assert heights[0] == EDGE
    assert heights[-1] == pytest.approx(scale.height - EDGE)


def test_a_summer_is_drawn_and_the_decades_around_it_are_cut() -> None:
    scale = fit(SUMMER, SUMMER, 600)
    assert [gap.cut for gap in scale.gaps] == [True, False, False, False, True]
    assert scale.at(day("1960-07-18")) - scale.at(day("1960-07-16")) > 5
    assert scale.stretches()[1] == (day("1960-07-16"), day("1960-08-15"))


def test_what_is_left_out_is_said_in_round_words() -> None:
    gaps = fit(SUMMER, SUMMER, 600).gaps
    assert [left_out(gap) for gap in gaps if gap.cut] == ["4 years", "58 years"]


def test_one_date_alone_is_a_picture_too() -> None:
    scale = fit([day("1960-07-18")], [day("1960-07-18")], 600)
    assert scale.at(day("1960-07-18")) == EDGE
    assert [tick.label for tick in ticks(scale)] == ["Jul 1960"]


@given(DAYS)
def test_ticks_stand_at_their_date_and_apart(days: list[int]) -> None:
    scale = fit(days, days, 600)
    found = ticks(scale)
    assert all(EDGE - 0.01 <= tick.at <= scale.height - EDGE + 0.01 for tick in found)
    assert all(later.head or later.at - earlier.at >= 20 for earlier, later in pairwise(found))


def test_ticks_of_a_summer() -> None:
    labels = [tick.label for tick in ticks(fit(SUMMER, SUMMER, 600))]
    assert labels[:2] == ["Oct 1956", "Jul 1960"]
    assert "Aug" in labels
    assert labels[-1] == "Jul 2018"
