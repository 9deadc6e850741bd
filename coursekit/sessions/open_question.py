"""Open a question of a course: the session behind it, and all that a card of it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.questions import view
from coursekit.sessions.answer_store import AnswerStore
from coursekit.sessions.question import QuestionSession
from coursekit.sessions.saved import saved

if TYPE_CHECKING:
    from coursekit.questions import Question
    from coursekit.sessions.store import Store


def question_session(store: Store, question: Question) -> QuestionSession:
    """Return the session of a question, with what was answered before."""
    course = store.course
    before = saved(store, question).to_json()
    return QuestionSession(view(question, course.shelf), AnswerStore(store, question), before, course.name)
