"""The report's section with the plan for the next hour."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.html import Safe, join, prose, tag
from coursekit.seminar.report.few import enough
from coursekit.seminar.report.looks import quiet, section
from coursekit.sources.record import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.seminar.report.plan import Plan
    from coursekit.seminar.report.things import Thing
    from coursekit.sources import Library

MOST_PARAGRAPHS = 3


def planned(plan: Plan, library: Library, *, projected: bool) -> Safe:
    """Return the plan; where it is projected, without what the class read and what the teacher is to do about it."""
    things = [
        tag("div", *_thing(number, each, library, projected), class_="report-thing")
        for number, each in enumerate(plan.things, 1)
    ]
    return section("Plan for the next hour", tag("p", plan.rests_on), *things)


def _thing(number: int, thing: Thing, library: Library, projected: bool) -> Iterator[Safe]:  # noqa: FBT001
    yield tag("h3", f"{number}. ", prose(thing.about))
    yield from _texts(thing.passages, library)
    yield tag("p", tag("b", "Vote: "), prose(thing.vote))
    pair = [each for each in thing.pair if not projected or enough(each[1])]
    if len(pair) > 1:
        counts = [f"{words} ({n})" if not projected else words for words, n in pair]
        yield tag("ul", *(tag("li", each) for each in counts))
    if not projected:
        yield quiet(thing.rests_on)
        if thing.turn:
            yield tag("p", tag("b", f"From the teaching notes of lesson {thing.lesson}: "), prose(thing.turn))
    if thing.lesson_vote:
        vote = thing.lesson_vote
        options = " ".join(f"({letter}) {words}" for letter, words in vote.options)
        rider = f". {vote.rider}" if vote.rider else ""
        yield tag("p", tag("b", "The lesson's own vote: "), prose(vote.question), " ", prose(options + rider))
        if not projected:
            cases = [tag("li", _bold(case)) for case in (vote.expected, *vote.cases) if case]
            yield tag("details", tag("summary", "What to expect, and what to do in each case"), tag("ul", *cases))


def _texts(references: tuple[str, ...], library: Library) -> Iterator[Safe]:
    """Yield the paragraphs of the calendar that are named, as far as there are such."""
    left = MOST_PARAGRAPHS
    for reference in references:
        with suppress(CourseError):
            siglum, _, wanted = reference.partition(" ")
            found = library.source(siglum).guide.select(wanted) if REFERENCE.fullmatch(reference) else ()
            for each in found[:left]:
                yield tag("blockquote", tag("b", f"{siglum} {each.id}"), " ", each.text)
            left -= len(found[:left])


def _bold(words: str) -> Safe:
    """Return Markdown's strong words as such; the notes open each case with some."""
    parts = words.split("**")
    return join(*(tag("b", each) if at % 2 else prose(each) for at, each in enumerate(parts)))
