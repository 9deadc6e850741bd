"""A button in a cell, for what should happen only when a learner wants it: open a solution."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.html import tag
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit_widget
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
    widgets: Any = import_module("ipywidgets")  # has no types
    press = widgets.Button(description=label, layout=widgets.Layout(width="auto", align_self="flex-start"))
    shown = widgets.HTML()

    def pressed(_button: Any) -> None:
        try:
            shown.value = do().markup
        except CourseError as error:
            shown.value = tag("p", str(error), role="status").markup
        store_of(here).notify_views()

    press.on_click(pressed)
    box = widgets.VBox([press, shown])
    for name in ("ck", "ck-press"):  # the first hides the twin and keeps keys from JupyterLab
        box.add_class(name)
    emit_widget(static, box)
    hub(here).add(Plain(box))
