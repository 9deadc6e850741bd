"""Who changed between the rounds, from what to what; and whether talking led to what is right."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from coursekit.room.results.few import few_words, per_cent, too_few

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.room.items import Item
    from coursekit.room.state import Ballot

OTHERS = "other answers"
COURSES = {
    (True, True): "right both times",
    (False, True): "wrong, then right",
    (True, False): "right, then wrong",
    (False, False): "wrong both times",
}


def shift(
    item: Item, said: Mapping[int, Mapping[str, str]], rounds: Mapping[int, Mapping[str, Ballot]]
) -> dict[str, Any]:
    """Return how those who voted twice changed.

    Parameters
    ----------
    item
        What was asked.
    said
        Round -> who -> what they answered, in words that are equal where answers are.
    rounds
        Round -> who -> their vote.

    Returns
    -------
    dict
        ``people`` who voted twice, ``stayed``, ``rows`` (``from``, ``people``, ``to``: what -> how many), ``courses``
        (right and wrong, before and after), ``few``, ``said``.
    """
    before, after = said.get(1, {}), said.get(2, {})
    both = sorted(set(before) & set(after))
    if too_few(len(both)):
        return {"people": len(both), "few": True, "rows": [], "courses": {}, "said": [_none(len(both))]}
    stayed = sum(before[who] == after[who] for who in both)
    rows = [_row(words, [after[who] for who in both if before[who] in names]) for words, names in _froms(before, both)]
    courses = _courses(item, both, rounds)
    lines = [f"{len(both)} voted twice; {len(both) - stayed} changed their answer"]
    for row in rows:
        went = "; ".join(f"{words}: {count}" for words, count in row["to"].items())
        lines.append(f"of the {row['people']} who first said “{row['from']}”: {went}")
    lines += [f"{words}: {count} ({per_cent(count, len(both))} %)" for words, count in courses.items()]
    return {"people": len(both), "few": False, "stayed": stayed, "rows": rows, "courses": courses, "said": lines}


def _none(people: int) -> str:
    return f"{people} voted twice: " + (few_words(people).partition(": ")[2] if people else "nobody can have changed")


def _froms(before: Mapping[str, str], both: list[str]) -> list[tuple[str, set[str]]]:
    """Return the first answers to be told apart, each with the words it stands for.

    Those of a few people are put together; so is the next larger one, as long as what is together is few: otherwise
    the rest could be had by taking all others from the whole.
    """
    counts = Counter(before[who] for who in both).most_common()
    large = [(words, number) for words, number in counts if not too_few(number)]
    small = counts[len(large) :]
    while small and large and too_few(sum(number for _, number in small)):
        small.insert(0, large.pop())
    apart: list[tuple[str, set[str]]] = [(words, {words}) for words, _ in large]
    return [*apart, (OTHERS, {words for words, _ in small})] if small else apart


def _row(words: str, to: list[str]) -> dict[str, Any]:
    return {"from": words, "people": len(to), "to": dict(Counter(to).most_common())}


def _courses(item: Item, both: list[str], rounds: Mapping[int, Mapping[str, Ballot]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for who in both:
        shares = [item.share(dict(rounds[number][who].answer)) for number in (1, 2)]
        if None in shares:
            return {}
        counts[COURSES[shares[0] == 1, shares[1] == 1]] += 1
    return {words: counts[words] for words in COURSES.values()}
