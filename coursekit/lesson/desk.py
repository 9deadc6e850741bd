"""The desk behind a question: keeps each answer in the journal, and marks those that are to be checked."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.lesson.hub import hub
from coursekit.sessions.passages import look_up, passages
from coursekit.sessions.saved import marked_for

if TYPE_CHECKING:
    from coursekit.lesson.course import Course
    from coursekit.questions import Question


class JournalDesk:
    """Implements `coursekit.widgets.question.Desk`, `Passages` and `Hints` for one question.

    ``widget`` is the question's own, once it is made: it needs not be told what it did itself.
    """

    def __init__(self, course: Course, question: Question) -> None:
        self.course = course
        self.question = question
        self.widget: object = None

    def answer(self, question_id: str, answer: dict[str, Any], check: bool) -> dict[str, Any]:  # noqa: ARG002, FBT001
        """Keep an answer; mark it where that is asked for. Raises CourseError when it was not kept."""
        course, question = self.course, self.question
        event = course.journal.append(
            "answer", question=question.id, version=question.version, answer=answer, checked=check
        )
        told: dict[str, Any] = {"at": event.at, "mark": None, "passages": {}}
        if check:
            mark = marked_for(course, question, answer)
            told |= {"mark": mark.to_json(), "passages": passages(course, question, mark)}
            # The answer is safe; that its mark was seen is worth noting, and no reason to refuse it.
            with suppress(CourseError):
                course.journal.append(
                    "mark-shown", question=question.id, version=question.version, state=mark.state, points=mark.points
                )
        hub(course).notify_views(self.widget)
        return told

    def hint(self, question_id: str, step: int) -> dict[str, Any]:  # noqa: ARG002
        """Note that a hint was taken, and return all that are out: ``{"at", "hints"}``."""
        question = self.question
        if not 0 < step <= len(question.hints):
            raise CourseError(f"{question.id}: there is no hint {step}; there are {len(question.hints)}")
        event = self.course.journal.append("hint", question=question.id, step=step)
        return {"at": event.at, "hints": list(question.hints[:step])}

    def passages(self, question_id: str, refs: list[str]) -> dict[str, Any]:  # noqa: ARG002
        """Return what these references name."""
        return look_up(self.course, refs)
