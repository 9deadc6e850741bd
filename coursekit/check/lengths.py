"""What tires a learner: long prompts, long rubrics after short texts, tasks with too many marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.questions.pointing import count_words
from coursekit.questions.rubric import read_by_rubric

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursekit.annotation.keys import Key
    from coursekit.authoring.problems import Problem
    from coursekit.questions import Question

PROMPT = 45  # words
MARKS = 14  # in one task
SHORT_TEXT = 120  # words; up to here a text is a short one
ROWS = 3  # of a rubric after a short text


def too_long(question: Question) -> Iterator[str]:
    """Yield what is longer than a learner should be given at a time."""
    length = count_words(question.prompt)
    if length > PROMPT:
        yield f"the prompt has {length} words; at most {PROMPT}"
    for read in read_by_rubric([question]):
        if read.words and read.words[1] <= SHORT_TEXT and len(read.rows) > ROWS:
            yield f"{len(read.rows)} rows to set after at most {read.words[1]} words; at most {ROWS}"


def tasks_too_long(keys: Iterable[Key]) -> Iterator[Problem]:
    """Yield tasks that ask for more marks than one sitting bears."""
    for key in keys:
        wanted = sum(not span.optional for span in key.spans)
        if wanted > MARKS:
            yield key.spans[0].where.problem(f"{key.id}: {wanted} marks in one task; at most {MARKS}: split it")
