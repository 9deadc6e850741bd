"""What was pointed at: heat over the text, the passages by votes, where the class divides, an expert's passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.html import Safe, tag
from coursekit.pictures.heat.figure import Heat, Hot, HotPassage, Layer, heat
from coursekit.room.debrief.columns import latest
from coursekit.room.debrief.counted import beside
from coursekit.seminar.report.looks import quiet, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursekit.room.debrief.columns import Column

DIVIDED = 0.75  # from here on: between a quarter and three quarters of a class point at it
MOST_PASSAGES = 12


def pointed(vote: Mapping[str, Any], every: Sequence[Column], other: Mapping[str, Any] | None = None) -> Iterator[Safe]:
    """Yield all on what was pointed at in a vote; nothing where one could not point.

    Parameters
    ----------
    vote
        What came of it in this class.
    every
        The rounds, of this class and perhaps of another.
    other
        The same thing asked in the other class.
    """
    told = [each for each in every if each.found["pointed"]]
    hot = [each for each in told if each.found["pointed"]["people"] and not each.found["pointed"]["few"]]
    for each in told:
        if each not in hot:
            yield tag("p", tag("b", f"{each.name}: "), "; ".join(each.found["pointed"]["said"]))
    last = latest(hot)
    if hot:
        yield _heat(vote, last, "Where they point")
    if earlier := [each for each in hot if each not in last]:
        drawn = _heat(vote, earlier, "Before they talked")
        yield tag("details", tag("summary", "Where they pointed before they talked"), drawn, class_="debrief-earlier")
    for each in last:
        yield from _passages(each)
    if told:
        yield from _expert(vote, other)


def _heat(vote: Mapping[str, Any], hot: Sequence[Column], title: str) -> Safe:
    passages, cold = [], []
    for paragraph in vote["paragraphs"]:
        layers = [layer for each in hot if (layer := _layer(each, paragraph))]
        at = f"{vote['source']} {paragraph['id']}".strip()
        if layers:
            passages.append(HotPassage(at, paragraph["text"], _experts(vote, paragraph["id"]), tuple(layers)))
        else:
            cold.append(at)
    nobody = f" Nobody points into {', '.join(cold)}." if cold else ""
    return heat(Heat(title, f"The number after some words is how many people point at them.{nobody}", tuple(passages)))


def _layer(column: Column, paragraph: Mapping[str, Any]) -> Layer | None:
    """Return what a round points at in a paragraph; None where it does not, or had other words before it."""
    found = column.found["pointed"]
    words = found["words"].get(paragraph["id"], ())
    if not words or column.texts.get(paragraph["id"]) != paragraph["text"]:
        return None
    people = found["people"]
    hot = [
        Hot(start, end, min(1.0, number / people), f"{number} of {people}", str(number)) for start, end, number in words
    ]
    return Layer(column.named(people), tuple(hot))


def _experts(vote: Mapping[str, Any], paragraph: str) -> str:
    expert = vote["expert"] or {"passages": []}
    own = [each for each in expert["passages"] if each["paragraph"] == paragraph]
    words = [f"‘{each['quote']}’" if each["quote"] else "the whole of it" for each in own]
    return f"an expert points at {' and '.join(words)}" if words else ""


def _passages(column: Column) -> Iterator[Safe]:
    found = column.found["pointed"]
    share = found["people"] or 1
    yield tag("h3", f"{column.named(found['people'])}: the passages by votes")
    rows: list[Sequence[str | Safe]] = [
        (each["at"], tag("q", each["core"]), beside(each["count"] / share, str(each["count"])), _sign(each))
        for each in found["passages"][:MOST_PASSAGES]
    ]
    if found["nowhere"]:
        rows.append(("", "nowhere", beside(found["nowhere"] / share, str(found["nowhere"])), ""))
    yield table(("Where", "The words most pointed at", "People", "The class"), rows)
    more = len(found["passages"]) - MOST_PASSAGES
    if more > 0:
        yield quiet(f"{more} more passages, each with fewer people.")


def _sign(passage: Mapping[str, Any]) -> str:
    return "divides here" if passage["division"] >= DIVIDED else ""


def _expert(vote: Mapping[str, Any], other: Mapping[str, Any] | None) -> Iterator[Safe]:
    if not vote["expert"]:
        return
    theirs = {
        (each["paragraph"], each["quote"]): each["count"]
        for each in ((other or {}).get("expert") or {"passages": []})["passages"]
    }
    rows = [
        (each["at"], _quoted(each), _number(each["count"]))
        + ((_number(theirs.get((each["paragraph"], each["quote"]))),) if other else ())
        for each in vote["expert"]["passages"]
    ]
    yield tag("h3", "An expert’s passages")
    heads = ("Where", "Words", "People here", *(("People there",) if other else ()))
    yield table(heads, rows, numbers=(2, 3))


def _quoted(passage: Mapping[str, Any]) -> Safe:
    words = tag("q", passage["quote"]) if passage["quote"] else tag("span", "the whole of it")
    return tag("span", words, f": {passage['reason']}" if passage["reason"] else "")


def _number(count: int | None) -> str:
    return "too few voted" if count is None else str(count)
