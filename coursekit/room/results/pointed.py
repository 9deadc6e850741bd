"""What came of pointing, as data: the heat, the passages by votes and by division, the expert's laid over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.room.items.pointing import ranges
from coursekit.room.results.few import few_words, per_cent, too_few
from coursekit.room.results.heat import Heat, heat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.room.items import Item
    from coursekit.room.state import Ballot

MOST_PASSAGES = 40
_AROUND = '“”"„«»,.;:'


def pointed(item: Item, ballots: Mapping[str, Ballot]) -> dict[str, Any]:
    """Return what was pointed at in a round.

    Returns
    -------
    dict
        ``people``, ``nowhere`` (how many said so), ``words`` (paragraph -> [start, end, count]), ``passages`` by
        votes, each with ``at``, ``text``, ``core`` (the words most pointed at), ``count``, ``per_cent`` and
        ``division`` (1 where half of the class points at it, 0 where all or none do), ``divided`` (the places of the
        passages in that list, most divided first), ``few``, ``said``. Counts are of people.
    """
    people = len(ballots)
    if too_few(people):
        empty: dict[str, Any] = {"words": {}, "passages": [], "divided": []}
        return {"people": people, "few": bool(people), "nowhere": 0, **empty, "said": [few_words(people)]}
    found = heat(item, ballots)
    passages = _passages(item, found, people)
    nowhere = sum(not item.spans(dict(each.answer)) for each in ballots.values())
    divided = sorted(range(len(passages)), key=lambda at: -passages[at]["division"])
    said = [f"{each['at']}, “{each['core']}”: {each['count']} of {people} ({each['per_cent']} %)" for each in passages]
    said += [f"nowhere: {nowhere} of {people}"] if nowhere else []
    words = {paragraph: [list(word) for word in of] for paragraph, of in found.words.items()}
    common = {"people": people, "few": False, "nowhere": nowhere, "words": words}
    return common | {"passages": passages, "divided": divided, "said": said}


def laid_over(item: Item, ballots: Mapping[str, Ballot]) -> dict[str, Any]:
    """Return an expert's passages, and how many pointed at each; ``said`` has the same in words."""
    people = len(ballots)
    texts = {each.id: each.text for each in item.paragraphs()}
    touched = [item.touched(dict(each.answer)) for each in ballots.values()]
    rows = []
    for at, each in enumerate(item.expert()):
        if each.paragraph not in texts:
            continue
        where = [list(pair) for pair in ranges(texts[each.paragraph], each)]
        count = None if too_few(people) else sum(of[at] for of in touched)
        rows.append({"at": f"{item.source()} {each.paragraph}", **each.to_json(), "ranges": where, "count": count})
    return {"passages": rows, "said": [_expert_line(row, people) for row in rows]}


def passage_of(item: Item, ballots: Mapping[str, Ballot]) -> dict[str, str]:
    """Return who -> what they pointed at, equal for people who pointed at one and the same passage."""
    found = heat(item, ballots).passages
    said = {}
    for who in ballots:
        own = [f"{item.source()} {each.paragraph} “{_core(each)}”" for each in found if who in each.people]
        said[who] = "; ".join(own) or "nowhere"
    return said


def _passages(item: Item, found: Heat, people: int) -> list[dict[str, Any]]:
    rows = []
    for each in found.passages[:MOST_PASSAGES]:
        share = len(each.people) / people
        rows.append(
            {
                "at": f"{item.source()} {each.paragraph}",
                "paragraph": each.paragraph,
                "start": each.start,
                "end": each.end,
                "text": each.text,
                "core": _core(each),
                "count": len(each.people),
                "per_cent": per_cent(len(each.people), people),
                "division": round(4 * share * (1 - share), 3),
            }
        )
    return rows


def _core(passage: Any) -> str:
    """Return the words most pointed at, without the marks that stand around them: these are quoted again."""
    start, end = passage.core
    words = str(passage.text[start - passage.start : end - passage.start])
    return words.strip(_AROUND) or words


def _expert_line(row: Mapping[str, Any], people: int) -> str:
    words = f"{row['at']}, “{row['quote']}”" if row["quote"] else f"{row['at']}, the whole of it"
    reason = f": {row['reason']}" if row["reason"] else ""
    count = few_words(people) if row["count"] is None else f"{row['count']} of {people}"
    return f"{words}: {count}{reason}"
