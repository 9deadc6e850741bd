"""Cohen's kappa: for choices by name, and, weighted, for levels one above the other.

With po the share on which both agree, and pe the share on which they would by chance, given how often each uses each
choice, kappa = (po - pe) / (1 - pe). 1 is full agreement, 0 what chance would give. J. Cohen, "A Coefficient of
Agreement for Nominal Scales", Educational and Psychological Measurement 20 (1960).

For levels, two apart weigh four times what one does:

    kappa = 1 - sum(w[i][j] * seen[i][j]) / sum(w[i][j] * expected[i][j]),   w[i][j] = (i - j)² / (k - 1)²

where ``seen[i][j]`` is how often the one gave level i and the other j, ``expected[i][j]`` how often that would be
by chance, each keeping their own habits (the product of the two's own counts over n), and k the number of levels.
After Jacob Cohen, Weighted kappa: Nominal scale agreement provision for scaled disagreement or partial credit,
Psychological Bulletin 70 (1968), 213-220; the factor (k - 1)² falls out of the quotient.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def nominal_kappa(pairs: Mapping[tuple[str, str], int]) -> float | None:
    """Return kappa of pairs of choices with how often each came; None without any, and with one choice only."""
    total = sum(pairs.values())
    if not total:
        return None
    rows, columns = Counter[str](), Counter[str]()
    for (one, other), count in pairs.items():
        rows[one] += count
        columns[other] += count
    agreed = sum(count for (one, other), count in pairs.items() if one == other)
    chance = sum(rows[choice] * columns[choice] for choice in rows) / total**2
    return None if chance == 1 else (agreed / total - chance) / (1 - chance)


def weighted_kappa(pairs: Sequence[tuple[int, int]], levels: int) -> float | None:
    """Return quadratic weighted kappa of pairs of levels from 0 up to ``levels`` - 1.

    None without pairs, and where chance alone would leave no disagreement: both gave the same one level throughout.
    """
    ones, others = ([[pair[side] for pair in pairs].count(level) for level in range(levels)] for side in (0, 1))
    seen = sum((one - other) ** 2 for one, other in pairs)
    by_chance = sum(
        (i - j) ** 2 * ones[i] * others[j] / len(pairs) for i in range(levels) for j in range(levels) if pairs
    )
    return 1 - seen / by_chance if by_chance else None
