"""The counts of a vote as tables: who chose what, who changed, how sure people were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.html import Safe, join, tag
from coursekit.seminar.report.looks import bar, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursekit.room.debrief.columns import Column

_BLANK = "–"
_MOST_TO = 4  # answers told apart, of those that people went on to


def splits(every: Sequence[Column]) -> Iterator[Safe]:
    """Yield a table for each part of what was asked, with a column for each round."""
    held = [(each, each.found["split"]) for each in every if each.found["split"]]
    drawn = [(each, split) for each, split in held if split["parts"]]
    yield from _few(held, drawn)
    heads = [each.named(split["people"]) for each, split in drawn]
    for about in dict.fromkeys(part["about"] for _, split in drawn for part in split["parts"]):
        own = [{row["words"]: row for row in _part(split, about)} for _, split in drawn]
        right = {words for rows in own for words, row in rows.items() if row["right"]}
        rows = [
            (_words(words, right=words in right), *(_share(rows.get(words)) for rows in own))
            for words in dict.fromkeys(words for rows in own for words in rows)
        ]
        yield from ([tag("h4", about)] if about else [])
        yield table(("Answer", *heads), rows)


def numbers(every: Sequence[Column]) -> Iterator[Safe]:
    """Yield how the numbers of each round lie, in words and as a table."""
    for each in every:
        found = each.found["numbers"]
        if not found:
            continue
        yield tag("p", tag("b", f"{each.name}: "), "; ".join(found["said"]))
        most = max((step["count"] for step in found["steps"]), default=0)
        steps = [(_step(step), beside(step["count"] / (most or 1), str(step["count"]))) for step in found["steps"]]
        yield from ([table(("From, to", "People"), steps)] if steps else [])


def shift(whose: str, found: Mapping[str, Any] | None) -> Iterator[Safe]:
    """Yield who changed between the rounds; nothing where there were no two."""
    if not found:
        return
    yield tag("h3", f"Who changed{f': {whose.casefold()}' if whose else ''}")
    if found["few"] or not found["people"]:
        yield from (tag("p", line) for line in found["said"])
        return
    changed = found["people"] - found.get("stayed", 0)
    yield tag("p", f"{found['people']} voted twice; {changed} changed their answer.")
    rows = [(row["from"], str(row["people"]), _went(row["to"])) for row in found["rows"]]
    yield table(("At first", "People", "After talking"), rows, numbers=(1,))
    if found["courses"]:
        courses = [(words, beside(number / found["people"], str(number))) for words, number in found["courses"].items()]
        yield table(("Right or wrong", "People"), courses)


def sureness(every: Sequence[Column]) -> Iterator[Safe]:
    """Yield how sure people were, against what came of it."""
    told = [(each, each.found["sureness"]) for each in every if each.found["sureness"]["people"]]
    if told:
        yield tag("h3", "How sure, and how right")
    for each, found in told:
        if found["few"]:
            yield tag("p", tag("b", f"{each.name}: "), "; ".join(found["said"]))
            continue
        wrong = found["sure_and_wrong"]
        loud = join(" ", tag("b", f"Sure and wrong: {wrong}.")) if wrong else ""
        yield tag("p", f"{each.name}: {found['people']} said how sure they were.", loud)
        rows = [
            (f"{band['least']} to {band['most']} % sure", str(band["people"]), beside(_of(band), str(band["right"])))
            for band in found["bands"]
        ]
        yield table(("They were", "People", "Of whom right"), rows, numbers=(1,))


def reasons(found: Sequence[Mapping[str, Any]]) -> Iterator[Safe]:
    """Yield why each option is right or not."""
    rows = [(_words(each["option"], right=each["right"] is True), each["words"]) for each in found if each["words"]]
    if rows:
        yield tag("h3", "Reasons")
        yield table(("Answer", "Why"), rows)


def _few(held: Sequence[tuple[Column, Any]], drawn: Sequence[tuple[Column, Any]]) -> Iterator[Safe]:
    shown = [each for each, _ in drawn]
    for each, split in held:
        if each not in shown:
            yield tag("p", tag("b", f"{each.name}: "), "; ".join(split["said"]))
        elif split.get("left_out"):
            yield tag("p", tag("b", f"{each.name}: "), split["left_out"])


def _part(split: Mapping[str, Any], about: str) -> Sequence[Mapping[str, Any]]:
    return [row for part in split["parts"] if part["about"] == about for row in part["rows"]]


def _words(words: str, *, right: bool) -> Safe:
    return join(words, *((" ", tag("b", "(right)")) if right else ()))


def _share(row: Mapping[str, Any] | None) -> Safe:
    return beside(row["per_cent"] / 100, f"{row['count']}") if row else tag("span", _BLANK)


def beside(share: float, number: str) -> Safe:
    """Return a number with its share as a bar and in per cent."""
    return tag("span", tag("span", number, class_="debrief-n"), bar(min(1.0, share)), class_="debrief-share")


def _step(step: Mapping[str, Any]) -> str:
    return f"{step['from']:g}" if step["from"] == step["to"] else f"{step['from']:g} to {step['to']:g}"


def _went(to: Mapping[str, int]) -> Safe:
    every = sorted(to.items(), key=lambda each: -each[1])
    rows = [tag("li", f"{words}: {number}") for words, number in every[:_MOST_TO]]
    rest = sum(number for _, number in every[_MOST_TO:])
    return tag("ul", *rows, *([tag("li", f"something else: {rest}")] if rest else []))


def _of(band: Mapping[str, int]) -> float:
    return band["right"] / band["people"] if band["people"] else 0.0
