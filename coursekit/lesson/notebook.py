"""A notebook as the host of a lesson: cell outputs, and anywidget's widgets."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.html import Safe, tag
from coursekit.lesson.cells import Cell, this_cell
from coursekit.lesson.plain import plain
from coursekit.places import EXERCISES, LESSONS, SOLUTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from IPython.display import DisplayHandle

    from coursekit.sessions.session import Session
    from coursekit.widgets.shell import Shell

RUN_ME = "Run this {} in JupyterLab to work here."
_SHELLS = {
    "desk": "TeachingDesk",
    "hand-in": "HandIn",
    "marking": "Marking",
    "practice": "Practice",
    "question": "Question",
    "reader": "Reader",
}


def bundle(shown: Safe) -> dict[str, str]:
    """Return HTML and the same as plain text, as a notebook keeps them."""
    return {"text/html": shown.markup, "text/plain": plain(shown.markup)}


class Output:
    """A cell's output that can be put out anew."""

    def __init__(self, handle: DisplayHandle) -> None:
        self._handle = handle

    def show(self, shown: Safe) -> None:
        """Put other HTML out in its place."""
        self._handle.update(bundle(shown), raw=True)  # type: ignore[no-untyped-call]


class Notebook:
    """The host of lessons in a kernel; implements `coursekit.lesson.host.Host`."""

    def cell(self) -> Cell:
        """Return the cell that is running now."""
        return this_cell()

    def unit(self) -> str:
        """Return what a kernel's notebook is: it runs in its folder."""
        return "exercise" if Path.cwd().parent.name in (EXERCISES, SOLUTIONS) else "lesson"

    def keeps_in_folder(self) -> bool:
        """Tell that what a learner does lies in a folder of theirs."""
        return True

    def way(self, notebook: str) -> str:
        """Return where a notebook is from the folder of the lessons, in which the home page stands."""
        return os.path.relpath(notebook, LESSONS).replace(os.sep, "/")

    def show(self, shown: Safe, *, changes: bool) -> Output | None:
        """Put HTML out."""
        from IPython.display import display

        handle = display(bundle(shown), raw=True, display_id=changes or None)  # type: ignore[no-untyped-call]
        return Output(handle) if handle is not None else None

    def shell(self, kind: str, session: Session) -> Shell:
        """Return a session's widget."""
        made: Shell = getattr(import_module(f"coursekit.widgets.{kind.replace('-', '_')}"), _SHELLS[kind])(session)
        return made

    def button(self, label: str, do: Callable[[], Safe]) -> Any:
        """Return a button of ipywidgets with what it shows below it."""
        widgets: Any = import_module("ipywidgets")  # has no types
        press = widgets.Button(description=label, layout=widgets.Layout(width="auto", align_self="flex-start"))
        shown = widgets.HTML()

        def pressed(_button: Any) -> None:
            try:
                shown.value = do().markup
            except CourseError as error:
                shown.value = tag("p", str(error), role="status").markup

        press.on_click(pressed)
        box = widgets.VBox([press, shown])
        for name in ("ck", "ck-press"):  # the first hides the twin and keeps keys from JupyterLab
            box.add_class(name)
        return box

    def show_live(self, static: Safe, live: Any) -> Output | None:
        """Put the static twin out, and then the live widget, which hides it while it lives.

        Kept up with what is done, the twin of a saved lesson shows it without a kernel. The widget's words for
        viewers that know no widgets are always the same: nothing in a saved lesson may change from run to run.
        """
        from IPython.display import display

        handle = self.show(static, changes=True)
        made = live._repr_mimebundle_()
        data, metadata = made if isinstance(made, tuple) else (made, {})  # our own widgets, and ipywidgets'
        display({**data, "text/plain": RUN_ME.format(self.unit())}, metadata=metadata, raw=True)  # type: ignore[no-untyped-call]
        return handle
