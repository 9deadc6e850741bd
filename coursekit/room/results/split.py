"""How the votes of a round split, part by part of the question."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from coursekit.room.results.few import few_words, per_cent, too_few

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.questions import Decision
    from coursekit.room.items import Item
    from coursekit.room.state import Ballot


def split(item: Item, ballots: Mapping[str, Ballot], hands: Mapping[str, int] | None = None) -> dict[str, Any]:
    """Return how many chose what.

    Parameters
    ----------
    item
        What was asked.
    ballots
        Who -> their vote.
    hands
        Option -> how many hands were counted, which come on top. They were seen by all, and are never too few; but a
        few votes are left out beside them, or they could be had by taking the hands away.

    Returns
    -------
    dict
        ``people``, ``few``, ``parts`` (each ``about``, ``rows`` of ``words``, ``count``, ``per_cent``, ``right``), and
        ``said``, the same in lines of words; ``left_out``: of how many votes nothing is in it, "" where all are.
    """
    raised = sum((hands or {}).values())
    people = len(ballots) + raised
    few = bool(ballots) and too_few(len(ballots))
    if few and not raised:
        return {"people": people, "few": True, "parts": [], "said": [few_words(people)], "left_out": ""}
    decided = [] if few else [item.decisions(dict(each.answer)) for each in ballots.values()]
    parts = [_part(name, item, decided, hands or {}) for name in _names(item, decided, hands)]
    said = [line for part in parts for line in _lines(part)] or [few_words(0)]
    left_out = few_words(len(ballots)) if few else ""
    said += [left_out] * few
    return {"people": people, "few": False, "parts": parts, "said": said, "left_out": left_out}


def _names(item: Item, decided: Iterable[Mapping[str, Decision]], hands: Mapping[str, int] | None) -> list[str]:
    own = [""] if item.offered() and hands else []
    return list(dict.fromkeys([*own, *(name for each in decided for name in each)]))


def _part(name: str, item: Item, decided: Iterable[Mapping[str, Decision]], hands: Mapping[str, int]) -> dict[str, Any]:
    made = [each[name] for each in decided if name in each]
    counts = Counter(each.reading for each in made)
    right = {each.reading for each in made if each.right}
    offered = item.offered() if name == "" else {}
    right |= {each.option for each in item.reasons() if each.right and each.option in offered.values()}
    for option, count in hands.items():
        if option in offered:
            counts[offered[option]] += count
    rows = list(offered.values()) + [each for each, _ in counts.most_common() if each not in offered.values()]
    total = counts.total()
    return {
        "about": made[0].about if made else "",
        "rows": [
            {
                "words": words,
                "count": counts[words],
                "per_cent": per_cent(counts[words], total),
                "right": words in right,
            }
            for words in rows
        ],
    }


def _lines(part: Mapping[str, Any]) -> Iterable[str]:
    opens = f"{part['about']}: " if part["about"] else ""
    for row in part["rows"]:
        right = ", right" if row["right"] else ""
        yield f"{opens}{row['words']}: {row['count']} ({row['per_cent']} %{right})"
