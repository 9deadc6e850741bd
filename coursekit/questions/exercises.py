"""Exercises: a few questions that belong together, handed in and marked as one.

A lesson that is handed in is one, too; `coursekit.course.assignments` makes it.

The instructor's file is ``solutions/NN-name/exercise.toml``. Where that is not, in a class copy, what a learner's
check needs stands sealed in ``exercises/NN-name/questions.sealed``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from coursekit.authoring.reading import read_table
from coursekit.authoring.table import hint
from coursekit.errors import CourseError
from coursekit.places import Folders
from coursekit.questions import counted
from coursekit.questions.loading import read_questions

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.questions.base import Question

MASTER, SEALED = "exercise.toml", "questions.sealed"
_ID = re.compile(r"\d\d-[a-z0-9]+(?:-[a-z0-9]+)*")
_MINUTES = 45


@dataclass(frozen=True)
class Exercise:
    """One exercise; raise ``version`` whenever one of its questions or keys changes.

    ``tasks`` are the annotation tasks whose marks are handed in with the answers; only lessons have any.
    """

    id: str
    version: int
    title: str
    about: str
    minutes: int
    questions: tuple[Question, ...]
    tasks: tuple[str, ...] = ()

    @property
    def call(self) -> str:
        """What one types to name it: its number, or the whole id of a lesson (``L02``)."""
        return self.id.partition("-")[0]

    @property
    def unit(self) -> Literal["exercise", "lesson"]:
        """What it is handed in as."""
        return "lesson" if self.id.startswith("L") else "exercise"

    @property
    def of(self) -> float:
        """The points that are counted by machine."""
        return sum(question.points for question in self.questions if question.scores and counted(question))

    @property
    def for_a_teacher(self) -> float:
        """The points of what people read."""
        return sum(question.points for question in self.questions if question.scores and not counted(question))

    def question(self, question_id: str) -> Question | None:
        """Return one of its questions, None for another."""
        return next((question for question in self.questions if question.id == question_id), None)


def load_exercise(path: Path, name: str = "") -> Exercise:
    """Read an exercise, from the instructor's file or a sealed one; ``name`` is what messages call it.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    table = read_table(path, name)
    exercise_id = table.text("id")
    if not _ID.fullmatch(exercise_id) or exercise_id != path.parent.name:
        raise table.error("id", f"expected the name of its folder, {path.parent.name}, found “{exercise_id}”")
    questions = read_questions(table.tables("question", least=1))
    for question in questions:
        if not question.id.startswith(f"x{exercise_id[:2]}-"):
            raise question.where.error(f"id: expected x{exercise_id[:2]}- and words, found “{question.id}”")
    exercise = Exercise(
        exercise_id,
        table.whole("version", 1, least=1),
        table.text("title"),
        table.text("about"),
        table.whole("minutes", _MINUTES, least=1),
        questions,
    )
    table.done()
    return exercise


class Exercises:
    """All exercises of a course; ``root`` is the course's folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def files(self) -> dict[str, Path]:
        """Exercise id -> the file it is read from: the instructor's where it is there, else the sealed one."""
        sealed = {path.parent.name: path for path in sorted(Folders(self.root).exercises.glob(f"*/{SEALED}"))}
        masters = {path.parent.name: path for path in sorted(Folders(self.root).solutions.glob(f"*/{MASTER}"))}
        return dict(sorted({**sealed, **masters}.items()))

    @cached_property
    def by_id(self) -> dict[str, Exercise]:
        """All exercises by id. Raises CourseError for the first faulty file."""
        return {name: self._load(path) for name, path in self.files.items()}

    def __getitem__(self, name: str) -> Exercise:
        """Return an exercise by its id, or by the number it begins with.

        Raises
        ------
        CourseError
            When there is none, with the nearest id, or its file is faulty.
        """
        found = [each for each in self.files if name in (each, each[:2])]
        if len(found) != 1:
            near = hint(name, tuple(self.files)) or f"; there are {', '.join(self.files) or 'none'}"
            raise CourseError(f"{name[:60]}: no such exercise{near}")
        return self.by_id[found[0]] if "by_id" in self.__dict__ else self._load(self.files[found[0]])

    def solved_here(self, exercise_id: str) -> bool:
        """Tell whether the instructor's folder of an exercise is here."""
        return (Folders(self.root).solutions / exercise_id / MASTER).is_file()

    def of_question(self, question_id: str) -> Exercise | None:
        """Return the exercise that a question belongs to; None for one of a lesson, or of no exercise here."""
        found = [name for name in self.files if question_id.startswith(f"x{name[:2]}-")]
        exercise = self[found[0]] if len(found) == 1 else None
        return exercise if exercise and exercise.question(question_id) else None

    def _load(self, path: Path) -> Exercise:
        return load_exercise(*Folders(self.root).named(path))
