"""What somebody wrote in words of their own, and what was nobody's own to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.agreement.shared_words import Run, runs_of
from coursekit.questions import feedback
from coursekit.questions.rubric import Rubric

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursekit.questions.base import Question
    from coursekit.sources import Library

LEAST_WORDS = 5  # of a cell or text that says something
_NOT_WRITTEN = ("spans", "ground", "confidence", "levels")


def written(answer: object) -> str:
    """Return the sentences in an answer, whatever kind of question it is to; "" where there are none."""
    return "\n".join(_sentences(answer))


def course_words(questions: Iterable[Question], library: Library) -> set[Run]:
    """Return the runs of words that anybody may take from questions, their reasons and samples, or the documents."""
    known: set[Run] = set()
    for question in questions:
        samples = [sample.text for sample in question.samples] if isinstance(question, Rubric) else []
        told = (words for _, words in feedback(question))
        for text in (question.prompt, *question.hints, *samples, *told):
            known |= runs_of(text)
    for siglum in library.sigla:
        source = library.source(siglum)
        for edition in (source.guide, source.text):
            for paragraph in edition.paragraphs if edition else ():
                known |= runs_of(paragraph.text)
    return known


def _sentences(value: object) -> Iterator[str]:
    left: list[object] = [value]  # without recursion: an answer may be nested as deep as it likes
    while left:
        found = left.pop()
        if isinstance(found, dict):
            left.extend(each for name, each in reversed(found.items()) if name not in _NOT_WRITTEN)
        elif isinstance(found, list):
            left.extend(reversed(found))
        elif isinstance(found, str) and len(found.split()) >= LEAST_WORDS:
            yield found
