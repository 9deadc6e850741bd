"""The answers of a class being read: what a grading page may say, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from coursekit.errors import CourseError
from coursekit.sessions.session import Session, ack

if TYPE_CHECKING:
    from coursekit.sessions.protocol import Ack, LevelsChanged


class LevelStore(Protocol):
    """Keeps what a marker gives."""

    def keep(self, answer: str, levels: dict[str, Any], comment: str) -> str:
        """Keep the levels (by row) and the comment of an answer; return when they were safe on disk.

        Raises `CourseError` when they were not kept.
        """


class GradingSession(Session):
    """Answers to one question, read side by side, each with the rows of the rubric.

    Parameters
    ----------
    setup
        What is shown (`coursekit.sessions.protocol.GradingSetup`).
    store
        Who keeps what is given.
    course
        Names the course, so that two courses in one browser keep apart what is not yet saved.
    """

    fault = "the course could not keep this ({}); run the notebook again"
    unknown = "this version of the course does not know that change; run the notebook again"

    def __init__(self, setup: dict[str, Any], store: LevelStore, course: str = "") -> None:
        super().__init__()
        self.setup = setup
        self.course = course
        self._store = store
        self._answers = {answer["id"]: answer for answer in setup["answers"]}

    def traits(self) -> dict[str, Any]:
        """Return what a grading page is given."""
        return {"setup": self.setup, "course": self.course}

    def take(self, n: int, message: dict[str, Any]) -> list[Ack | LevelsChanged]:
        """Keep the levels and the comment of an answer."""
        if message.get("op") != "levels":
            # Unanswered, it would hold up all that comes after it.
            raise CourseError(self.unknown)
        answer, levels, comment = (message.get(name) for name in ("answer", "levels", "comment"))
        known = self._answers.get(answer) if isinstance(answer, str) else None
        if known is None:
            raise CourseError("this answer is not among those that are read here; run the notebook again")
        if not isinstance(levels, dict) or not isinstance(comment, str):
            raise CourseError("the levels could not be read; set them once more")
        at = self._store.keep(known["id"], levels, comment)
        known.update(levels=levels, comment=comment, at=at)
        told: LevelsChanged = {
            "op": "changed", "n": n, "answer": known["id"], "levels": levels, "comment": comment, "at": at,
        }  # fmt: skip
        return [told, ack(n, at)]
