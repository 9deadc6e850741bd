"""From what a console sends, or a log has kept, to the thing that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.room.items.asked_question import load_question
from coursekit.room.items.choice import load_choice
from coursekit.room.items.number import load_number
from coursekit.room.items.pointing import load_pointing
from coursekit.room.refused import RefusedError

if TYPE_CHECKING:
    from coursekit.course import Course
    from coursekit.room.items.base import Item


def load_item(spec: object, course: Course) -> Item:
    """Return the thing that is asked.

    Parameters
    ----------
    spec
        ``{"kind": "choice" | "number" | "point" | "question", …}``; what else stands in the kind's module.
    course
        Where questions and texts are.

    Raises
    ------
    RefusedError
        When it is none, or names what the course has not.
    """
    given = spec if isinstance(spec, dict) else {}
    match given.get("kind"):
        case "choice":
            return load_choice(given)
        case "number":
            return load_number(given)
        case "point":
            return load_pointing(given, course)
        case "question":
            return load_question(given, course)
    raise RefusedError("ask: expected a choice, a number, words to point at, or a question of the course")
