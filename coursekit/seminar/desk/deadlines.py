"""Until when each exercise was to be handed in, as somebody wrote it on the desk."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from coursekit.dates.human import Unread
from coursekit.dates.moment import read_moment, say_moment
from coursekit.errors import CourseError
from coursekit.marking.visible import visible

if TYPE_CHECKING:
    from coursekit.course.assignments import Assignments
    from coursekit.seminar.desk.kept import Kept
    from coursekit.sessions.protocol import DeskDeadline

EVERY = ""  # exercise that has none of its own
_LONGEST = 200


class Deadlines:
    """The deadlines of a desk.

    Parameters
    ----------
    kept
        Where they are remembered.
    assignments
        What can be handed in.
    """

    def __init__(self, kept: Kept, assignments: Assignments) -> None:
        self._kept = kept
        self._names = assignments.names

    def set(self, exercise: str, words: str) -> str:
        """Remember a deadline, or forget it where there are no words; return what is to be told.

        Raises
        ------
        CourseError
            When the words are no one moment, or there is no such exercise.
        """
        if exercise not in (EVERY, *self._names):
            raise CourseError(f"{visible(exercise, 60)}: no such exercise; choose another")
        known = {name: when.isoformat() for name, when in self._read().items()}
        if not words.strip():
            known.pop(exercise, None)
            self._kept.remember(deadlines=known)
            return f"{_called(exercise)}: no deadline"
        moment = read_moment(words[:_LONGEST])
        if isinstance(moment, Unread):
            raise CourseError(visible(moment.why, 400))
        self._kept.remember(deadlines=known | {exercise: moment.isoformat()})
        return f"{_called(exercise)}: late after {say_moment(moment)}"

    def by_exercise(self) -> dict[str, datetime]:
        """Return the moment after which each exercise is late."""
        known = self._read()
        every = known.pop(EVERY, None)
        return (dict.fromkeys(self._names, every) if every else {}) | known

    def shown(self) -> list[DeskDeadline]:
        """Return them as the page has them: that for every exercise first."""
        known = sorted(self._read().items())
        return [{"exercise": name, "name": _called(name), "when": say_moment(when)} for name, when in known]

    def _read(self) -> dict[str, datetime]:
        kept = self._kept.remembered("deadlines")
        found: dict[str, datetime] = {}
        for name, words in kept.items() if isinstance(kept, dict) else ():
            with suppress(ValueError, TypeError):  # somebody has written into the file
                moment = datetime.fromisoformat(words)
                if moment.tzinfo and name in (EVERY, *self._names):
                    found[name] = moment
        return found


def _called(exercise: str) -> str:
    return exercise or "every exercise"
