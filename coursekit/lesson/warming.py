"""``warm_up``: what is due from earlier lessons, before the questions that a lesson has for its own warm-up."""

from __future__ import annotations

from datetime import UTC, datetime

from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.html import tag
from coursekit.lesson.output import emit, twin, verb
from coursekit.lesson.reviewing import show
from coursekit.study import words
from coursekit.study.looking_back import look_back
from coursekit.study.review import warming


@verb
def warm_up(lesson: str) -> None:
    """Lay out a little of what is due today; where nothing is, show nothing."""
    here = course()
    tried = look_back(here).attempts.attempts()
    if not tried:
        return
    try:
        found = warming.warm_up(tried, here.questions.by_id.values(), str(lesson), datetime.now(UTC))
    except CourseError:
        return  # the page for what is due says why; the lesson has questions of its own
    if found:
        emit(twin(tag("p", words.warm_up(len(found))), class_="ck-review"))
    for each in found:
        show(here, here.question(each.item.id))
