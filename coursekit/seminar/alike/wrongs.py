"""Wrong answers in which two people agree beyond chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.agreement.identical_errors import alike_errors
from coursekit.seminar.alike.pairs import Beside, Sign
from coursekit.seminar.alike.wrong_answers import wrong_answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursekit.questions.exercises import Exercise
    from coursekit.seminar.alike.wrong_answers import Missed
    from coursekit.seminar.classwork import Work

MOST_EXPECTED = 0.01  # pairs that come so far by chance, in a whole class
_MILLION = 1_000_000


def alike_wrongs(exercise: Exercise, works: Mapping[str, Work], exercises: int) -> Iterator[tuple[str, str, Sign]]:
    """Yield two hand-ins and the wrong answers that both gave.

    Parameters
    ----------
    exercise
        Whose questions are looked at.
    works
        The hand-ins, under any names.
    exercises
        How many exercises of the class are looked through in this way: the more, the more comes by chance.
    """
    missed = {name: wrong_answers(exercise, work) for name, work in works.items()}
    readings = {name: {part: each.reading for part, each in there.items()} for name, there in missed.items()}
    for pair in alike_errors(readings, MOST_EXPECTED, classes=exercises):
        there = missed[pair.one]
        said = (
            f"{len(pair.shared)} of the {pair.both} parts that both missed have the same wrong answer ({pair.bits:.0f} "
            "bits: the rarer an answer among those who missed the part, the more it counts). If the wrong answers were "
            f"dealt out anew, two people of this class would come as far {often(pair.expected)}."
        )
        beside = tuple(_beside(there[part]) for part in pair.shared)
        yield pair.one, pair.other, Sign("errors", len(pair.shared), said, beside)


def often(expected: float) -> str:
    """Say how seldom something comes, of which so many are expected in one class."""
    classes = 1 / max(expected, 1 / _MILLION)
    if classes >= _MILLION:
        return "less than once in a million such classes"
    rounded = round(classes, 1 - len(str(int(classes))))
    return f"once in about {rounded:,.0f} such classes"


def _beside(missed: Missed) -> Beside:
    about = f"{missed.question}: {missed.about}" if missed.about else missed.question
    same = ((missed.reading, True),)
    return Beside(about, same, same)
