"""Answers to try an exercise with, from what its questions list as typical."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.marking.hand_in import HandIn
from coursekit.questions import typical

if TYPE_CHECKING:
    from coursekit.questions import Question
    from coursekit.questions.exercises import Exercise

STATES = ("unanswered", "wrong", "partly", "right")


def one(question: Question, state: str) -> dict[str, Any]:
    """A typical answer with that state, blank where there is none; of a text, what is to be read."""
    wanted = "human" if question.kind == "text" and state != "unanswered" else state
    return next((answer for answer, given in reversed(typical(question)) if given == wanted), {})


def all_of(exercise: Exercise, state: str) -> dict[str, Any]:
    """Every question answered in one state."""
    return {question.id: one(question, state) for question in exercise.questions}


def mixed(exercise: Exercise) -> dict[str, Any]:
    """Each question answered in another state, typical errors first."""
    states = ("partly", "right", "wrong", "unanswered")
    return {question.id: one(question, states[n % len(states)]) for n, question in enumerate(exercise.questions)}


def handed_in(exercise: Exercise, answers: dict[str, Any], learner: str) -> str:
    """The file of a hand-in."""
    return HandIn(exercise.id, exercise.version, learner, "2026-01-31T12:00:00Z", answers).to_json()
