"""Texts in which two people have runs of words in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.agreement.shared_words import RUN, parts, shared_words
from coursekit.seminar.alike.own_words import course_words, written
from coursekit.seminar.alike.pairs import Beside, Sign
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursekit.marking.keys import Keys
    from coursekit.questions.base import Question
    from coursekit.questions.exercises import Exercise
    from coursekit.seminar.classwork import Work

_FEW, _FIFTH = 4, 5  # a run of words may stand in so many texts, or in a fifth of them, and still be somebody's own


def alike_texts(exercise: Exercise, works: Mapping[str, Work], keys: Keys) -> Iterator[tuple[str, str, Sign]]:
    """Yield two hand-ins and what they share, question by question.

    Parameters
    ----------
    exercise
        Whose questions are looked at.
    works
        The hand-ins, under any names.
    keys
        Knows the documents, whose words are nobody's own.
    """
    known = course_words(exercise.questions, keys.shelf.library)
    most = max(_FEW, len(works) // _FIFTH)
    for question in exercise.questions:
        given = {name: work.given.answers.get(question.id) for name, work in works.items() if work.given}
        texts = {name: text for name, answer in given.items() if (text := written(answer))}
        for found in shared_words(texts, known, most):
            one, other = texts[found.one], texts[found.other]
            runs = count(len(found.runs), "run")
            said = (
                f"{runs} of {RUN} words stand in both texts, {found.share:.0%} of the shorter, and in few others or "
                "none; words of the course are not counted. "
                "People who write by themselves share next to none."
            )
            pieces = (tuple(parts(one, found.runs)), tuple(parts(other, found.runs)))
            yield found.one, found.other, Sign("words", len(found.runs), said, (Beside(_asked(question), *pieces),))


def _asked(question: Question) -> str:
    return f"{question.id}: {question.prompt}"
