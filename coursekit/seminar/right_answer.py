"""A right answer to a question, for those who may see it: a learner whose teacher chose so, and the teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, join, prose, tag
from coursekit.questions import best_answer, kind_named, read_by
from coursekit.questions.grid import Grid
from coursekit.questions.ground import ground_body

if TYPE_CHECKING:
    from coursekit.questions import Answer, Question
    from coursekit.questions.rubric import Rubric

# What a twin calls the learner's own is, in a right answer, nobody's. An author's words can hold no such markup.
_RIGHT = {
    '<strong class="ck-chosen"> (your answer)</strong>': "<strong> (right)</strong>",
    "<strong>Your answer: </strong>": "<strong>Right: </strong>",
    "<strong>Your answer:</strong>": "<strong>Right:</strong>",
}


def right_answer(question: Question) -> list[Safe]:
    """Return a right answer as it would look, where there is one that a machine knows."""
    if read_by(question) == "teacher" or (isinstance(question, Grid) and not question.cells):
        return []
    best: Answer = best_answer(question)
    body = join(*kind_named(question.kind).body(question, best), *ground_body(question, best)).markup
    for own, right in _RIGHT.items():
        body = body.replace(own, right)
    return [tag("p", tag("strong", "A right answer"), class_="ck-right-answer"), Safe(body)]


def samples(question: Rubric) -> list[Safe]:
    """Return the sample answers to a text with what a reader would say of each."""
    return [
        join(
            tag("p", tag("strong", f"A {sample.level} sample:")),
            tag("blockquote", tag("p", prose(sample.text))),
            tag("p", prose(sample.comment), class_="ck-hint"),
        )
        for sample in question.samples
    ]
