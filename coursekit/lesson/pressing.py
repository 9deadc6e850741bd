"""A button in a cell, for what should happen only when a learner wants it: hand in, open a solution."""

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


def button(
    here: Course, static: Safe, label: str, do: Callable[[str], Safe], asks: tuple[str, str] | None = None
) -> None:
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
        What happens: takes what stands in the field, returns what to show. Its CourseError is shown as a line.
    asks
        Of a text field before the button, where there is one: its label, and what stands in it.
    """
    widgets: Any = import_module("ipywidgets")  # has no types
    label_of, value = asks or ("", "")
    narrow = widgets.Layout(width="22rem", max_width="100%")  # a telephone is not 300 px and a label wide
    field = widgets.Text(value=value, description=label_of, style={"description_width": "initial"}, layout=narrow)
    press = widgets.Button(description=label, layout=widgets.Layout(width="auto"))
    shown = widgets.HTML()

    def pressed(_button: Any) -> None:
        try:
            shown.value = do(field.value).markup
        except CourseError as error:
            shown.value = tag("p", str(error), role="status").markup
        store_of(here).notify_views()

    press.on_click(pressed)
    row = widgets.HBox([field, press] if asks else [press], layout=widgets.Layout(flex_flow="row wrap"))
    box = widgets.VBox([row, shown])
    for name in ("ck", "ck-press"):  # the first hides the twin and keeps keys from JupyterLab
        box.add_class(name)
    emit_widget(static, box)
    hub(here).add(Plain(box))
