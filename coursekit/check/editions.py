"""Whether questions and tasks name an edition that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem
from coursekit.questions import anchors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursekit.annotation.keys import Key
    from coursekit.questions import Question
    from coursekit.sources import Library


def beside_whole(questions: Iterable[Question], keys: Iterable[tuple[Key, str]], library: Library) -> Iterator[Problem]:
    """Yield where the edition “text” is named of a source whose text itself stands in the course.

    Parameters
    ----------
    questions
        The questions of the course.
    keys
        Its tasks, each with what messages call its file.
    library
        Tells which texts stand in the course.
    """

    def wrong(siglum: str, edition: str) -> str:
        if edition == "guide" or not library.is_whole(siglum):
            return ""
        return f"edition: the course has the text of {siglum} itself; leave “{edition}” out"

    for question in questions:
        for _, target in anchors(question):
            if words := wrong(target.source, target.edition):
                yield question.where.problem(f"{question.id}: {words}")
    for key, name in keys:
        if words := wrong(key.source, key.edition):
            yield Problem(name, 1, words)
