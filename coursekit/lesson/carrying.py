"""All of a learner's work as one file, out of a notebook in a browser and into it: there is no command line there."""

from __future__ import annotations

import base64
from importlib import import_module
from typing import TYPE_CHECKING, Any

from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.html import tag
from coursekit.journal.carrying import MOST, any_work, bring, carried, told_of
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, emit_live, twin, verb
from coursekit.lesson.views import Plain

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = "my-work.zip"


@verb
def take_out() -> None:
    """Show a link by which all work is saved to a file."""
    work = course().work
    if not any_work(work):
        emit(twin(tag("p", "There is nothing to save yet.")))
        return
    address = f"data:application/zip;base64,{base64.b64encode(carried(work)).decode('ascii')}"
    _live("Run this page to save your work to a file.", lambda widgets: _link(widgets, address))


@verb
def put_in() -> None:
    """Show a button by which the work of a file is put in."""
    _live("Run this page to put in the work of a file.", _chooser)


def _live(static: str, make: Callable[[Any], Any]) -> None:
    shown = make(import_module("ipywidgets"))  # has no types
    for name in ("ck", "ck-press"):  # as a button in a lesson
        shown.add_class(name)
    emit_live(twin(tag("p", static)), shown)
    hub(course()).add(Plain(shown))


def _link(widgets: Any, address: str) -> Any:
    look = "color: var(--jp-content-link-color); text-decoration: underline"
    link = tag("a", f"Save my work to {FILE}", href=address, download=FILE, style=look)
    return widgets.HTML(tag("p", link).markup)


def _chooser(widgets: Any) -> Any:
    choose = widgets.FileUpload(
        accept=".zip,.jsonl", description="Put in a file", layout={"width": "auto", "align_self": "flex-start"}
    )
    said = widgets.HTML()

    def chosen(change: Any) -> None:
        for file in change["new"]:
            said.value = tag("p", _bring(bytes(file["content"])), role="status").markup

    choose.observe(chosen, names="value")
    return widgets.VBox([choose, said])


def _bring(content: bytes) -> str:
    if len(content) > MOST:
        return "Nothing was put in: this is larger than a file of work ever is."
    try:
        words = told_of(bring(course().work, content))
    except CourseError as error:
        return f"Nothing was put in: this {error}."
    return f"{words[0].upper()}{words[1:]}. A notebook that is open shows it when it is run again."
