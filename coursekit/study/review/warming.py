"""What a lesson's warm-up brings back: a little of what is due from earlier lessons, the same for a whole day.

It is drawn from what was tried before the day began, so that it does not change while somebody answers it, and whoever
opens the lesson again finds what is left of it and nothing more. The day is that of UTC, which begins in the middle of
somebody's afternoon: what has not rested when it begins is left to the review, for an answer to it might not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.study.review.attempts import REST
from coursekit.study.review.due import due

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from coursekit.questions import Question
    from coursekit.study.review.attempts import Attempt
    from coursekit.study.review.due import Due

MOST = 2  # a warm-up is for warming up: the rest waits in the review


def warm_up(attempts: Sequence[Attempt], questions: Iterable[Question], lesson: str, now: datetime) -> list[Due]:
    """Return what comes back at a lesson's beginning and was not tried again today.

    Parameters
    ----------
    attempts
        In the journal's order.
    questions
        Those of the lessons.
    lesson
        Its number; its own questions, and those of later ones, are not drawn.
    now
        Any moment of the day (UTC).

    Raises
    ------
    CourseError
        As `coursekit.study.review.threads.threads`.
    """
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    before = [each for each in attempts if each.at < day]
    # A question may be due for one thing and have been tried just now for another.
    unrested = {each.question for each in before if day - each.at < REST}
    fit = [each for each in due(before, questions, day).every if each.item.lesson < lesson]
    drawn = [each for each in fit if each.item.id not in unrested][:MOST]
    # What was drawn had rested, so that the first answer of the day counts and is among the attempts.
    today = {each.question for each in attempts if each.at >= day}
    return [each for each in drawn if each.item.id not in today]
