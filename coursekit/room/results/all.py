"""All that came of one vote, for whoever may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.room.results.numbers import numbers
from coursekit.room.results.pointed import laid_over, passage_of, pointed
from coursekit.room.results.shift import shift
from coursekit.room.results.split import split
from coursekit.room.results.sureness import sureness

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.room.items import Item
    from coursekit.room.state import Ballot, Vote

ROUNDS = (1, 2)


def results(vote: Vote, item: Item) -> dict[str, Any]:
    """Return what came of a vote, as data with words for each part.

    Returns
    -------
    dict
        ``rounds``: for each round that was held its number with ``split``, ``numbers``, ``pointed`` and ``sureness``,
        as far as the item has them; ``shift`` between them; ``reasons`` of the options; ``expert``.
    """
    # Hands that were typed in by mistake are taken back as 0.
    raised = {number: counts for number, counts in vote.hands.items() if any(counts.values())}
    held = [number for number in ROUNDS if vote.ballots(number) or number in raised]
    twice = held == list(ROUNDS) and not raised
    latest = vote.ballots(held[-1]) if held else {}
    return {
        "rounds": [_round(vote, item, number) for number in held],
        "shift": shift(item, alike(item, vote.rounds), vote.rounds) if twice else None,
        "reasons": [{"option": each.option, "words": each.words, "right": each.right} for each in item.reasons()],
        "expert": laid_over(item, latest) if item.expert() else None,
    }


def alike(item: Item, rounds: Mapping[int, Mapping[str, Ballot]]) -> dict[int, dict[str, str]]:
    """Return round -> who -> what they answered, in words that are equal where answers are, in either round."""
    every = {(number, who): each for number, ballots in rounds.items() for who, each in ballots.items()}
    if item.paragraphs() and not item.offered():
        # Which passages there are comes of both rounds together, or nobody could have stayed.
        keys = {f"{number} {who}": each for (number, who), each in every.items()}
        pointed_at = passage_of(item, keys)
        said = {(number, who): pointed_at[f"{number} {who}"] for number, who in every}
    else:
        said = {key: _decided(item, each) for key, each in every.items()}
    return {number: {who: said[number, who] for who in ballots} for number, ballots in rounds.items()}


def _decided(item: Item, ballot: Ballot) -> str:
    made = item.decisions(dict(ballot.answer)).values()
    return "; ".join(f"{each.about}: {each.reading}" if each.about else each.reading for each in made)


def _round(vote: Vote, item: Item, number: int) -> dict[str, Any]:
    ballots = vote.ballots(number)
    said = [value for each in ballots.values() if (value := item.number(dict(each.answer))) is not None]
    unit = str(vote.shown.get("unit", ""))
    return {
        "round": number,
        "split": split(item, ballots, vote.hands.get(number)) if _decides(item, ballots) and not said else None,
        "numbers": numbers(said, unit) if said else None,
        "pointed": pointed(item, ballots) if item.paragraphs() else None,
        "sureness": sureness(item, ballots),
    }


def _decides(item: Item, ballots: Mapping[str, Ballot]) -> bool:
    return bool(item.offered()) or any(item.decisions(dict(each.answer)) for each in ballots.values())
