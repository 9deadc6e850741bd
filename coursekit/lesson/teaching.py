"""``desk``: the teacher's desk in a notebook. What lies on it goes to the page only, never into the notebook's file."""

from __future__ import annotations

from coursekit.course import course
from coursekit.html import Safe, tag
from coursekit.lesson.host import host
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit_live, twin, verb
from coursekit.lesson.views import Plain
from coursekit.seminar.desk.teaching import Teaching
from coursekit.sessions.desk import DeskSession


@verb
def desk() -> None:
    """Show the desk: what a class handed in is put on it, and marks, feedback and reports are made of it."""
    here = course()
    shell = host().shell("desk", DeskSession(Teaching(here), here.name))
    emit_live(static(), shell)
    hub(here).add(Plain(shell))


def static() -> Safe:
    """Return what stands there without a kernel; always the same."""
    return twin(
        tag("p", "The teacher’s desk. Put on it what your learning platform exports, and take from it what the "
            "platform takes back."),
        tag("p", "Run this notebook in JupyterLab to work here: press “Run this notebook” above. What lies on the "
            "desk is not kept in this file."),
    )  # fmt: skip
