"""The kinds of question: each module in this folder is one, and is found by being here."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from coursekit.questions.kind import Kind

KINDS: tuple[str, ...] = tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def kind_named(name: str) -> Kind[Any]:
    """Return the kind of that name.

    Raises
    ------
    CourseError
        When there is none.
    """
    if name not in KINDS:
        raise CourseError(f"{name}: no such kind of question; there are {', '.join(KINDS)}")
    found: Kind[Any] = import_module(f"{__name__}.{name}").KIND
    return found
