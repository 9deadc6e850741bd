"""Wrong answers that agree beyond chance are found, and chance is what dealing them anew gives."""

from __future__ import annotations

import math
from itertools import combinations
from random import Random

import pytest

from coursekit.agreement.identical_errors import AlikeErrors, _items, alike_errors, reaching

ITEMS, SEEDS = 45, 20
Wrong = dict[str, dict[str, str]]


def a_class(seed: int, people: int = 30, items: int = ITEMS) -> Wrong:
    """Return what a made-up class missed: the able miss less, and some wrong answers are more tempting than others."""
    rng = Random(seed)  # noqa: S311 - no secret is made of it
    able = {f"p{n:03}": rng.uniform(0.3, 0.9) for n in range(people)}
    return {
        person: {
            f"i{item}": rng.choices("abcdef", (6, 5, 4, 3, 2, 1))[0] for item in range(items) if rng.random() > knows
        }
        for person, knows in able.items()
    }


def copied(wrong: Wrong, seed: int, edits: int = 3) -> Wrong:
    """Return the class with one more, who copied from one of middling ability and changed a few things."""
    rng = Random(f"{seed} copies")  # noqa: S311
    source = sorted(wrong, key=lambda person: len(wrong[person]))[len(wrong) * 2 // 3]
    copy = dict(wrong[source])
    for item in rng.sample(sorted(copy), edits):
        copy[item] = rng.choice("abcde")
    return {**wrong, "copier": copy, "source": wrong[source]} | {source: {}}


@pytest.mark.parametrize("people", [30, 60])
def test_classes_in_which_nobody_copied_yield_almost_none(people: int) -> None:
    assert sum(len(alike_errors(a_class(seed, people))) for seed in range(SEEDS)) <= 1


def test_as_many_are_found_by_chance_as_is_said() -> None:
    classes, most = 150, 0.1
    found = sum(len(alike_errors(a_class(seed, people=16), most, least_shared=3)) for seed in range(classes))
    assert 1 <= found <= classes * most + 3 * math.sqrt(classes * most)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_copy_with_a_few_changes_is_found(seed: int) -> None:
    first = alike_errors(copied(a_class(seed), seed))[0]
    assert {first.one, first.other} == {"copier", "source"}
    assert first.expected <= 0.01


def test_a_shared_misreading_of_many_is_no_sign() -> None:
    found = 0
    for seed in range(SEEDS):
        wrong, rng = a_class(seed), Random(f"{seed} misread")  # noqa: S311
        for n, (_, missed) in enumerate(wrong.items()):
            for item in range(10):
                if n < 10:  # ten people who took ten items in one wrong sense
                    missed[f"m{item}"] = "misread"
                elif rng.random() < 0.4:
                    missed[f"m{item}"] = rng.choice("abcd")
        found += len(alike_errors(wrong))
    assert found <= 1


def test_the_figure_is_what_the_hand_reckons() -> None:
    # Each item was missed by five: two gave x, and three gave each their own.
    wrong = {person: dict.fromkeys(("one", "two", "three"), "x" if person in "ab" else person) for person in "abcde"}
    (found,) = alike_errors(wrong, most_expected=1, least_shared=3)
    chance = 2 * 1 / (5 * 4)
    assert found == AlikeErrors("a", "b", ("one", "two", "three"), 3, 6.0, pytest.approx(10 * chance**3))
    assert 3 * math.log2(4 / 1) == 6.0


def test_the_chance_is_that_of_dealing() -> None:
    wrong, rng, draws = a_class(3, people=12), Random(4), 4_000  # noqa: S311
    items = _items(wrong.values())
    both = max(([name for name in wrong[a] if name in wrong[b]] for a, b in combinations(wrong, 2)), key=len)
    for least in (10, 40, 80):
        reached = 0
        for _ in range(draws):
            bits = 0
            for name in both:
                dealt = [given[name] for given in wrong.values() if name in given]
                rng.shuffle(dealt)
                bits += items[name].weights.get(dealt[0], 0) if dealt[0] == dealt[1] else 0
            reached += bits >= least
        chance = reaching(least, [items[name].chances for name in both])
        assert reached / draws == pytest.approx(chance, abs=4 * math.sqrt(chance * (1 - chance) / draws) + 1e-3)


def test_nothing_comes_of_nothing() -> None:
    assert alike_errors({}) == []
    assert alike_errors({"a": {}, "b": {"i": "x"}}) == []
    assert reaching(1, []) == 0
    assert reaching(0, []) == 1


def test_of_two_alone_nothing_is_said() -> None:
    same = {f"i{n}": "x" for n in range(20)}
    assert alike_errors({"a": same, "b": same}, most_expected=1) == []  # nobody else shows how rare that is
