"""``ask``, ``predict``, ``reflect``: a question as a card, with what was answered before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.html import Safe
from coursekit.lesson.host import host
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, emit_live, twin, verb, with_notice
from coursekit.lesson.views import Live
from coursekit.questions import twin as question_twin
from coursekit.sessions.open_question import question_session
from coursekit.sessions.saved import Saved, saved
from coursekit.sessions.store import store_of

if TYPE_CHECKING:
    from coursekit.questions import Question


@verb
def ask(question_id: str) -> None:
    """Show a question."""
    here = course()
    show(here, here.question(question_id))


@verb
def predict(question_id: str) -> None:
    """Show a question that asks what one expects; readers locked behind it open once it is answered."""
    here = course()
    show(here, of_purpose(here, question_id, "prediction", "predict"))


@verb
def reflect(question_id: str) -> None:
    """Show a question that asks for a paragraph of one's own, with the rubric by which it is read."""
    here = course()
    show(here, of_purpose(here, question_id, "reflection", "reflect"))


def of_purpose(here: Course, question_id: str, purpose: str, verb_: str) -> Question:
    """Return a question that has this purpose. Raises CourseError for another."""
    question = here.question(question_id)
    if question.purpose != purpose:
        raise CourseError(f"{verb_}: {question.id} is no {purpose} (its purpose: {question.purpose}); use ask instead")
    return question


def show(here: Course, question: Question) -> None:
    """Put out a question's static twin and its widget."""
    store = store_of(here)
    static = static_question(here, question, saved(store, question))
    try:
        shell = host().shell("question", question_session(store, question))
    except CourseError as error:
        emit(with_notice(static, error))
        return

    def draw() -> Safe:
        now = here.question(question.id)
        return static_question(here, now, saved(store, now))

    hub(here).add(Live(shell, emit_live(static, shell), draw))


def static_question(here: Course, question: Question, before: Saved) -> Safe:
    """Return a question as it is read without a kernel."""
    return twin(Safe(question_twin(question, before.answer or None, before.mark, here.shelf)))
