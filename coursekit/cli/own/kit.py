"""Which files are the kit: what a course of one's own takes along, and what of this course stays behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.places import CLASS_COPY, Folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ALONE = (
    *("course.py", "requirements.txt", "pyproject.toml", "nbgrader_config.py"),
    *(".gitignore", ".gitattributes", ".editorconfig"),
)
_NEEDED = ("course.py", "requirements.txt", "pyproject.toml", "coursekit/__init__.py")
_OUT = {"__pycache__", "node_modules"}
_TESTS = "tests/requirements.txt"
_OF_TESTS = ("pytest-xdist", "execnet")  # what `course.py test` runs a course's own tests with, beside the kit's pytest
_DESKS = ("desk.md", "marking.md")  # of solutions/: the teacher's two pages, the same in every course
_ASKS = re.compile(r'^((?:read_answers|agreement)\()"[^"\n]*"', re.MULTILINE)


def kit(root: Path, read: str) -> dict[str, bytes]:
    """Return the files of the kit by name.

    Parameters
    ----------
    root
        A whole course, of which only the kit is taken.
    read
        The question that people read, with which the marking notebook of the new course opens.

    Raises
    ------
    CourseError
        When ``root`` is a copy for a class, or parts of the kit are not there.
    """
    if (root / CLASS_COPY).exists():
        raise CourseError("new: this is a copy for a class; a course of one's own is made from the instructor's course")
    lost = [name for name in (*_NEEDED, _TESTS) if not (root / name).is_file()]
    if lost:
        raise CourseError(f"{root / lost[0]}: is not there; get the course again (git clone, or a new download)")
    files = {name: (root / name).read_bytes() for name in _ALONE if (root / name).is_file()}
    for path in _code(root / "coursekit"):
        files[path.relative_to(root).as_posix()] = path.read_bytes()
    folders = Folders(root)
    for path in (folders.solutions / name for name in _DESKS):
        if path.is_file():
            text = _ASKS.sub(rf'\g<1>"{read}"', path.read_text(encoding="utf-8-sig"))
            files[folders.name(path)] = text.encode()
    return files | {_TESTS: _requirements((root / _TESTS).read_text(encoding="utf-8")).encode()}


def _code(folder: Path) -> Iterator[Path]:
    """Yield the files of the package; nothing that a run made, and nothing that a link brings in."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and _OUT.isdisjoint(path.relative_to(folder).parts):
            yield path


def _requirements(kits: str) -> str:
    """Return what the tests of a course need: of the kit's list only the little that runs them."""
    lines = [line for line in kits.splitlines() if line.partition("==")[0] in _OF_TESTS]
    return "\n".join(["# What the tests need, on top of what the course needs.", "-r ../requirements.txt", *lines, ""])
