"""An exercise being handed in: what the form on a page may ask for, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from coursekit.errors import CourseError
from coursekit.marking.writing import EmptierError
from coursekit.sessions.session import AGAIN, Session
from coursekit.sessions.store import answered
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.journal import Event
    from coursekit.sessions.protocol import Emptier, HandedIn, HandInNow

_CONCERN = ("named", "annotate", "annotation-removed", "committed")  # beside answers
RUN_AGAIN = f"{AGAIN}, your answers are kept"


class Made(NamedTuple):
    """A hand-in that was written: in whose name, its file's name, where it lies (in words), all that is in it."""

    learner: str
    name: str
    where: str
    content: str


class HandIns(Protocol):
    """Makes the hand-ins of one exercise: `coursekit.lesson.handing_in`, or a test's."""

    def now(self) -> HandInNow:
        """Return what a hand-in made now would hold."""

    def make(self, learner: str, *, insist: bool) -> Made:
        """Write it. Raises `CourseError` when it was not written, as `write_hand_in` does."""


class HandInSession(Session):
    """The hand-ins of one exercise.

    Parameters
    ----------
    exercise
        Its id.
    hand_ins
        Who makes them.
    """

    fault = f"not made ({{}}); {RUN_AGAIN}"
    unknown = f"this version of the course does not know that; {RUN_AGAIN}"

    def __init__(self, exercise: str, hand_ins: HandIns) -> None:
        super().__init__()
        self.exercise = exercise
        self._hand_ins = hand_ins

    def traits(self) -> dict[str, Any]:
        """Return what a form is given."""
        return {"exercise": self.exercise, "setup": self._hand_ins.now()}

    def hear(self, news: Sequence[Event], origin: object = None) -> list[HandInNow]:  # noqa: ARG002
        """Return what forms are told of what is new in the journal."""
        concerns = answered(news) or any(event.event in _CONCERN for event in news)
        return [self._hand_ins.now()] if concerns else []

    def take(self, n: int, message: dict[str, Any]) -> list[HandedIn | Emptier]:
        """Make the file."""
        if message.get("op") != "hand-in":
            raise CourseError(self.unknown)
        learner = message.get("learner")
        if not isinstance(learner, str):
            raise CourseError("the name could not be read; write it once more")
        try:
            made = self._hand_ins.make(learner, insist=message.get("insist") is True)
        except EmptierError as error:
            return [{"op": "emptier", "n": n, "why": emptier(len(error.lost))}]
        told: HandedIn = {
            "op": "handed-in",
            "n": n,
            "learner": made.learner,
            "name": made.name,
            "where": made.where,
            "summary": self._hand_ins.now()["summary"],
            "content": made.content,
        }
        return [told]


def emptier(lost: int) -> str:
    """Say why a file is not replaced without a word."""
    return (
        f"The file you made before answers {count(lost, 'part')} that you have no answer to now. "
        "If you did not empty them yourself, leave it as it is and tell your instructor."
    )
