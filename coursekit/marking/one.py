"""Mark an answer: the one function that the check in a lesson, the batch and the tests all call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursekit.questions.base import MARKING, Mark, Note, Question, State, unanswered
from coursekit.questions.confidence import rider
from coursekit.questions.ground import grounded
from coursekit.questions.kinds import kind_named
from coursekit.questions.references import named

if TYPE_CHECKING:
    from coursekit.questions.shelf import Texts

__all__ = ["MARKING", "Mark", "Note", "State", "mark"]


def mark(question: Question, answer: object, texts: Texts | None = None) -> Mark:
    """Mark one answer; pure, and never an exception whatever the answer is.

    Parameters
    ----------
    question
        Any question.
    answer
        The JSON value a learner's side sent. None, ``{}`` and blank parts are unanswered, never wrong;
        what cannot be read as an answer is unanswered too, with a note that says why.
    texts
        Gives the words of paragraphs, for evidence questions; without it quotations are compared.
    """
    from coursekit.questions import problem

    trouble = problem(question, answer)
    if trouble:
        return unanswered(question, trouble)
    if not isinstance(answer, dict):
        return unanswered(question)
    own: Mark = kind_named(question.kind).mark(question, answer, texts)
    result = grounded(question, answer, own, texts)
    feedback = [_linked(note, question) for note in result.feedback]
    return replace(result, feedback=(*feedback, *(rider(answer, result) if question.confidence else ())))


def _linked(note: Note, question: Question) -> Note:
    """Link a note to the passages its words name."""
    found = named(note.text, question, note.part)
    return replace(note, passages=tuple(dict.fromkeys((*found, *note.passages)))) if found else note
