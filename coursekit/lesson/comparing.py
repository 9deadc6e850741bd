"""``compare``: a prediction beside what the text says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import Course, course
from coursekit.html import Safe, join, prose, tag
from coursekit.lesson.asking import of_purpose
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, twin, verb
from coursekit.lesson.views import Box
from coursekit.sessions.saved import points_to_compare, saved
from coursekit.sessions.store import store_of
from coursekit.words import day, first_letter

if TYPE_CHECKING:
    from coursekit.questions import Question


@verb
def compare(question_id: str) -> None:
    """Lay a prediction beside the text; the box changes by itself when the prediction is made later."""
    here = course()
    question = of_purpose(here, question_id, "prediction", "compare")

    def box() -> Safe:
        return side_by_side(here, question)

    handle = emit(box(), changes=True)
    hub(here).add(Box(handle, box, question.id))


def side_by_side(here: Course, question: Question) -> Safe:
    """Return what was expected and what the text says; the second is folded away while the first is missing."""
    before = saved(store_of(here), question)
    text = str(before.answer.get("text", "")).strip()
    notes = [tag("li", prose(note.text)) for note in points_to_compare(store_of(here), question, before.answer)]
    found = tag("ul", *notes, class_="ck-compare-points")
    if not text:
        return twin(
            tag(
                "p",
                "You have not yet written what you expect. It is asked near the beginning of this lesson: ",
                "a line is enough, and this box will show it beside the text.",
            ),
            tag("details", tag("summary", "Show all the same what the text says"), found),
            class_="ck-comparing",
        )
    said = [tag("p", line) for line in text.splitlines() if line.strip()]
    return twin(
        tag("p", tag("strong", "What you expected"), f" · {first_letter(day(before.at))}", class_="ck-twin-head"),
        tag("blockquote", *said),
        tag("p", tag("strong", "What the text says"), class_="ck-twin-head"),
        found,
        tag("p", "Where the two differ: what made you expect something else?", class_="ck-hint"),
        class_="ck-comparing",
    )


def prediction_of(here: Course, question: Question) -> Safe | str:
    """Return a prediction in a line, for a record card."""
    text = " ".join(str(saved(store_of(here), question).answer.get("text", "")).split())
    return join("“", text, "”") if text else "none yet"
