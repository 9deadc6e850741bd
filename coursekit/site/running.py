"""The cells of a lesson run on a page: the one verb that each calls, with the plain arguments it has.

Nothing that is written in a cell is executed: what is no call of one of our verbs shows nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit import lesson as verbs
from coursekit.lesson.host import shown_by
from coursekit.outline.calls import Call, parse
from coursekit.outline.text import Code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.site.host import Page

# What a notebook does for programs, or for an instructor, has no place on a page.
_NOT_HERE = frozenset({"answer", "class_report", "desk", "home", "points", "read_answers"})
VERBS = tuple(name for name in verbs.__all__ if name not in _NOT_HERE)
# What these show is the same for everybody, so what a page was built with stands.
_SAME_FOR_ALL = frozenset({"explain", "facts", "glossary", "picture"})


def call_in(source: str) -> Call | None:
    """Return the call that a cell's code makes, where a page can show it."""
    found = parse(Code(1, "", source), VERBS)
    return found if isinstance(found, Call) else None


def is_settled(source: str) -> bool:
    """Tell whether a page can leave a cell as it was built, whoever learns from it."""
    call = call_in(source)
    return call is None or call.verb in _SAME_FOR_ALL


def run(page: Page, cells: Iterable[tuple[int, str]]) -> None:
    """Run code cells, each with its place in the lesson, and have the page hold what they show."""
    with shown_by(page):
        for at, source in cells:
            call = call_in(source)
            if call is None:
                continue
            page.turn_to(at)
            getattr(verbs, call.verb)(*call.arguments, **call.options)
