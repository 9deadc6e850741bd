"""What gives the key of a choice question away to somebody who knows nothing of the matter.

A machine that always took the longest option once got 88 of 100 points in a draft of such a course.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import permutations
from statistics import mean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.questions.base import Option

WITHIN = 0.25  # options are siblings: the shortest is no more than this share shorter than the longest
SLACK = 6  # characters by which short options may differ anyway
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HEDGE = (
    "may might could perhaps probably possibly likely some sometimes mostly often usually partly largely seems seem "
    "appears appear little about nearly almost rather"
)
_ABSOLUTE = "all always never none nobody nothing every everything only must certain certainly proves"
_REASON = "because since therefore thus hence"
_SIGNS = frozenset(",;:/+(–—“")

Test = Callable[[str], bool]


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return [word.casefold() for word in _WORD.findall(text)]


def contains(text: str, part: str) -> bool:
    """Say whether the words of ``part`` run in ``text``."""
    return bool(words(part)) and f" {' '.join(words(part))} " in f" {' '.join(words(text))} "


def longest_share(options: Sequence[Option]) -> float:
    """Return the chance that somebody who takes the longest option takes the key (ties are shared)."""
    most = max(len(option.text) for option in options)
    longest = [option for option in options if len(option.text) == most]
    return sum(option.right for option in longest) / len(longest)


def option_cues(options: Sequence[Option]) -> list[str]:
    """Return what, in some options, tells right from wrong without reading; one sentence each."""
    right = [option.text for option in options if option.right]
    wrong = [option.text for option in options if not option.right]
    return [
        *(sentence for test, sentence in _ONLY_KEY if all(map(test, right)) and not any(map(test, wrong))),
        *(["every wrong option is absolute (all, never, only), the key is not"] if _absolutes(right, wrong) else []),
        *_lengths(options, right, wrong),
    ]


def contained(options: Sequence[Option]) -> list[str]:
    """Return a sentence for each option whose words run inside another."""
    return [
        f"option {inner.id} is contained in option {outer.id}"
        for outer, inner in permutations(options, 2)
        if contains(outer.text, inner.text) and (words(outer.text) != words(inner.text) or outer.id > inner.id)
    ]


def _any_of(known: str) -> Test:
    sought = frozenset(known.split())
    return lambda text: not sought.isdisjoint(words(text))


_ONLY_KEY: tuple[tuple[Test, str], ...] = (
    (_any_of(_HEDGE), "only the key is hedged (may, some, partly)"),
    (lambda text: not _SIGNS.isdisjoint(text), "only the key has a comma, colon or other sign inside"),
    (_any_of(_REASON), "only the key gives a reason (because, since)"),
)


def _absolutes(right: list[str], wrong: list[str]) -> bool:
    absolute = _any_of(_ABSOLUTE)
    return len(wrong) > 1 and all(map(absolute, wrong)) and not any(map(absolute, right))


def _lengths(options: Sequence[Option], right: list[str], wrong: list[str]) -> list[str]:
    sizes = [len(option.text) for option in options]
    short, long = min(sizes), max(sizes)
    found = []
    if long - short > max(SLACK, WITHIN * long):
        found.append(f"options are of unequal length ({short} to {long} characters; within a quarter is wanted)")
    if len(right) > 1 and mean(map(len, right)) - mean(map(len, wrong)) > max(SLACK, WITHIN * long):
        found.append("the right options are longer than the wrong ones")
    return found
