"""``agreement``: how far markers agree who read the same answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import course
from coursekit.html import Safe, join, prose, tag
from coursekit.lesson.output import emit, twin, verb
from coursekit.lesson.reading_answers import CODE, read_by_people
from coursekit.seminar import levels
from coursekit.seminar.answers import name_of
from coursekit.seminar.markers import two_by_two

if TYPE_CHECKING:
    from coursekit.seminar.markers import Agreement


@verb
def agreement(question_id: str) -> None:
    """Show how far markers agree on a question: every two of those whose levels are in ``work/marking``."""
    here = course()
    _, question = read_by_people(here, question_id)
    books = [levels.read(path) for path in levels.files(here.work)]
    found = two_by_two(books, [question])
    if not found:
        readers = [book.marker for book in books if any(name == question.id for _, name in book.given)]
        so_far = f"so far {readers[0]} has read answers to it" if readers else "nobody has read answers to it so far"
        emit(twin(tag("p", f"Agreement on {question.id} needs two markers; {so_far}.")))
        return
    emit(twin(*(_agreed(each) for each in found)))


KAPPA = (
    "Weighted kappa: 1 less the differences seen, divided by those that chance would bring; a difference of two levels "
    "weighs four times one of one. 1 is full agreement, 0 no more than chance."
)


def _agreed(found: Agreement) -> Safe:
    one, other = found.markers
    head = tag("tr", *(tag("th", each) for each in ("Row", "Read by both", "The same", "Weighted kappa")))
    lines = [*found.rows, ("All rows together", found.all_rows)]
    body = [
        tag("tr", tag("th", prose(name)), *(tag("td", each) for each in _cells(figures.n, figures.same, figures.kappa)))
        for name, figures in lines
    ]
    parts = [
        tag("p", tag("strong", f"{found.question}: {one} and {other}"), class_="ck-twin-head"),
        tag("table", tag("thead", head), tag("tbody", *body), class_="ck-table"),
        tag("p", KAPPA, class_="ck-hint"),
    ]
    if found.apart:
        apart = [
            tag("li", tag("code", name_of(found.question, each.content)[:CODE]), f" {each.row}: ", tag("b", said))
            for each in found.apart
            for said in (f"{one} {each.levels[0]}, {other} {each.levels[1]}",)
        ]
        parts += [tag("p", "Two levels apart or more; read these again together:"), tag("ul", *apart)]
    return join(*parts)


def _cells(n: int, same: int, kappa: float | None) -> tuple[str, str, str]:
    if not n:
        return "0", "", ""
    return str(n), f"{same} ({same / n:.0%})", "one level only" if kappa is None else f"{kappa:.2f}"
