"""``review``: what is due, five minutes of it, as cards; it stops when one stops."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.html import Safe, tag
from coursekit.lesson.host import host
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, emit_live, twin, verb, with_notice
from coursekit.lesson.views import Live
from coursekit.questions import twin as question_twin
from coursekit.sessions.review_store import as_reviewed, review_session
from coursekit.sessions.store import store_of
from coursekit.study import words
from coursekit.study.looking_back import look_back
from coursekit.study.review.due import due

if TYPE_CHECKING:
    from coursekit.questions import Question
    from coursekit.sessions.review_store import ReviewStore
    from coursekit.study.review.due import Round


@verb
def review() -> None:
    """Lay out what is due; run again it lays out what is due then."""
    here = course()
    found = round_of(here, datetime.now(UTC))
    emit(twin(*[tag("p", line) for line in words.review_page(found)], class_="ck-review"))
    for each in found.now:
        show(here, here.question(each.item.id))


def round_of(here: Course, now: datetime) -> Round:
    """Return what is due in a course. Raises CourseError when that cannot be told."""
    tried = look_back(here).attempts.attempts()
    return due(tried, here.questions.by_id.values() if tried else (), now)


def show(here: Course, question: Question) -> None:
    """Put out a question that has come back: its static twin and its card, with nothing answered yet."""
    session, answers = review_session(store_of(here), question)

    def draw() -> Safe:
        return _static(here, question, answers)

    try:
        shell = host().shell("question", session)
    except CourseError as error:
        emit(with_notice(draw(), error))
        return
    hub(here).add(Live(shell, emit_live(draw(), shell), draw))


def _static(here: Course, question: Question, answers: ReviewStore) -> Safe:
    now = answers.now
    return twin(Safe(question_twin(as_reviewed(question), now.answer or None, now.mark, here.shelf)))
