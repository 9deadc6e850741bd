"""What a cell shows: HTML with plain words beside it, and a widget below its static twin."""

from __future__ import annotations

from functools import wraps
from html.parser import HTMLParser
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from coursekit.errors import CourseError
from coursekit.html import Safe, join, tag
from coursekit.places import EXERCISES, SOLUTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from IPython.display import DisplayHandle

P = ParamSpec("P")
R = TypeVar("R")
RUN_ME = "Run this {} in JupyterLab to work here."
_ROWS = frozenset({"p", "li", "tr", "h1", "h2", "h3", "h4", "div", "blockquote", "figcaption", "summary", "dt", "dd"})


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


def emit(shown: Safe, *, changes: bool = False) -> DisplayHandle | None:
    """Put HTML out. With ``changes`` it can be put out anew later, through the handle returned."""
    from IPython.display import display

    handle: DisplayHandle | None = display(bundle(shown), raw=True, display_id=changes or None)  # type: ignore[no-untyped-call]
    return handle


def bundle(shown: Safe) -> dict[str, str]:
    """Return HTML and the same as plain text, as a notebook keeps them."""
    return {"text/html": shown.markup, "text/plain": plain(shown.markup)}


def emit_again(handle: DisplayHandle | None, shown: Safe) -> None:
    """Put other HTML out in the place of an earlier one."""
    if handle is not None:
        handle.update(bundle(shown), raw=True)  # type: ignore[no-untyped-call]


def emit_widget(static: Safe, widget: Any) -> DisplayHandle | None:
    """Put the static twin out, and then the live widget, which hides it while it lives.

    The twin's handle is returned: kept up with what is done, a saved lesson shows it without a kernel. The
    widget's words for viewers that know no widgets are always the same: nothing in a saved lesson may
    change from run to run.
    """
    from IPython.display import display

    handle = emit(static, changes=True)
    made = widget._repr_mimebundle_()
    data, metadata = made if isinstance(made, tuple) else (made, {})  # our own widgets, and ipywidgets'
    display({**data, "text/plain": RUN_ME.format(unit())}, metadata=metadata, raw=True)  # type: ignore[no-untyped-call]
    return handle


def unit() -> str:
    """Return what the page is that a cell stands in, ``exercise`` or ``lesson``: a kernel runs in its folder."""
    return "exercise" if Path.cwd().parent.name in (EXERCISES, SOLUTIONS) else "lesson"


def with_notice(static: Safe, error: CourseError) -> Safe:
    """Return a twin below the reason why it stands alone."""
    return join(notice(str(error)), static)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows = [""]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.silent += tag in ("style", "svg")
        if tag in _ROWS:
            self.rows.append("")
        elif tag in ("td", "th"):
            self.rows[-1] += "  "

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("style", "svg")
        if tag in _ROWS:
            self.rows.append("")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.rows[-1] += data


def plain(markup: str) -> str:
    """Return the words of our own HTML, a row for each block."""
    words = _Words()
    words.feed(markup)
    words.close()
    return "\n".join(row for row in (" ".join(row.split()) for row in words.rows) if row)
