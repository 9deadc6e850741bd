"""Where the course and the learner's work are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coursekit.errors import CourseError

CLASS_COPY = "class-copy.json"  # at the root of a class copy: what belongs to it
LESSONS, QUIZZES, KEYS, PICTURES, TEACHING = "lessons", "quizzes", "keys", "pictures", "teaching"
SOURCES, EXERCISES, SOLUTIONS = "sources", "exercises", "solutions"
KINDS = "kinds"
HOME = "index.md"  # the page on which the course opens, beside its lessons
REVIEW = "review.md"  # what comes back before it is forgotten
PRACTICE = "practice.md"  # the practice test, before and after
FORMS = "practice"  # a folder among the lessons: its forms
NUMBERED = "[0-9]*.md"  # lessons among the files of their folder
WORK, TEXTS, GRADING = "work", "texts", "marking"


@dataclass(frozen=True)
class Folders:
    """Where the parts of a course are; nothing else spells the names of its folders."""

    root: Path

    def name(self, path: Path) -> str:
        """Return what messages call a file of the course: where it stands in it."""
        return path.relative_to(self.root).as_posix()

    def named(self, path: Path) -> tuple[Path, str]:
        """Return a file and what messages call it, as loaders take them."""
        return path, self.name(path)

    @property
    def lessons(self) -> Path:
        """Lessons: ``NN-name.md`` and ``.ipynb``."""
        return self.root / LESSONS

    @property
    def lesson_texts(self) -> list[Path]:
        """The texts of all lessons, in order: files named by a number."""
        return sorted(self.lessons.glob(NUMBERED))

    @property
    def home(self) -> Path:
        """The page on which the course opens: the way through it, and where one is."""
        return self.lessons / HOME

    @property
    def review(self) -> Path:
        """The page on which what is due comes back."""
        return self.lessons / REVIEW

    @property
    def practice_page(self) -> Path:
        """The page of the practice test."""
        return self.lessons / PRACTICE

    @property
    def practice(self) -> Path:
        """The forms of the practice test, a file a form, open or sealed."""
        return self.lessons / FORMS

    @property
    def about(self) -> Path:
        """What the course is, for the front page of its pages edition."""
        return self.lessons / "about.md"

    @property
    def quizzes(self) -> Path:
        """Questions of lessons, a file a lesson, open or sealed."""
        return self.lessons / QUIZZES

    @property
    def keys(self) -> Path:
        """Annotation tasks with experts' marks, a file a task, open or sealed."""
        return self.lessons / KEYS

    @property
    def pictures(self) -> Path:
        """The data of pictures."""
        return self.lessons / PICTURES

    @property
    def misconceptions(self) -> Path:
        """The list of misconceptions that questions name by their codes."""
        return self.lessons / "misconceptions.toml"

    @property
    def teaching(self) -> Path:
        """Notes for whoever teaches a lesson."""
        return self.lessons / TEACHING

    @property
    def sources(self) -> Path:
        """A folder for each source, and what is said of all of them."""
        return self.root / SOURCES

    @property
    def tags(self) -> Path:
        """The closed sets of tags."""
        return self.sources / "tags.toml"

    @property
    def glossary(self) -> Path:
        """Who and what the documents name."""
        return self.sources / "glossary.toml"

    @property
    def context(self) -> Path:
        """Facts from outside the documents."""
        return self.sources / "context.toml"

    def record(self, siglum: str) -> Path:
        """Return the record of a source."""
        return self.sources / siglum / "record.toml"

    def guide(self, siglum: str) -> Path:
        """Return the guide to a source."""
        return self.sources / siglum / "guide.md"

    def text(self, siglum: str) -> Path:
        """Return the text of a source that may be given away; most have none."""
        return self.sources / siglum / "text.txt"

    @property
    def kinds(self) -> Path:
        """Kinds of question of the course's own, a module each; most courses have none."""
        return self.root / KINDS

    @property
    def exercises(self) -> Path:
        """A folder for each exercise, as students get it."""
        return self.root / EXERCISES

    @property
    def solutions(self) -> Path:
        """The same, worked: the instructor's."""
        return self.root / SOLUTIONS


def course_root() -> Path:
    """Return the folder that holds ``lessons/`` and ``sources/``.

    The environment variable ``COURSEKIT_COURSE`` decides where it is set; else the nearest folder
    at or above the working directory; else the checkout this package stands in.

    Raises
    ------
    CourseError
        When no folder with ``lessons/`` and ``sources/`` is found.
    """
    named = os.environ.get("COURSEKIT_COURSE")
    here = Path.cwd()
    candidates = [Path(named)] if named else [here, *here.parents, Path(__file__).resolve().parent.parent]
    for folder in candidates:
        if Folders(folder).lessons.is_dir() and Folders(folder).sources.is_dir():
            return folder.resolve()
    raise CourseError(f"{named or here}: no course here (lessons/ and sources/ are missing); start in its folder")


def work_dir() -> Path:
    """Return the learner's own folder, made if need be: ``COURSEKIT_WORK``, else ``work/`` in the course.

    Made here, it is readable by its owner alone; the modes of a folder that is there already are left as they are.

    Where nbgrader runs somebody's notebook to mark it, this is an empty folder that ends with the process:
    the work of whoever marks is none of that notebook's business.

    Raises
    ------
    CourseError
        When the folder cannot be made or written.
    """
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":
        return _scratch()
    named = os.environ.get("COURSEKIT_WORK")
    folder = Path(named).expanduser() if named else course_root() / WORK
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "not possible"
        raise CourseError(f"{folder}: cannot keep your work here ({reason}); free or name another folder") from error
    return folder.resolve()


@cache
def _scratch() -> Path:
    import atexit
    from tempfile import TemporaryDirectory

    folder = TemporaryDirectory(prefix="coursekit-autograde-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name).resolve()
