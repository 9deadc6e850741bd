"""How far a share that was seen in a few cases may lie from the share in all of them.

Edwin B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
Statistical Association 22 (1927), 209-212: unlike the plain interval it holds for few cases, and for none or all.
"""

from __future__ import annotations

from math import sqrt

_Z = 1.959963984540054  # of the normal distribution: 95 per cent lie within


def wilson(seen: float, n: float) -> tuple[float, float]:
    """Return Wilson's interval, at 95 per cent, for a share of which ``seen`` of ``n`` were seen.

    Parameters
    ----------
    seen
        How many; parts of one count as such.
    n
        Of how many; more than 0.
    """
    share, square = seen / n, _Z**2
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = _Z / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n**2))
    return max(0.0, middle - half), min(1.0, middle + half)
