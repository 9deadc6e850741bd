"""The exercises and lessons that a batch is marked with, each with a name for all that its marks rest on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from coursekit.marking.hand_in import editions
from coursekit.marking.one import MARKING

if TYPE_CHECKING:
    from coursekit.course import Course
    from coursekit.questions.exercises import Exercise

DETAILS = 2  # raise it when what `row.details` keeps of a mark changes


@dataclass(frozen=True)
class MarkingKey:
    """An exercise, or a lesson that is handed in as one.

    Two marks with the same ``basis`` of the same hand-in are the same.
    """

    exercise: Exercise
    basis: str


class Keys:
    """The exercises and lessons of a course, each read when a hand-in first asks for it, and not again in one batch."""

    def __init__(self, course: Course) -> None:
        self._assignments = course.assignments
        self._names = self._assignments.names
        self._library = course.library
        self._read: dict[str, MarkingKey] = {}
        self.shelf = course.texts

    @cached_property
    def editions(self) -> dict[str, dict[str, str]]:
        """The hash of each edition of each source."""
        return editions(self._library)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of all exercises and lessons."""
        return self._names

    def get(self, exercise_id: str) -> MarkingKey | None:
        """Return an exercise or a lesson by its whole id, None for one that the course does not have.

        Raises
        ------
        CourseError
            When its file is faulty.
        """
        if exercise_id not in self._names:
            return None
        if exercise_id not in self._read:
            exercise = self._assignments[exercise_id]
            # A key may be mended by somebody who forgets to raise the version: so its files count too.
            files = b"".join(path.read_bytes() for path in self._assignments.files(exercise_id))
            file = hashlib.sha256(files).hexdigest()
            rests_on = [DETAILS, MARKING, exercise_id, exercise.version, file, self.editions]
            basis = hashlib.sha256(json.dumps(rests_on, sort_keys=True).encode()).hexdigest()[:32]
            self._read[exercise_id] = MarkingKey(exercise, basis)
        return self._read[exercise_id]
