"""Files and ids that nothing would find: a lesson without a number, a question under another lesson's number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.authoring import sealed
from coursekit.authoring.problems import Problem
from coursekit.authoring.reading import read_text
from coursekit.places import HOME, PRACTICE, REVIEW
from coursekit.sources.record import SIGLUM

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from coursekit.places import Folders
    from coursekit.questions import Question

_ROW = re.compile(rf"\|[ \t]*({SIGLUM.pattern})[ \t]*\|")


def lost_files(folders: Folders) -> Iterator[Problem]:
    """Yield the texts among the lessons that are none by their names, and questions of no lesson.

    Parameters
    ----------
    folders
        Where the parts of the course are.
    """
    lessons = folders.lesson_texts
    for path in sorted({*folders.lessons.glob("*.md")} - {*lessons}):
        if path.name not in (HOME, PRACTICE, REVIEW, folders.about.name):
            told = f"no lesson is made of this; call it by its number, as {len(lessons):02}-{path.stem}.md"
            yield Problem(folders.name(path), 1, told)
    numbers = {path.stem[:2] for path in lessons}
    for path in (*sealed.files(folders.quizzes), *sealed.files(folders.keys)):
        if path.stem[:2] not in numbers:
            yield Problem(folders.name(path), 1, f"there is no lesson {path.stem[:2]} to ask it; see its name")


def sources_page(folders: Folders, sigla: Collection[str]) -> Iterator[Problem]:
    """Yield where the page on the sources, which students get, lists others than the course has.

    Parameters
    ----------
    folders
        Where the parts of the course are.
    sigla
        The sources there are. A course may leave the page to be made from their records.
    """
    page = folders.sources / "README.md"
    if not page.is_file():
        return
    listed = {}
    for number, line in enumerate(read_text(page, page.name)[0].splitlines(), start=1):
        if row := _ROW.match(line):
            listed[row[1]] = number
            if row[1] not in sigla:
                yield Problem(folders.name(page), number, f"{row[1]}: no such source; students get this page")
    for siglum in sigla:
        if listed and siglum not in listed:
            told = f"{siglum}: has no row here; write one, or delete the page: it is then made from the records"
            yield Problem(folders.name(page), min(listed.values()), told)


def strange_ids(questions: Iterable[Question]) -> Iterator[Problem]:
    """Yield the questions whose ids begin with another number than the file they stand in."""
    for question in questions:
        number = question.where.file.rpartition("/")[2][:2]
        if question.id[:2] != number:
            words = f"{question.id}: expected an id that begins with {number}-, as this file does"
            yield question.where.problem(words)
