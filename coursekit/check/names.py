"""Files and ids that nothing would find: a lesson without a number, a question under another lesson's number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.authoring import sealed
from coursekit.authoring.problems import Problem
from coursekit.authoring.reading import read_text
from coursekit.places import HOME, PRACTICE, REVIEW
from coursekit.questions.kinds import KINDS
from coursekit.questions.own_kinds import names_in
from coursekit.sources.known import README, other_files
from coursekit.sources.page import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from coursekit.places import Folders
    from coursekit.questions import Question

_NUMBER = re.compile(r"\d+")


def lost_files(folders: Folders) -> Iterator[Problem]:
    """Yield the texts among the lessons that are none by their names, questions of no lesson, and kinds of no use.

    Parameters
    ----------
    folders
        Where the parts of the course are.
    """
    lessons = folders.lesson_texts
    following = 1 + max((int(number[0]) for path in lessons if (number := _NUMBER.match(path.stem))), default=-1)
    for path in sorted({*folders.lessons.glob("*.md")} - {*lessons}):
        if path.name not in (HOME, PRACTICE, REVIEW, README, folders.about.name):
            told = f"no lesson is made of this; call it by its number, as {following:02}-{path.stem}.md"
            yield Problem(folders.name(path), 1, told)
    numbers = {path.stem[:2] for path in lessons}
    for path in (*sealed.files(folders.quizzes), *sealed.files(folders.keys)):
        if path.stem[:2] not in numbers:
            yield Problem(folders.name(path), 1, f"there is no lesson {path.stem[:2]} to ask it; see its name")
    for path in sorted(folders.kinds.glob("*.py")):
        if path.stem in KINDS:
            yield Problem(folders.name(path), 1, "is not used: the kit has a kind of this name; choose another")
        elif path.stem not in names_in(folders.kinds) and not path.stem.startswith("_"):
            told = "is not used: expected a name of small letters, figures and _, at most 40, a letter first"
            yield Problem(folders.name(path), 1, told)


def unsent_sources(folders: Folders) -> Iterator[Problem]:
    """Yield the files beside the sources that nothing reads, and that no class gets."""
    for path in other_files(folders.root):
        told = "nothing reads this, and it goes to no class; if it is a text with rights reserved, keep it elsewhere"
        yield Problem(folders.name(path), 1, told)


def sources_page(folders: Folders, sigla: Collection[str]) -> Iterator[Problem]:
    """Yield where the page on the sources, which students get, lists others than the course has.

    Parameters
    ----------
    folders
        Where the parts of the course are.
    sigla
        The sources there are. A course may leave the page to be made from their records.
    """
    page = folders.sources / README
    if not page.is_file():
        return
    rows = listed(read_text(page, page.name)[0].splitlines())
    for siglum, number in rows.items():
        if siglum not in sigla:
            yield Problem(folders.name(page), number, f"{siglum}: no such source; students get this page")
    for siglum in sigla:
        if rows and siglum not in rows:
            told = f"{siglum}: has no row here; write one, or delete the page: it is then made from the records"
            yield Problem(folders.name(page), min(rows.values()), told)


def strange_ids(questions: Iterable[Question]) -> Iterator[Problem]:
    """Yield the questions whose ids begin with another number than the file they stand in."""
    for question in questions:
        number = question.where.file.rpartition("/")[2][:2]
        if question.id[:2] != number:
            words = f"{question.id}: expected an id that begins with {number}-, as this file does"
            yield question.where.problem(words)
