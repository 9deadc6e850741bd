"""What can be handed in: the exercises, and each lesson with its answers and marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.authoring import sealed
from coursekit.errors import CourseError
from coursekit.questions.exercises import Exercise
from coursekit.words import nearest

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.course.assembly import Course

_LESSON = re.compile(r"[Ll](\d\d)")


class Assignments:
    """The exercises of a course by their ids, and its lessons as ``L02``: each is read when it is asked for.

    Parameters
    ----------
    course
        The course.
    """

    def __init__(self, course: Course) -> None:
        self._course = course

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of exercises, then of lessons."""
        return (*self._course.exercises.files, *(f"L{name[:2]}" for name in self._course.questions.names))

    def id_of(self, name: str) -> str:
        """Return the whole id of what somebody calls ``09``, ``09-name`` or ``l09``; "" where there is none."""
        asked = name.upper() if _LESSON.fullmatch(name) else name
        names = dict.fromkeys(self.names)
        found = [each for each in names if asked in (each, each.partition("-")[0])]
        return found[0] if len(found) == 1 else ""

    def __getitem__(self, name: str) -> Exercise:
        """Return an exercise, or a lesson as one; by its id, or by the number that an exercise begins with.

        Raises
        ------
        CourseError
            When there is none, with the nearest id, or a file of it is faulty.
        """
        whole = self.id_of(name)
        if not whole:
            raise CourseError(nearest(name, self.names, "exercise or lesson"))
        lesson = _LESSON.fullmatch(whole)
        return self._lesson(lesson[1]) if lesson else self._course.exercises[whole]

    def of_question(self, question_id: str) -> Exercise | None:
        """Return the exercise, or the lesson as one, that a question is handed in with; None where there is none."""
        exercise = self._course.exercises.of_question(question_id)
        if exercise or not self.id_of(f"L{question_id[:2]}"):
            return exercise
        lesson = self._lesson(question_id[:2])
        return lesson if lesson.question(question_id) else None

    def files(self, whole_id: str) -> tuple[Path, ...]:
        """Return the files that the marks of an exercise or a lesson rest on."""
        lesson = _LESSON.fullmatch(whole_id)
        if not lesson:
            return (self._course.exercises.files[whole_id],)
        folder = self._course.folders.quizzes
        return tuple(path for path in sealed.files(folder) if path.stem.startswith(f"{lesson[1]}-"))

    def _lesson(self, number: str) -> Exercise:
        """Return a lesson as something that is handed in.

        Its version is the sum of the versions of its questions and annotation tasks: it grows whenever one of them
        has a new one, or one is added.
        """
        questions, tasks = self._course.lesson(number)
        version = sum(each.version for each in questions) + sum(self._course.key(task).version for task in tasks)
        title = f"Lesson {int(number)}"
        return Exercise(f"L{number}", version, title, "", 0, tuple(questions), tuple(tasks))
