"""What a cell shows: a line that says what is wrong, a static twin, a session below its twin."""

from __future__ import annotations

from functools import wraps
from inspect import signature
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from coursekit.errors import CourseError
from coursekit.html import Safe, join, tag
from coursekit.lesson.host import host

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.lesson.host import Handle

P = ParamSpec("P")
R = TypeVar("R")


def verb(function: Callable[P, R]) -> Callable[P, R | None]:
    """Have a verb show a mistake as one plain line instead of a traceback."""
    takes = signature(function)

    @wraps(function)
    def plainly(*args: P.args, **kwargs: P.kwargs) -> R | None:
        try:
            takes.bind(*args, **kwargs)
        except TypeError as error:
            emit(notice(f"{function.__name__}: {error}; see how another cell calls it"))
            return None
        try:
            return function(*args, **kwargs)
        except CourseError as error:
            emit(notice(str(error)))
            return None

    return plainly


def notice(message: str) -> Safe:
    """Return one line that says what is wrong and what to do."""
    line = tag("p", tag("strong", "This cannot be shown. "), message)
    return tag("div", line, class_="ck-twin ck-notice")


def twin(*parts: str | Safe, class_: str = "") -> Safe:
    """Return a static output, in the frame that the style sheets know."""
    return tag("div", *parts, class_=f"ck-twin {class_}".strip())


def emit(shown: Safe, *, changes: bool = False) -> Handle | None:
    """Show HTML. With ``changes`` it can be shown anew later, through the handle returned."""
    return host().show(shown, changes=changes)


def emit_again(handle: Handle | None, shown: Safe) -> None:
    """Show other HTML in the place of an earlier one."""
    if handle is not None:
        handle.show(shown)


def emit_live(static: Safe, live: Any) -> Handle | None:
    """Show a static twin, and in its place a session's shell while it lives; the twin's handle is returned."""
    return host().show_live(static, live)


def with_notice(static: Safe, error: CourseError) -> Safe:
    """Return a twin below the reason why it stands alone."""
    return join(notice(str(error)), static)
