"""What to look at again: the parts that are not right, each with the places to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, join, prose, tag
from coursekit.questions import view
from coursekit.seminar.passages import words_of
from coursekit.sessions.standing import first_sentence

if TYPE_CHECKING:
    from coursekit.course import Course
    from coursekit.seminar.feedback.handed_back import HandedBack, Part

MOST_PLACES = 6  # to each part: more would not be looked up


def again(back: HandedBack, course: Course) -> Safe:
    """Return the list, with the words of the guide to each place; nothing where all is right.

    A place that a question asks for is never among them, unless it was told in a reason that may be told.
    """
    counted = [part for part in back.parts if part.question.purpose == "quiz"]  # what does not count is not wrong
    waiting = [part for part in counted if part.mark.state in ("partly", "wrong", "unanswered")]
    if not waiting:
        return Safe("")
    rows = [
        tag("li", tag("a", prose(first_sentence(part.question.prompt)), href=f"#{part.question.id}"), *_where(part))
        for part in waiting
    ]
    named = dict.fromkeys(place for part in waiting for place in places(part))
    return join(tag("h2", "To look at again"), tag("ul", *rows), words_of(course, named))


def places(part: Part) -> list[str]:
    """Return the places that the reasons for a part name, then those that the question itself shows."""
    told = [place for note in part.mark.feedback for place in note.passages]
    return list(dict.fromkeys([*told, *view(part.question)["rests_on"]]))[:MOST_PLACES]


def _where(part: Part) -> list[str | Safe]:
    found = places(part)
    return [" · read ", ", ".join(found)] if found else []
