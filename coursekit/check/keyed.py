"""How far keys and a calendar's own quotations fall together.

Where every passage that a key rests on is a quotation, and every quotation carries a key, pointing at the passage
becomes pointing at the quotation marks. So at least half of the keyed passages are to be the calendar's own words,
and at least as many quotations are to carry no key as carry one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from coursekit.questions import anchors
from coursekit.questions.pointing import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursekit.annotation.keys import Key
    from coursekit.questions import Question
    from coursekit.sources.editions import Edition

ENOUGH = 10  # keyed passages; of fewer nothing is said
Passage = tuple[str, str, str]  # siglum, paragraph, words as the calendar has them
Range = tuple[int, int]


@dataclass(frozen=True)
class Keyed:
    """Counts for one calendar.

    ``quoted`` and ``own`` are keyed passages, by whether most of their words are a quotation of the calendar;
    ``carrying`` and ``idle`` are its quotations, by whether a keyed passage touches them.
    """

    quoted: int
    own: int
    carrying: int
    idle: int

    @property
    def faults(self) -> list[str]:
        """What is out of balance, in words."""
        found: list[str] = []
        if self.quoted + self.own < ENOUGH:
            return found
        if self.quoted > self.own:
            found.append(f"{self.quoted} keyed passages are quotations, {self.own} are the calendar's own words")
        if self.carrying > self.idle:
            found.append(f"{self.carrying} quotations carry a key, {self.idle} carry none")
        return found

    def line(self, siglum: str) -> str:
        """Return the counts in one line of plain text."""
        return (
            f"{siglum}: keys rest on {self.own} passages in the calendar's own words and on {self.quoted} quotations; "
            f"{self.idle} quotations carry no key, {self.carrying} carry one"
        )

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        return asdict(self)


def rested(questions: Iterable[Question], keys: Iterable[Key]) -> Iterator[Passage]:
    """Yield every passage that brings points in a question, or that an expert marked."""
    for question in questions:
        for _, target in anchors(question):
            yield from ((target.source, place.paragraph, place.quote) for place in target.accept)
    for key in keys:
        yield from ((key.source, span.paragraph, span.quote) for span in key.spans)


def keyed(calendars: Mapping[str, Edition], passages: Iterable[Passage]) -> dict[str, Keyed]:
    """Count, for each calendar.

    Parameters
    ----------
    calendars
        The calendars by siglum; a text that stands in the course itself is none.
    passages
        Every passage that brings points or that an expert marked. One that several keys share counts once; one
        without words stands for its whole paragraph, which points at no quotation, and is left out; so is one
        whose words the calendar does not have.
    """
    wanted: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for siglum, paragraph, words in passages:
        if words:
            wanted[siglum].add((paragraph, words))
    return {siglum: _count(guide, wanted[siglum]) for siglum, guide in calendars.items()}


def _count(guide: Edition, passages: set[tuple[str, str]]) -> Keyed:
    quoted = own = carrying = idle = 0
    for paragraph in guide.paragraphs:
        found = {place for pid, words in passages if pid == paragraph.id for place in places(paragraph.text, words)[:1]}
        for place in found:
            inside = sum(_common(place, quotation) for quotation in paragraph.quotes)
            quoted += 2 * inside >= place[1] - place[0]
            own += 2 * inside < place[1] - place[0]
        touched = sum(any(_common(place, quotation) for place in found) for quotation in paragraph.quotes)
        carrying += touched
        idle += len(paragraph.quotes) - touched
    return Keyed(quoted, own, carrying, idle)


def _common(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
