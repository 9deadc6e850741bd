"""The course that a cell belongs to, read once a process."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from coursekit import journal
from coursekit.authoring import sealed
from coursekit.errors import CourseError
from coursekit.places import course_root, work_dir
from coursekit.questions import LibraryShelf, Questions
from coursekit.questions.exercises import Exercises
from coursekit.sources import Entry, Library, TagSet, load_context, load_glossary, load_tags
from coursekit.words import nearest

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.journal import Journal
    from coursekit.questions import Question
    from coursekit.questions.keys import Key

Stamps = tuple[tuple[str, int], ...]


@dataclass
class Course:
    """Sources, questions, keys and journal of one course and one learner."""

    root: Path
    work: Path
    library: Library
    _questions: tuple[Stamps, Questions] | None = field(default=None, repr=False)
    _exercises: tuple[Stamps, Exercises] | None = field(default=None, repr=False)

    @property
    def journal(self) -> Journal:
        """The learner's journal."""
        return journal.at(self.work)

    @property
    def name(self) -> str:
        """Names course and learner to the browser, which keeps there what it could not save yet."""
        return hashlib.sha256(str(self.work).encode()).hexdigest()[:12]

    @property
    def questions(self) -> Questions:
        """All questions; read again when an author has changed a file."""
        stamps = tuple((path.name, path.stat().st_mtime_ns) for path in self._files("quizzes"))
        if self._questions is None or self._questions[0] != stamps:
            self._questions = (stamps, Questions(self.root))
        return self._questions[1]

    def question(self, question_id: str) -> Question:
        """Return a question.

        Raises
        ------
        CourseError
            When no quiz has it: the nearest id, and the ids of that lesson.
        """
        exercise = self.exercises.of_question(str(question_id))
        found = exercise.question(question_id) if exercise else self.questions.find(str(question_id))
        if found is None:
            raise CourseError(nearest(question_id, self.questions.by_id, "question"))
        return found

    @property
    def exercises(self) -> Exercises:
        """All exercises; a file is read again when an author has changed it."""
        fresh = Exercises(self.root)
        stamps = tuple((str(path), path.stat().st_mtime_ns) for path in fresh.files.values())
        if self._exercises is None or self._exercises[0] != stamps:
            self._exercises = (stamps, fresh)
        return self._exercises[1]

    def key(self, task: str) -> Key:
        """Return an annotation task with its key, by the task's id.

        Raises
        ------
        CourseError
            When there is none, or its file is faulty.
        """
        from coursekit.questions.keys import load_key

        names = [path.stem for path in self._files("keys")]
        if task not in names:
            raise CourseError(nearest(task, names, "annotation task"))
        path = sealed.file(self.root / "lessons" / "keys", task)
        return load_key(path, path.relative_to(self.root).as_posix())

    def picture(self, name: str) -> Path:
        """Return the file of a picture's data. Raises CourseError with the nearest name."""
        names = [path.stem for path in self._files("pictures")]
        if name not in names:
            raise CourseError(nearest(name, names, "picture"))
        return self.root / "lessons" / "pictures" / f"{name}.toml"

    def siglum(self, siglum: str) -> str:
        """Return a siglum that this course has. Raises CourseError with the nearest one."""
        if siglum not in self.library.sigla:
            raise CourseError(nearest(siglum, self.library.sigla, "source"))
        return siglum

    @cached_property
    def tag_sets(self) -> dict[str, TagSet]:
        """The closed tag sets by id."""
        return load_tags(self.root / "sources" / "tags.toml", "sources/tags.toml")

    @cached_property
    def glossary(self) -> dict[str, Entry]:
        """Who and what the lessons name, by id."""
        return load_glossary(self.root / "sources" / "glossary.toml", "sources/glossary.toml")

    @cached_property
    def shelf(self) -> LibraryShelf:
        """Where questions look up texts, titles and outside facts."""
        return LibraryShelf(self.library, load_context(self.root / "sources" / "context.toml", "sources/context.toml"))

    def lesson(self, number: str) -> tuple[list[Question], list[str]]:
        """Return the questions and annotation tasks of a lesson, by the number its files begin with.

        Raises
        ------
        CourseError
            When no lesson has the number.
        """
        lessons = self.root / "lessons"
        names = [*self.questions.names, *(path.name for path in lessons.glob("[0-9][0-9]-*.md"))]
        if number not in (numbers := sorted({name[:2] for name in names})):
            raise CourseError(nearest(number, numbers, "lesson"))
        quizzes = [self.questions.quiz(name) for name in self.questions.names if name.startswith(f"{number}-")]
        tasks = [path.stem for path in self._files("keys") if path.stem.startswith(f"{number}-")]
        return [question for quiz in quizzes for question in quiz], tasks

    def _files(self, folder: str) -> list[Path]:
        return sealed.files(self.root / "lessons" / folder)


_READ: dict[tuple[Path, Path], Course] = {}


def course() -> Course:
    """Return the course of this cell.

    Raises
    ------
    CourseError
        When there is no course here, or the learner's work cannot be kept.
    """
    root, work = course_root(), work_dir()
    if (root, work) not in _READ:
        _READ[root, work] = Course(root, work, Library(root, work / "texts"))
    return _READ[root, work]
