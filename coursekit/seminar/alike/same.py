"""Work that was made once: one file or one set of answers under two names, one history continued by two."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from coursekit.marking.same_work import moments
from coursekit.seminar.alike.pairs import Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursekit.seminar.classwork import Work

LEAST_MOMENTS = 3
_MOST_SHARING = 40  # hand-ins that have one moment in common, beyond which each is compared with the first only
_FILE = "Both are the same file, byte for byte: it was made once."
_WORK = "All answers are the same, with {}: the work was done once, and another name put to it."
_TEXTS, _MOMENTS = "their texts to the letter", "the moments at which they were checked, to the thousandth of a second"


def same_work(works: Iterable[Work]) -> Iterator[tuple[Work, Work, Sign]]:
    """Yield hand-ins that are one and the same work; of many, each with the first."""
    groups: defaultdict[str, list[Work]] = defaultdict(list)
    for work in works:
        if work.row.fingerprint:
            groups[work.row.fingerprint].append(work)
    for first, *others in groups.values():
        for work in others:
            yield first, work, _sign(first, work)


def _sign(first: Work, work: Work) -> Sign:
    if work.row.content == first.row.content:
        return Sign("file", 1, _FILE)
    assert first.given  # noqa: S101 - what has a fingerprint was read
    assert work.given  # noqa: S101
    moments_too = first.given.history == work.given.history and moments(work.given)
    return Sign("work", 1, _WORK.format(_MOMENTS if moments_too else _TEXTS))


def same_history(works: Iterable[Work]) -> Iterator[tuple[Work, Work, Sign]]:
    """Yield hand-ins whose histories have moments in common: one work folder was continued under another name."""
    every = {str(number): work for number, work in enumerate(works)}
    done = {name: moments(work.given) for name, work in every.items() if work.given}
    sharing: defaultdict[object, list[str]] = defaultdict(list)
    for name, there in done.items():
        for moment in there:
            sharing[moment].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in sharing.values():
        many = len(names) > _MOST_SHARING
        shared.update(((names[0], name) for name in names[1:]) if many else combinations(names, 2))
    for (one, other), number in shared.items():
        if number >= LEAST_MOMENTS:
            of = min(len(done[one]), len(done[other]))
            said = (
                f"{number} of {of} entries in the shorter history were made at the same thousandth of a second: "
                "one went on with the other’s work, or both worked at one machine."
            )
            yield every[one], every[other], Sign("history", number, said)
