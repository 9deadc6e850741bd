"""Choose among the places where paragraphs might stand: those that follow each other as in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.sources.recognise.stream import Window


def best_chain(found: Sequence[Window], weights: Sequence[float]) -> list[Window]:
    """Return the heaviest choice in which order grows and nothing overlaps.

    A heaviest increasing subsequence, by the best chain up to each paragraph. It is what places the
    short ones: a date that stands three times in a list belongs between its neighbours.

    Parameters
    ----------
    found
        Candidate places; ``order`` counts paragraphs from 0.
    weights
        One for each.
    """
    rank = sorted(range(len(found)), key=lambda n: (found[n].first, found[n].after))
    ends = sorted(range(len(found)), key=lambda n: found[n].after)
    best: list[tuple[float, int]] = [(0.0, -1)] * (1 + max((each.order for each in found), default=0))
    total: dict[int, tuple[float, int]] = {}
    done = 0
    for n in rank:
        while done < len(ends) and found[ends[done]].after <= found[n].first:
            closed = ends[done]
            if closed in total and total[closed][0] > best[found[closed].order][0]:
                best[found[closed].order] = (total[closed][0], closed)
            done += 1
        before = max(best[: found[n].order], default=(0.0, -1), key=lambda each: each[0])
        total[n] = (before[0] + weights[n], before[1])
    at = max(total, key=lambda n: total[n][0], default=-1)
    chain = []
    while at >= 0:
        chain.append(found[at])
        at = total[at][1]
    return chain[::-1]
