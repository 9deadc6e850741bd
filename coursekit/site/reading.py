"""The lessons and exercises of a course as a site shows them: their cells, titles, neighbours and addresses."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coursekit.build.notebook import from_lesson
from coursekit.errors import CourseError
from coursekit.places import EXERCISES, HOME, LESSONS, Folders
from coursekit.site.ways import path_of

if TYPE_CHECKING:
    from pathlib import Path

_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)
_LEADS = re.compile(r"[\w./-]*?(lessons|exercises)?/?(?:\d\d-[a-z0-9-]+/)?(\d\d-[a-z0-9-]+)\.ipynb")
_HOME = HOME.replace(".md", ".ipynb")


@dataclass(frozen=True)
class SitePage:
    """A lesson or an exercise.

    Attributes
    ----------
    unit
        ``lesson`` or ``exercise``.
    name
        As its file is called, without an ending: ``04-the-chemist``.
    notebook
        Where its notebook stands in the course; names it to what is remembered of it.
    cells
        Its cells as a notebook has them: whether it is code, and its source.
    """

    unit: str
    name: str
    notebook: str
    cells: tuple[tuple[bool, str], ...]

    @property
    def folder(self) -> str:
        """The folder of the site that it stands in."""
        return LESSONS if self.unit == "lesson" else EXERCISES

    @property
    def path(self) -> str:
        """Its address in the site."""
        return path_of(self.notebook)

    @property
    def number(self) -> str:
        """Its number: ``04``."""
        return self.name[:2]

    @cached_property
    def title(self) -> str:
        """Its title, as its first heading says it."""
        found = next((match for code, source in self.cells if not code and (match := _TITLE.search(source))), None)
        return found[1].strip() if found else self.name

    @property
    def code(self) -> list[tuple[int, str]]:
        """Its code cells, each with its place."""
        return [(at, source) for at, (code, source) in enumerate(self.cells) if code]


def pages(root: Path) -> list[SitePage]:
    """Return the pages of a course: each lesson, and after it the exercise of its number.

    Raises
    ------
    CourseError
        When a lesson or an exercise cannot be read.
    """
    folders = Folders(root)
    found = [
        SitePage("lesson", text.stem, folders.name(text.with_suffix(".ipynb")), _of(from_lesson(text).cells))
        for text in folders.lesson_texts
    ]
    for notebook in sorted(folders.exercises.glob("[0-9]*/[0-9]*.ipynb")):
        try:
            cells = _of(json.loads(notebook.read_bytes())["cells"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            name = folders.name(notebook)
            raise CourseError(f"{name}: cannot be read ({error}); run: python3 course.py build") from error
        found.append(SitePage("exercise", notebook.stem, folders.name(notebook), cells))
    return sorted(found, key=lambda page: (page.number, page.unit != "lesson"))


def review_page(root: Path) -> SitePage | None:
    """Return the page on which what is due comes back; None where a course has none. Raises CourseError as `pages`."""
    folders = Folders(root)
    text = folders.review
    if not text.is_file():
        return None
    return SitePage("lesson", text.stem, folders.name(text.with_suffix(".ipynb")), _of(from_lesson(text).cells))


def _of(cells: list[Any]) -> tuple[tuple[bool, str], ...]:
    return tuple((cell["cell_type"] == "code", "".join(cell["source"])) for cell in cells)


def address(link: str, here: SitePage, there: dict[str, SitePage]) -> str:
    """Return where a link of a notebook leads on the site; a link to no page of it as it is.

    Parameters
    ----------
    link
        As it is written: ``../exercises/04-name/04-name.ipynb``.
    here
        The page that it stands on.
    there
        All pages, by unit and name: ``exercises/04-name``.
    """
    plain, _, part = link.partition("#")
    match = _LEADS.fullmatch(plain)
    if plain == _HOME:
        return "../index.html"
    if not match:
        return link
    found = there.get(f"{match[1] or here.folder}/{match[2]}")
    return f"../{found.path}{'#' + part if part else ''}" if found else link
