"""A course, put together: its sources, questions, exercises and tasks, and the journal of one learner."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from coursekit import journal
from coursekit.authoring import sealed
from coursekit.authoring.settings import Settings, load_settings
from coursekit.errors import CourseError
from coursekit.places import TEXTS, Folders, course_root, work_dir
from coursekit.questions import LibraryShelf, Questions
from coursekit.questions.exercises import Exercises
from coursekit.questions.misconceptions import Misconception, load_misconceptions
from coursekit.sources import Entry, Fact, Library, TagSet, load_context, load_glossary, load_tags
from coursekit.words import nearest

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.annotation.keys import Key
    from coursekit.course.assignments import Assignments
    from coursekit.journal import Journal
    from coursekit.questions import Question

Stamps = tuple[tuple[str, int], ...]


class Course:
    """Sources, questions, exercises, keys and journal of one course and one learner.

    Nothing is read before it is asked for. What an author may change while a lesson runs is read again when its
    file has changed.

    Parameters
    ----------
    root
        The course's folder.
    work
        The learner's folder; the one of this process if it is not given, and made when it is first asked for.
    library
        The sources, where they are at hand already.
    """

    def __init__(self, root: Path, work: Path | None = None, library: Library | None = None) -> None:
        self.root = root
        self.folders = Folders(root)
        self.library = library or Library(root, work / TEXTS if work else None)
        self._work = work
        self._questions: tuple[Stamps, Questions] | None = None
        self._exercises: tuple[Stamps, Exercises] | None = None

    @property
    def work(self) -> Path:
        """The learner's folder."""
        if self._work is None:
            self._work = work_dir()
        return self._work

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
        stamps = tuple((path.name, path.stat().st_mtime_ns) for path in sealed.files(self.folders.quizzes))
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

    @property
    def assignments(self) -> Assignments:
        """What can be handed in: exercises, and lessons as ``L02``."""
        from coursekit.course.assignments import Assignments

        return Assignments(self)

    def key(self, task: str) -> Key:
        """Return an annotation task with its key, by the task's id.

        Raises
        ------
        CourseError
            When there is none, or its file is faulty.
        """
        from coursekit.annotation.keys import load_key

        names = [path.stem for path in sealed.files(self.folders.keys)]
        if task not in names:
            raise CourseError(nearest(task, names, "annotation task"))
        return load_key(*self.folders.named(sealed.file(self.folders.keys, task)))

    def picture(self, name: str) -> Path:
        """Return the file of a picture's data. Raises CourseError with the nearest name."""
        names = [path.stem for path in sealed.files(self.folders.pictures)]
        if name not in names:
            raise CourseError(nearest(name, names, "picture"))
        return self.folders.pictures / f"{name}.toml"

    def siglum(self, siglum: str) -> str:
        """Return a siglum that this course has. Raises CourseError with the nearest one."""
        if siglum not in self.library.sigla:
            raise CourseError(nearest(siglum, self.library.sigla, "source"))
        return siglum

    @cached_property
    def settings(self) -> Settings:
        """What is this course's and not the kit's."""
        return load_settings(self.root)

    @cached_property
    def tag_sets(self) -> dict[str, TagSet]:
        """The closed tag sets by id."""
        return load_tags(*self.folders.named(self.folders.tags))

    @cached_property
    def glossary(self) -> dict[str, Entry]:
        """Who and what the lessons name, by id."""
        return load_glossary(*self.folders.named(self.folders.glossary))

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The outside facts by id."""
        return load_context(*self.folders.named(self.folders.context))

    @cached_property
    def misconceptions(self) -> dict[str, Misconception]:
        """The course's list of misconceptions by code; a class copy has none."""
        return load_misconceptions(*self.folders.named(self.folders.misconceptions))

    @cached_property
    def texts(self) -> LibraryShelf:
        """Where marking looks up texts; outside facts, which it has no use for, are not read."""
        return LibraryShelf(self.library)

    @cached_property
    def shelf(self) -> LibraryShelf:
        """Where questions look up texts, titles and outside facts."""
        return LibraryShelf(self.library, self.facts)

    def lesson(self, number: str) -> tuple[list[Question], list[str]]:
        """Return the questions and annotation tasks of a lesson, by the number its files begin with.

        Raises
        ------
        CourseError
            When no lesson has the number.
        """
        names = [*self.questions.names, *(path.name for path in self.folders.lessons.glob("[0-9][0-9]-*.md"))]
        if number not in (numbers := sorted({name[:2] for name in names})):
            raise CourseError(nearest(number, numbers, "lesson"))
        quizzes = [self.questions.quiz(name) for name in self.questions.names if name.startswith(f"{number}-")]
        tasks = [path.stem for path in sealed.files(self.folders.keys) if path.stem.startswith(f"{number}-")]
        return [question for quiz in quizzes for question in quiz], tasks


_READ: dict[tuple[Path, Path], Course] = {}


def course() -> Course:
    """Return the course of this process, and of whoever learns in it.

    Raises
    ------
    CourseError
        When there is no course here, or the learner's work cannot be kept.
    """
    root, work = course_root(), work_dir()
    if (root, work) not in _READ:
        _READ[root, work] = Course(root, work)
    return _READ[root, work]
