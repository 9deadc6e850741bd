"""A button in a cell, for what should happen only when a learner wants it: open a solution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.lesson.host import host
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit_live
from coursekit.lesson.views import Plain
from coursekit.sessions.store import store_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.course import Course
    from coursekit.html import Safe


def button(here: Course, static: Safe, label: str, do: Callable[[], Safe]) -> None:
    """Put out a button below its static twin, which a page without a kernel shows instead.

    Parameters
    ----------
    here
        The course.
    static
        What is read without a kernel.
    label
        What the button says.
    do
        What happens: returns what to show. Its CourseError is shown as a line.
    """

    def done() -> Safe:
        try:
            return do()
        finally:
            store_of(here).notify_views()

    press = host().button(label, done)
    emit_live(static, press)
    hub(here).add(Plain(press))
