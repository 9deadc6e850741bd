"""Room for labels beside an axis: each near its own height, none over another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def lines(words: str, width: int) -> int:
    """Return how many lines words take where about ``width`` letters fit on one, broken at spaces."""
    count, used = 1, 0
    for word in words.split():
        if used and used + 1 + len(word) > width:
            count, used = count + 1, 0
        used += len(word) + (1 if used else 0)
        if used > width:  # a word longer than a line
            count, used = count + math.ceil(used / width) - 1, used % width
    return count


def spread(wanted: Sequence[float], heights: Sequence[float], top: float) -> list[float]:
    """Return the upper edges of labels of these heights, as near as may be to where they are wanted.

    Labels keep their order and do not overlap. Those that push each other share the shift (the pool
    adjacent violators method for isotonic regression).
    """
    pools: list[list[float]] = []  # [sum of targets, count, height]
    for want, height in zip(wanted, heights, strict=True):
        pools.append([want, 1, height])
        while len(pools) > 1 and _edge(pools[-2]) + pools[-2][2] > _edge(pools[-1]):
            target, count, tall = pools.pop()
            before = pools[-1]
            before[0] += target - count * before[2]
            before[1] += count
            before[2] += tall
    placed, at, index = [], top, 0
    for pool in pools:
        at = max(at, _edge(pool))
        for _ in range(int(pool[1])):
            placed.append(at)
            at += heights[index]
            index += 1
    return placed


def _edge(pool: list[float]) -> float:
    return pool[0] / pool[1]
