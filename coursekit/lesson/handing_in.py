"""``hand_in``: one file with a learner's answers to an exercise or a lesson, ready to be given to the instructor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import course
from coursekit.html import tag
from coursekit.lesson.host import host
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit_live, twin, verb
from coursekit.lesson.views import Live
from coursekit.sessions.open_hand_in import hand_in_session
from coursekit.sessions.store import store_of

if TYPE_CHECKING:
    from coursekit.html import Safe
    from coursekit.questions.exercises import Exercise

WANTED = "Only where your instructor asks for it; whoever studies alone has nothing to do here."


@verb
def hand_in(exercise_id: str) -> None:
    """Offer to make the hand-in of an exercise, or of a lesson (``L02``), in a name that is asked once."""
    here = course()
    exercise = here.assignments[str(exercise_id)]
    shell = host().shell("hand-in", hand_in_session(store_of(here), exercise))
    handle = emit_live(static(exercise), shell)
    hub(here).add(Live(shell, handle, lambda: static(exercise)))


def static(exercise: Exercise) -> Safe:
    """Return what stands there without a kernel; always the same."""
    command = f"python3 course.py hand-in {exercise.call}"
    what = "your answers and marks" if exercise.tasks else "your answers"
    wanted = [tag("p", tag("strong", "Hand this lesson in. "), WANTED)] if exercise.unit == "lesson" else []
    return twin(
        *wanted,
        tag("p", f"Here one file is made of {what}, in your name or a pseudonym, to be given to your instructor."),
        tag("p", "In a terminal, in the course’s folder: ", tag("code", command), "."),
    )
