"""How sure people were, against what came of it: “sure and wrong” is what to talk about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.questions.confidence import sure
from coursekit.room.results.few import few_words, per_cent, too_few

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.room.items import Item
    from coursekit.room.state import Ballot

SURE = 90  # per cent
BANDS = ((SURE, 100), (70, SURE - 1), (50, 69))


def sureness(item: Item, ballots: Mapping[str, Ballot]) -> dict[str, Any]:
    """Return, for each band of confidence, how many were right.

    A band of a few people is put together with its neighbour: left out, it could be had by taking the others from the
    whole.

    Returns
    -------
    dict
        ``people`` who said how sure they were, ``bands`` (``least``, ``most``, ``people``, ``right``), the surest
        first; ``sure_and_wrong``, None where the surest are too few to be told apart; ``few``, ``said``.
    """
    judged = [
        (confidence, share == 1)
        for each in ballots.values()
        if (confidence := sure(dict(each.answer))) is not None and (share := item.share(dict(each.answer))) is not None
    ]
    if too_few(len(judged)):
        said = [few_words(len(judged))] if judged else []
        return {"people": len(judged), "few": True, "bands": [], "sure_and_wrong": None, "said": said}
    bands = _large_enough(
        [(least, most, [ok for said, ok in judged if least <= said <= most]) for least, most in BANDS]
    )
    shown = [{"least": least, "most": most, "people": len(of), "right": sum(of)} for least, most, of in bands]
    wrong = shown[0]["people"] - shown[0]["right"] if shown[0]["least"] == SURE else None
    said = [_line(band) for band in shown]
    if wrong:
        said.insert(0, f"sure and wrong: {wrong}")
    return {"people": len(judged), "few": False, "bands": shown, "sure_and_wrong": wrong, "said": said}


Band = tuple[int, int, list[bool]]


def _large_enough(bands: list[Band]) -> list[Band]:
    """Put bands together until none is small; empty ones are left out."""
    found: list[Band] = []
    for band in (each for each in bands if each[2]):
        if found and (too_few(len(found[-1][2])) or too_few(len(band[2]))):
            above = found.pop()
            band = (band[0], above[1], [*above[2], *band[2]])  # noqa: PLW2901
        found.append(band)
    return found


def _line(band: Mapping[str, int]) -> str:
    right = f"{band['right']} right ({per_cent(band['right'], band['people'])} %)"
    return f"{band['least']} to {band['most']} % sure: {band['people']}, of whom {right}"
