"""The report's sections on questions, readings, blanks, misconceptions and confidence.

Each takes ``projected``: then nobody is named, and no group under five is broken down.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from coursekit.html import Safe, join, prose, tag
from coursekit.pictures.bars.amounts import Amount, Bars, Series
from coursekit.pictures.bars.figure import bars
from coursekit.seminar.report.few import UNDER, enough, told
from coursekit.seminar.report.looks import asked, bar, figure, quiet, section, table
from coursekit.seminar.report.things import LEAST_WEIGHT
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursekit.seminar.report.calibration import Calibration
    from coursekit.seminar.report.items import Item
    from coursekit.seminar.report.misconceptions import Held
    from coursekit.seminar.report.readings import Decided

MOST_DECISIONS, MOST_NAMES, MOST_READINGS = 20, 300, 4


def misconceptions(every: Sequence[Held], *, projected: bool) -> Safe:
    """Return the misconceptions that live on; who holds them only where it is not projected."""
    title = "Misconceptions that live on"
    if not every:
        return section(title, tag("p", "No answer shows one."))
    heads = ["Misconception", "People", "Shown most in"] + ([] if projected else ["Who"])
    shown = [each for each in every if not projected or enough(each.asked)]
    rows = [_misconception(each, projected=projected) for each in shown]
    hint = "Counted from answers as they were handed in: of those whose questions look for it, how many show it."
    return section(title, quiet(hint), table(heads, rows, (1,)))


def _misconception(held: Held, *, projected: bool) -> list[str | Safe]:
    name = f"{held.code}: {held.name}" if held.name != held.code else held.code
    what = join(tag("b", name), *((tag("br"), tag("small", held.instead)) if held.instead else ()))
    people = f"{told(len(held.holders), whole=not projected)} of {held.asked}"
    where = ", ".join(question for question, number in held.questions[:3] if not projected or enough(number))
    row: list[str | Safe] = [what, people, where]
    if not projected:
        names = [f"{each.learner} ({', '.join(each.questions)})" for each in held.holders[:MOST_NAMES]]
        more = len(held.holders) - MOST_NAMES
        row.append("; ".join(names) + (f"; and {more} more" if more > 0 else ""))
    return row


def questions(every: Sequence[Item], *, projected: bool) -> Safe:
    """Return each question's difficulty and discrimination; what is known of a group only, in either view."""
    heads = ("Exercise", "Question", "n", "Mean share of the points", "Discrimination")
    rows = [
        (
            each.exercise,
            asked(each.question),
            told(each.n, whole=not projected),
            bar(each.share),
            _discrimination(each),
        )
        for each in every
        if each.n
    ]
    hint = (
        "n answered it; the lower the share, the harder. Discrimination: Pearson's r between this question's share "
        "and the share of all other points in the same hand-in, from −1 to 1 (corrected item-total correlation, "
        "Henrysson 1963). Near 0, the question does not tell those who know from those who don't; below, look at its "
        "key. Neither is given for fewer than five."
    )
    body = table(heads, rows, (2, 4)) if rows else tag("p", "No question has points yet.")
    return section("How hard, and how telling", quiet(hint), body)


def _discrimination(item: Item) -> str:
    return figure(item.discrimination) if enough(item.n) else UNDER


def readings(every: Sequence[Decided], *, projected: bool) -> Safe:
    """Return the decisions that divide the class most, with its readings."""
    divided = sorted((each for each in every if each.divides >= LEAST_WEIGHT), key=lambda each: -each.divides)
    title = "What divides the class"
    if not divided:
        return section(title, tag("p", "No decision has a second reading with a sixth of the class behind it."))
    heads = ("Question", "n", "Readings", "Discrimination")
    rows = [
        (
            asked(each.question, each.about),
            f"{each.n}",
            tag("ul", *_readings(each, projected=projected)),
            figure(each.discrimination),
        )
        for each in divided[:MOST_DECISIONS]
    ]
    hint = "The most divided first. Ask for the words that decide before you say what the key has."
    left = len(divided) - MOST_DECISIONS
    more = [quiet(f"{left} more divide it less.")] if left > 0 else []
    return section(title, quiet(hint), table(heads, rows, (1, 3)), *more)


def _readings(decided: Decided, *, projected: bool) -> Iterator[Safe]:
    shown = [each for each in decided.readings if not projected or enough(each.number)][:MOST_READINGS]
    for each in shown:
        key = "" if projected or not each.right else " (the key has it)"
        yield tag("li", f"{each.words}: {each.number}{key}")
    rest = decided.n - sum(each.number for each in shown)
    if rest:
        yield tag("li", f"other: {told(rest, whole=not projected)}")


def blanks(every: Sequence[Item], decisions: Sequence[Decided], *, projected: bool) -> Safe:
    """Return what was left blank: whole questions, then parts of questions that were answered."""
    items = [each for each in every if (each.blank or each.unread) and (not projected or enough(each.handed))]
    whole = [
        (
            each.exercise,
            asked(each.question),
            f"{told(each.blank, whole=not projected)} of {each.handed}",
            told(each.unread, whole=not projected),
        )
        for each in sorted(items, key=lambda each: -each.blank / each.handed)
    ]
    open_ = [each for each in decisions if each.open and (not projected or enough(each.n + each.open))]
    open_.sort(key=lambda each: -each.open / (each.n + each.open))
    parts = [
        (asked(each.question, each.about), f"{told(each.open, whole=not projected)} of {each.n + each.open}")
        for each in open_[:MOST_DECISIONS]
    ]
    title = "What was left blank"
    if not whole and not parts:
        return section(title, tag("p", "Nothing."))
    body = []
    if whole:
        body.append(table(("Exercise", "Question", "Blank", "Could not be read"), whole[:MOST_DECISIONS], (2, 3)))
        more = len(whole) - MOST_DECISIONS
        body += [quiet(f"{count(more, 'question')} more, which fewer left blank.")] * (more > 0)
    if parts:
        body += [
            quiet("Parts left open, or filled in so that they could not be read, by those who answered the question:"),
            table(("Part", "Open"), parts, (1,)),
        ]
    return section(title, *body)


def confidence(data: Calibration, *, projected: bool) -> Safe:
    """Return how often the class was right when it said how sure it was; nothing where no question asked."""
    title = "Confidence against outcome"
    if not data.n:
        return section(title, tag("p", "Nobody said how sure they were."))
    if not enough(data.people):
        return section(title, tag("p", f"{UNDER.capitalize()} people said how sure they were: no figures."))
    bins = [each for each in data.bins if not projected or enough(each.people)]
    hint = (
        f"{data.n} answers of {data.people} people. Brier score {figure(data.brier)}: 0 is best, 0.25 is what always "
        "saying 50 % earns, 1 is worst (Brier 1950)."
    )
    if not bins:
        return section(title, quiet(hint))
    sure = tuple(Amount(each.label, _hundredths(each.sure), "") for each in bins)
    right = tuple(Amount(each.label, _hundredths(100 * each.right), f"n = {each.n}") for each in bins)
    whose = ("how sure they said they were, on average", "how often they were right")
    series = (Series("Said", "half", (), whose[0], sure), Series("Right", "full", (), whose[1], right))
    drawn = bars(
        Bars(
            "How sure, and how often right",
            "50+ is 50 to 59 per cent, and so on. Where the second bar is shorter, they were too sure.",
            "%",
            series,
        )
    )
    return section(title, tag("p", prose(hint), class_="quiet"), Safe(drawn))


def _hundredths(value: float) -> Decimal:
    return Decimal(f"{value:.0f}")
