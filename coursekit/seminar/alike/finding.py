"""Find the hand-ins of a class that are alike far beyond chance."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coursekit.seminar.alike.pairs import KINDS, Alike, Pair
from coursekit.seminar.alike.same import same_history, same_work
from coursekit.seminar.alike.texts import alike_texts
from coursekit.seminar.alike.wrongs import alike_wrongs
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursekit.marking.keys import Keys
    from coursekit.questions.exercises import Exercise
    from coursekit.seminar.alike.pairs import Sign
    from coursekit.seminar.classwork import Classwork, Work

LEAST = 8  # hand-ins of an exercise, below which nobody can say what is rare
Found = tuple["Work", "Work", "Sign"]
_Name = tuple[str, str]


def alike(classwork: Classwork, keys: Keys) -> Alike:
    """Return the pairs of hand-ins that are alike, exercise by exercise.

    Parameters
    ----------
    classwork
        What the class handed in. Files and histories are compared among all of it; errors and texts only among the
        hand-ins that count, and only where there are enough of them to say what is rare.
    keys
        The exercises of the course.
    """
    pairs: list[Pair] = []
    notes: list[str] = []
    for name in classwork.exercises:
        key = keys.get(name)
        if key is None:  # pragma: no cover - what counts was marked with it
            continue
        found = [*_same(classwork, name)]
        counting = classwork.counting(name)
        if len(counting) < LEAST:
            notes.append(
                f"{name}: {count(len(counting), 'hand-in')}, too few to compare errors and texts; at least {LEAST}"
            )
        else:
            found += _compared(key.exercise, counting, keys, len(classwork.exercises))
        pairs += _pairs(name, found)
    return Alike(tuple(pairs), tuple(notes))


def _same(classwork: Classwork, exercise: str) -> Iterator[Found]:
    every = [each for each in classwork.works if each.given and each.row.exercise == exercise]
    yield from same_work(every)
    yield from same_history(every)


def _compared(exercise: Exercise, works: Iterable[Work], keys: Keys, exercises: int) -> Iterator[Found]:
    named = {str(number): work for number, work in enumerate(works)}
    for one, other, sign in (*alike_wrongs(exercise, named, exercises), *alike_texts(exercise, named, keys)):
        yield named[one], named[other], sign


def _pairs(exercise: str, found: Iterable[Found]) -> list[Pair]:
    """Put together what is alike in each two hand-ins of different people; where all is the same, that says it."""
    signs: defaultdict[tuple[_Name, _Name], list[Sign]] = defaultdict(list)
    works: dict[_Name, Work] = {}
    for one, other, sign in found:
        if different(one, other):
            first, second = sorted((one, other), key=lambda work: (work.row.learner.casefold(), work.row.file))
            works |= {_name(first): first, _name(second): second}
            signs[_name(first), _name(second)].append(sign)
    pairs = []
    for (name, other_name), there in signs.items():
        plain = [sign for sign in there if sign.kind in ("file", "work")]
        ordered = tuple(sorted(plain[:1] or there, key=lambda sign: KINDS.index(sign.kind)))
        pairs.append(Pair(exercise, works[name], works[other_name], ordered))
    return sorted(pairs, key=lambda pair: (KINDS.index(pair.signs[0].kind), -pair.signs[0].figure, pair.one.row.file))


def _name(work: Work) -> _Name:
    return work.row.file, work.row.content


def different(one: Work, other: Work) -> bool:
    """Tell whether two hand-ins are two people's: a platform says so, or else their names do."""
    people = one.row.person, other.row.person
    return people[0] != people[1] if all(people) else one.row.learner.casefold() != other.row.learner.casefold()
