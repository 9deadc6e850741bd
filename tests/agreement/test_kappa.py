"""Cohen's kappa, plain and weighted, against values reckoned by hand."""

from __future__ import annotations

import pytest

from coursekit.agreement.kappa import nominal_kappa, weighted_kappa


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(0, 0), (1, 1), (2, 2), (3, 3)], 1.0),
        # seen 1 + 0 + 0 + 1 = 2; by chance (6·2 + 6·2) / 4 = 6
        ([(0, 1), (1, 1), (2, 2), (3, 2)], 2 / 3),
        # seen 9 + 9; by chance (9 + 9) / 2: as far below chance as can be
        ([(0, 3), (3, 0)], -1.0),
        # one of them gave one level only: seen 1 + 1, by chance (1·2·1 + 1·2·1) / 2
        ([(1, 0), (1, 2)], 0.0),
        # seen 0 + 1 + 4 + 1 + 0 = 6; ones 2,1,1,1, others 1,2,0,2:
        # by chance (2·(0·1 + 1·2 + 9·2) + 1·(1·1 + 4·2) + 1·(4·1 + 1·2 + 1·2) + 1·(9·1 + 4·2)) / 5 = 74 / 5
        ([(0, 0), (0, 1), (1, 3), (2, 1), (3, 3)], 1 - 6 / (74 / 5)),
    ],
)
def test_weighted_kappa(pairs: list[tuple[int, int]], expected: float) -> None:
    assert weighted_kappa(pairs, 4) == pytest.approx(expected)


@pytest.mark.parametrize("pairs", [[], [(2, 2)], [(1, 1), (1, 1)]])
def test_where_chance_leaves_no_disagreement_there_is_no_kappa(pairs: list[tuple[int, int]]) -> None:
    assert weighted_kappa(pairs, 4) is None


def test_kappa_of_names() -> None:
    # 50 cells: 20 both yes, 15 both no, 5 and 10 apart. po = 0.7; pe = 0.5 * 0.6 + 0.5 * 0.4 = 0.5; kappa = 0.4
    found = {("yes", "yes"): 20, ("no", "no"): 15, ("yes", "no"): 5, ("no", "yes"): 10}
    assert nominal_kappa(found) == pytest.approx(0.4)
    assert nominal_kappa({("a", "a"): 3, ("b", "b"): 2}) == 1
    assert nominal_kappa({("a", "a"): 3}) is None
    assert nominal_kappa({}) is None
