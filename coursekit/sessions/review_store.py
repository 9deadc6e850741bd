"""Keeps what is answered in a review: apart from the lessons' answers, which stay as they were given."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.journal import Answered
from coursekit.questions import view
from coursekit.sessions.answer_store import AnswerStore, worth_noting
from coursekit.sessions.question import QuestionSession
from coursekit.sessions.saved import NOTHING, Saved, marked

if TYPE_CHECKING:
    from coursekit.questions import Question
    from coursekit.sessions import protocol
    from coursekit.sessions.store import Store

PURPOSE = "review"
_HIDDEN = "warm-up"


class ReviewStore(AnswerStore):
    """Implements `coursekit.sessions.question.Answers` for one question that has come back."""

    def __init__(self, store: Store, question: Question) -> None:
        super().__init__(store, question)
        begun = store.state.reviewing.get(question.id)
        fits = begun is not None and begun.version == question.version
        self.now = Saved(begun.answer, None, begun.at, {}) if begun and fits else NOTHING

    def keep(self, answer: dict[str, Any], *, check: bool, origin: object = None) -> protocol.Saved:
        """Keep an answer; mark it where that is asked for. Raises CourseError when it was not kept."""
        store, question = self.store, self.question
        of = {"question": question.id, "version": question.version}
        at = store.write("review-answer", **of, answer=answer, checked=check).at
        self.now = Saved(answer, None, at, {})
        if check:
            self.now = marked(store, question, Answered(answer, question.version, at, check))
            if self.now.mark:
                with suppress(CourseError):
                    store.write("review-shown", **of, **worth_noting(self.now.mark))
        store.notify_views(origin)
        return self.now.to_json()

    def saved(self) -> protocol.Saved:
        """Return what was answered in this review."""
        return self.now.to_json()

    def hint(self, step: int) -> tuple[str, list[str]]:
        """Refuse: a hint would be put down to the question of the lesson."""
        raise CourseError(f"{self.question.id}: there is no hint {step} in a review")


def as_reviewed(question: Question) -> Question:
    """Return a question as it is shown when it comes back: it counts nothing, and has no hints.

    Where its lesson hides the text, or it asks what one remembers, the text stays hidden.
    """
    hidden = question.purpose == _HIDDEN or question.recall
    return replace(question, purpose=_HIDDEN if hidden else PURPOSE, hints=())


def review_session(store: Store, question: Question) -> tuple[QuestionSession, ReviewStore]:
    """Return the session of a question that has come back, and what keeps its answers."""
    answers = ReviewStore(store, question)
    shown = view(as_reviewed(question), store.course.shelf)
    return QuestionSession(shown, answers, answers.saved(), f"{store.course.name}-review"), answers
