"""``confusion``: what one took for what, once nothing about the key is left to be found by trying.

Beside a wrong choice the table has the key's, so it waits as the worked solution does: until every part was tried.
Whoever has the column right learns nothing from it that he does not know, and need not wait.
"""

from __future__ import annotations

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.html import Safe, tag
from coursekit.lesson.exercising import untried
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, twin, verb
from coursekit.lesson.views import Box
from coursekit.questions.confusion import Confusion
from coursekit.questions.confusion import confusion as confused
from coursekit.questions.grid import Grid, cells
from coursekit.sessions.store import store_of


@verb
def confusion(question_id: str, column: str) -> None:
    """Show what was chosen at first against what the key has, and how far the two agree beyond chance."""
    here = course()
    question = here.question(question_id)
    if not isinstance(question, Grid) or column not in {each.id for each in question.columns if each.choices}:
        raise CourseError(f"confusion: {question_id} has no column “{column}” with a list to choose from")

    def box() -> Safe:
        return beside_key(here, question, column)

    handle = emit(box(), changes=True)
    hub(here).add(Box(handle, box))  # it waits for the other parts, too


KAPPA = (
    "agreement less chance, divided by 1 less chance, where chance is how often two would agree who deal out their "
    "choices blindly, each as often as here. 1 is full agreement, 0 no more than chance."
)


def beside_key(here: Course, question: Grid, column: str) -> Safe:
    """Return the matrix of the first check with no cell open; before it is due, a line that says what it waits for."""
    tried = [
        confused(question, cells(each.answer), column)
        for each in store_of(here).state.handed_in(question.id, question.version)
    ]
    whole = [each for each in tried if each.total and not each.blank]
    if not whole:
        found = tried[-1] if tried else confused(question, {}, column)
        waits = f"{found.blank} of {found.blank + found.total} cells are still open in what you checked"
        return _waiting("when every row has its entry and is checked", waits)
    exercise = here.exercises.of_question(question.id)
    if exercise and whole[-1].agreed < whole[-1].total and (waiting := untried(here, exercise)):
        waits = f"{len(waiting)} of {len(exercise.questions)} parts are not"
        return _waiting("when all entries are right, or every part is checked and at least half filled in", waits)
    found = whole[0]
    names = {choice.id: choice.text.split(":")[0] for choice in question.column(column).choices}
    used = [each for each in found.choices if any(each in pair for pair in found.pairs)]
    head = tag("tr", tag("th", "The key has ↓, you chose →"), *(tag("th", names[each]) for each in used))
    rows = [tag("tr", tag("th", names[key]), *(_count(found, key, own) for own in used)) for key in used]
    return twin(
        tag("p", tag("strong", "What you took for what"), class_="ck-twin-head"),
        tag("p", "In your first check with no entry open. ", agreement(found)),
        tag("table", tag("thead", head), tag("tbody", *rows), class_="ck-table ck-confusion"),
        tag("p", "Look for the largest number off the diagonal: that is the distinction to work on.", class_="ck-hint"),
    )


def _waiting(when: str, waits: str) -> Safe:
    return twin(tag("p", f"Here you will see what you took for what, {when}: {waits}."))


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
