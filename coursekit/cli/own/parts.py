"""Begin a lesson or an exercise: the parts that every one has, about a source that is there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.cli.own.said import numbered
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.formats.portfolio.markdown import plain
from coursekit.places import Folders
from coursekit.questions.exercises import MASTER
from coursekit.sources import Library

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PARTS = Path(__file__).with_name("parts")


def new_lesson(root: Path, name: str, siglum: str = "") -> list[Path]:
    """Begin a lesson: its text, its questions, its teaching notes.

    Parameters
    ----------
    root
        The course's folder.
    name
        As ``02-the-second-letter``.
    siglum
        The source it reads; the only one there is, if it is not given.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    CourseError
        When the name is none, its number is taken, or the source is not there.
    """
    number, stem = numbered(name, "lesson")
    folders = Folders(root)
    _free(number, folders.lessons.glob(f"{number}-*.md"), folders)
    words = _words(root, number, stem, siglum)
    return _write(
        {
            folders.lessons / f"{number}-{stem}.md": ("lesson/lesson.md", words),
            folders.quizzes / f"{number}-{stem}.toml": ("lesson/quiz.toml", words),
            folders.teaching / f"{number}-{stem}.md": ("lesson/teaching.md", words),
        }
    )


def new_exercise(root: Path, name: str, siglum: str = "") -> list[Path]:
    """Begin an exercise, worked. Parameters, return and errors are those of `new_lesson`."""
    number, stem = numbered(name, "exercise")
    folders = Folders(root)
    _free(number, folders.solutions.glob(f"{number}-*"), folders)
    words = _words(root, number, stem, siglum)
    folder = folders.solutions / f"{number}-{stem}"
    return _write(
        {
            folder / MASTER: ("exercise/exercise.toml", words),
            folder / f"{folder.name}.md": ("exercise/exercise.md", words),
        }
    )


def filled(part: str, words: Mapping[str, str]) -> str:
    """Return what a part begins with, its words in capitals replaced, all of them at once.

    Parameters
    ----------
    part
        A file below `PARTS`.
    words
        Word to what stands in its place, for the kind of file it is.
    """
    text = (PARTS / part).read_text(encoding="utf-8")
    return re.sub("|".join(sorted(words, key=len, reverse=True)), lambda found: words[found[0]], text)


def in_toml(words: str) -> str:
    """Return words as they stand between the quotation marks of TOML."""
    return json.dumps(words, ensure_ascii=False)[1:-1]


def _words(root: Path, number: str, stem: str, siglum: str) -> dict[str, str]:
    source = Library(root).source(_source(root, siglum))
    title = stem.replace("-", " ").capitalize()
    first = source.guide.paragraphs[0].id
    found = {"NUMBER": str(int(number)), "NAME": plain(title), "NN": number, "STEM": stem}
    return found | {"SIGLUM": source.record.siglum, "PARAGRAPH": first}


def _source(root: Path, siglum: str) -> str:
    sigla = Library(root).sigla
    if siglum or len(sigla) == 1:
        return siglum or sigla[0]
    if not sigla:
        raise CourseError("sources: none here yet; begin one: python3 course.py new source SIGLUM")
    raise CourseError(f"expected --source and one of {', '.join(sigla)}: the text that it reads")


def _free(number: str, taken: Iterable[Path], folders: Folders) -> None:
    for path in taken:
        raise CourseError(f"{folders.name(path)}: is there already; choose another number than {number}")


def _write(files: Mapping[Path, tuple[str, Mapping[str, str]]]) -> list[Path]:
    for path in files:
        if path.exists():
            raise CourseError(f"{path}: is there already; nothing was written")
    try:
        for path, (part, words) in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, filled(part, words).encode())
    except OSError as error:
        raise CourseError(f"{error.filename}: not written {told(error)}") from error
    return list(files)
