"""The kinds of question: each module in this folder is one, and is found by being here.

A course may have kinds of its own, modules in its folder ``kinds/``. They are Python alone: each is drawn by the card
of one of the kit's kinds, which it names as `Kind.card`.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.places import Folders, course_root
from coursekit.questions.own_kinds import module_of, names_in

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.questions.kind import Kind

KINDS: tuple[str, ...] = tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def kind_names() -> tuple[str, ...]:
    """Return the names of all kinds there are: the kit's, then the course's own."""
    folder = _folder()
    return (*KINDS, *(name for name in (names_in(folder) if folder else ()) if name not in KINDS))


def kind_named(name: str) -> Kind[Any]:
    """Return the kind of that name. The kit's come first: a course cannot put another in the place of one.

    Raises
    ------
    CourseError
        When there is none, or the course's own cannot be used.
    """
    if name in KINDS:
        return _of_the_kit(name)
    folder = _folder()
    if folder is None or name not in names_in(folder):
        raise CourseError(f"{name}: no such kind of question; there are {', '.join(kind_names())}")
    return _of_the_course(folder, name)


@cache
def _of_the_kit(name: str) -> Kind[Any]:
    found: Kind[Any] = import_module(f"{__name__}.{name}").KIND
    return found


@cache
def _of_the_course(folder: Path, name: str) -> Kind[Any]:
    from coursekit.questions.kind import Kind  # which the kit's kinds import, too

    file = f"{folder.name}/{name}.py"
    found = getattr(module_of(folder, name), "KIND", None)
    if not isinstance(found, Kind):
        raise CourseError(f"{file}: expected KIND, an object of a class derived from Kind")
    if found.card not in KINDS:
        raise CourseError(f"{file}: card: expected the kit's kind whose card draws it, one of {', '.join(KINDS)}")
    return found


def _folder() -> Path | None:
    """Return the folder of the course's own kinds; None where there is no course, as in a tool's own process."""
    try:
        return Folders(course_root()).kinds
    except CourseError:
        return None
