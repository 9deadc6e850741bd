"""Kappa and alpha give what well-known packages give, on tables drawn at random."""

from __future__ import annotations

import random
from collections import Counter

import krippendorff
import pytest
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import interval_distance

from coursekit.agreement.alpha import binary_alpha
from coursekit.agreement.kappa import nominal_kappa, weighted_kappa
from coursekit.agreement.nominal_alpha import nominal_alpha


def drawn(seed: int, choices: str) -> list[tuple[str, str]]:
    """Two people's choices, which agree oftener than chance would have it."""
    dice = random.Random(seed)  # noqa: S311 - no secret is made of it
    pairs = []
    for _ in range(dice.randint(8, 60)):
        one = dice.choice(choices)
        pairs.append((one, one if dice.random() < 0.6 else dice.choice(choices)))
    return pairs


def task(pairs: list[tuple[str, str]], **how: object) -> AnnotationTask:
    values = [(who, str(unit), pair[who]) for unit, pair in enumerate(pairs) for who in (0, 1)]
    return AnnotationTask(data=[(f"reader {who}", unit, value) for who, unit, value in values], **how)


@pytest.mark.parametrize("seed", range(20))
def test_kappa_of_choices_by_name(seed: int) -> None:
    pairs = drawn(seed, "abcd")
    assert nominal_kappa(Counter(pairs)) == pytest.approx(task(pairs).kappa())


@pytest.mark.parametrize("seed", range(20))
def test_weighted_kappa_of_levels(seed: int) -> None:
    pairs = drawn(seed, "0123")
    levels = [(int(one), int(other)) for one, other in pairs]
    # The package wants a distance of at most 1; a factor falls out of the quotient.
    theirs = task(pairs, distance=lambda one, other: interval_distance(int(one), int(other)) / 9)
    assert weighted_kappa(levels, 4) == pytest.approx(theirs.weighted_kappa(max_distance=1.0))


@pytest.mark.parametrize("seed", range(20))
def test_alpha_of_yes_and_no(seed: int) -> None:
    pairs = drawn(seed, "yn")
    yes = sum(pair.count("y") for pair in pairs)
    differ = sum(one != other for one, other in pairs)
    assert binary_alpha(len(pairs), yes, differ) == pytest.approx(task(pairs).alpha())


@pytest.mark.parametrize("seed", range(40))
def test_alpha_of_names_with_gaps(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret is made of it
    true = [dice.choice("abc") for _ in range(dice.randint(6, 60))]
    given = [
        [None if dice.random() < 0.3 else name if dice.random() < 0.7 else dice.choice("abc") for name in true]
        for _ in range(dice.randint(2, 6))
    ]
    ours = nominal_alpha(Counter(name for name in unit if name) for unit in zip(*given, strict=True))
    numbers = [[float("nan") if name is None else float("abc".index(name)) for name in reader] for reader in given]
    theirs = krippendorff.alpha(reliability_data=numbers, level_of_measurement="nominal", value_domain=[0, 1, 2])
    assert ours.value == pytest.approx(theirs)
