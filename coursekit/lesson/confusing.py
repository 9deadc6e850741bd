"""``confusion``: what one took for what, once a table has been filled in."""

from __future__ import annotations

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.html import Safe, tag
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, twin, verb
from coursekit.lesson.views import Box
from coursekit.questions.confusion import Confusion
from coursekit.questions.confusion import confusion as confused
from coursekit.questions.grid import Grid, cells
from coursekit.sessions.store import store_of


@verb
def confusion(question_id: str, column: str) -> None:
    """Show a table of what was chosen against what the key has, and how far the two agree beyond chance."""
    here = course()
    question = here.question(question_id)
    if not isinstance(question, Grid) or column not in {each.id for each in question.columns if each.choices}:
        raise CourseError(f"confusion: {question_id} has no column “{column}” with a list to choose from")

    def box() -> Safe:
        return beside_key(here, question, column)

    handle = emit(box(), changes=True)
    hub(here).add(Box(handle, box, question.id))


KAPPA = (
    "agreement less chance, divided by 1 less chance, where chance is how often two would agree who deal out their "
    "choices blindly, each as often as here. 1 is full agreement, 0 no more than chance."
)


def beside_key(here: Course, question: Grid, column: str) -> Safe:
    """Return the matrix; before the column is filled in and checked, a line that says what will be here."""
    checked = store_of(here).state.handed_in(question.id, question.version)
    found = confused(question, cells(checked[-1].answer if checked else {}), column)
    if found.blank or not found.total:
        waits = f"{found.blank} of {found.blank + found.total} cells are still open in what you checked"
        when = "when every row has its entry and is checked"
        return twin(tag("p", f"Here you will see what you took for what, {when}: {waits}."))
    names = {choice.id: choice.text.split(":")[0] for choice in question.column(column).choices}
    used = [each for each in found.choices if any(each in pair for pair in found.pairs)]
    head = tag("tr", tag("th", "The key has ↓, you chose →"), *(tag("th", names[each]) for each in used))
    rows = [tag("tr", tag("th", names[key]), *(_count(found, key, own) for own in used)) for key in used]
    return twin(
        tag("p", tag("strong", "What you took for what"), class_="ck-twin-head"),
        tag("p", agreement(found)),
        tag("table", tag("thead", head), tag("tbody", *rows), class_="ck-table ck-confusion"),
        tag("p", "Look for the largest number off the diagonal: that is the distinction to work on.", class_="ck-hint"),
    )


def agreement(found: Confusion) -> str:
    """Return how far learner and key agree, in a sentence."""
    words = f"You and the key agree on {found.agreed} of {found.total}."
    if found.kappa is None:
        return words
    return f"{words} That is a kappa of {found.kappa:.2f}: {KAPPA}"


def _count(found: Confusion, key: str, own: str) -> Safe:
    count = found.pairs.get((key, own), 0)
    words = str(count) if count else "·"
    return tag("td", tag("strong", words) if key == own and count else words)
