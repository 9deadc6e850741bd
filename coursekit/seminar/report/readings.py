"""What the class decided, one decision at a time, and which of them divide it.

A decision is what `Kind.decisions` tells apart: the option of a question, the place of a card, a cell
of a table. How far one divides the class is twice the share of its second reading: 0 where all agree, 1 where two
readings have half of the class each.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.questions import kind_named
from coursekit.seminar.report.correlation import item_rest
from coursekit.seminar.report.few import enough

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursekit.questions import Decision, Question
    from coursekit.seminar.report.sheets import Sheets


@dataclass(frozen=True)
class Reading:
    """One way to decide, how many took it, and whether the key has it."""

    words: str
    number: int
    right: bool


@dataclass(frozen=True)
class Decided:
    """One decision of a class.

    Parameters
    ----------
    part, about
        Which part of the question, and what that is in words; "" for the question itself.
    n, open
        How many decided it, and how many who answered the question left it open, or wrote what could not be read.
    readings
        The commonest first.
    discrimination
        Corrected item-total correlation between deciding it right and the share of the question's other parts that
        are right; None of fewer than five, and where there is no other part.
    """

    exercise: str
    question: Question
    part: str
    about: str
    n: int
    open: int
    readings: tuple[Reading, ...]
    discrimination: float | None

    @property
    def right(self) -> float | None:
        """The share of those who decided it that has it right; None of fewer than five."""
        return sum(each.number for each in self.readings if each.right) / self.n if enough(self.n) else None

    @property
    def divides(self) -> float:
        """How far it divides the class, 0 to 1; 0 of fewer than five."""
        return 2 * self.readings[1].number / self.n if enough(self.n) and len(self.readings) > 1 else 0.0


def decided(of: Sheets) -> Iterator[Decided]:
    """Yield every decision of an exercise that anybody made, in the order of questions and parts."""
    for question in of.asked:
        kind = kind_named(question.kind)
        # What was marked has a form that can be read; what could not be is unanswered.
        given = [sheet.given.answers[question.id] for sheet in of.sheets if sheet.answered(question.id)]
        made = [each for answer in given if (each := kind.decisions(question, answer))]
        right = [sum(decision.right for decision in each.values()) for each in made]
        for part in dict.fromkeys(part for each in made for part in each):
            yield _decided(of.exercise.id, question, part, list(zip(made, right, strict=True)))


def _decided(
    exercise: str, question: Question, part: str, made: Sequence[tuple[Mapping[str, Decision], int]]
) -> Decided:
    """Return one decision; ``made`` has what each learner decided, and how much of it is right."""
    own = [each for each, _ in made if part in each]
    counts = Counter(each[part].reading for each in own)
    right = {each[part].reading for each in own if each[part].right}
    readings = sorted(
        (Reading(words, number, words in right) for words, number in counts.items()),
        key=lambda each: (-each.number, each.words),
    )
    pairs = [
        (float(each[part].right), (number - each[part].right) / (len(each) - 1))
        for each, number in made
        if part in each and len(each) > 1
    ]
    about = own[0][part].about
    return Decided(exercise, question, part, about, len(own), len(made) - len(own), tuple(readings), item_rest(pairs))
