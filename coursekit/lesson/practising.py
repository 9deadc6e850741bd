"""``practice``: the practice test, begun, gone on with, or what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import course
from coursekit.html import Safe, tag
from coursekit.lesson.host import host
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit_live, twin, verb
from coursekit.lesson.views import Live
from coursekit.sessions.practice import PracticeSession
from coursekit.sessions.store import store_of

if TYPE_CHECKING:
    from coursekit.sessions.protocol import PracticeNow

HERE = "The papers and questions stand here when the page has run."
_STAGES = {
    "start": HERE,
    "sitting": "You have begun a form. It goes on where you left it when the page has run.",
    "between": "You have taken one form. The other is for after the course.",
    "done": "You have taken both forms.",
}


@verb
def practice() -> None:
    """Show the practice test as it stands."""
    here = course()
    session = PracticeSession(store_of(here))
    shell = host().shell("practice", session)

    def draw() -> Safe:
        return static(session.now())

    hub(here).add(Live(shell, emit_live(draw(), shell), draw))


def static(now: PracticeNow) -> Safe:
    """Return what stands there without a kernel; as long as nothing was begun always the same."""
    return twin(tag("p", _STAGES[now["stage"]]), *[tag("p", line) for line in now["told"]], class_="ck-practice-twin")
