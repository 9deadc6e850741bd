"""Groups are made of people who answered differently, and leave nobody alone."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from coursekit.room.groups import answers_met, talk_groups

SAID = st.lists(st.sampled_from("abcd"), min_size=1, max_size=40).map(
    lambda letters: {f"w{at}": letter for at, letter in enumerate(letters)}
)


@given(SAID, st.integers(2, 6), st.integers(0, 9))
def test_everybody_is_in_one_group_of_about_that_size(said: dict[str, str], size: int, seed: int) -> None:
    groups = talk_groups(said, size, Random(seed))  # noqa: S311
    sizes = Counter(groups.values())
    assert groups.keys() == said.keys()
    assert set(sizes) == set(range(1, len(sizes) + 1))
    if len(said) > 1:
        assert min(sizes.values()) > 1
        assert max(sizes.values()) - min(sizes.values()) <= 1
        assert max(sizes.values()) <= size + (1 if size < 5 else 2)


def test_nine_people_talk_in_two_groups_rather_than_one() -> None:
    groups = talk_groups({f"w{at}": "a" for at in range(9)}, 6, Random(1))  # noqa: S311
    assert sorted(Counter(groups.values()).values()) == [4, 5]


@given(SAID, st.integers(2, 4))
def test_groups_meet_different_answers_as_far_as_there_are_some(said: dict[str, str], size: int) -> None:
    groups = talk_groups(said, size, Random(1))  # noqa: S311
    met = answers_met(said, groups)
    commonest = Counter(said.values()).most_common(1)[0][1]
    # Whoever agrees with the majority can't all meet a minority; but no group that could is of one mind.
    alone = sum(number == 1 for number in met)
    assert alone <= max(0, len(met) - (len(said) - commonest))
