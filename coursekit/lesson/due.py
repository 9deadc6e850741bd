"""When a key may be shown: the one filter that every verb which shows one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring import sealed
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from coursekit.questions import Question


def key_is_due(question: Question, what: str = "the worked answer is not") -> None:
    """Refuse where the key is here only to check by, as in a class copy.

    Where the instructor's own file is, the key can be read there in any case, and the verbs for showing it are for
    whoever works with that file.

    Parameters
    ----------
    question
        Whose key is to be shown.
    what
        What is refused, with its verb: the sentence goes on with "in this copy of the course".

    Raises
    ------
    CourseError
        When it is not due here.
    """
    if question.where.file.endswith(sealed.SUFFIX):
        raise CourseError(f"{question.id}: {what} in this copy of the course; ask your instructor")
