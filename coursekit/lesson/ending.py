"""``end``: what one wrote at the start beside what one holds now; no medal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import Course, course
from coursekit.html import Safe, tag
from coursekit.lesson.hub import hub
from coursekit.lesson.offering import offer_after
from coursekit.lesson.output import emit, twin, verb
from coursekit.lesson.views import Box
from coursekit.study.ending import ends
from coursekit.study.judged import then_and_now
from coursekit.study.path import units
from coursekit.words import count, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.study.ending import Made, Wrote

NOTHING = "What you expected at the start and what you hold now will stand here, one below the other."


@verb
def end() -> None:
    """Lay the two ends of the course side by side; the box follows what is answered."""
    here = course()

    def box() -> Safe:
        return side_by_side(here)

    hub(here).add(Box(emit(box(), changes=True), box))


def side_by_side(here: Course) -> Safe:
    """Return the box. As long as nothing was written it is always the same."""
    found = ends(here, units(here))
    parts: list[Safe] = []
    if found.expected:
        parts += _wrote("What you expected", found.expected)
    if found.holds:
        parts += _wrote("What you hold now", found.holds)
    elif found.expected:
        parts.append(tag("p", "What you hold now will stand here when you have written it.", class_="ck-hint"))
    if found.first:
        parts += _made("Your first marks" if found.last else "Your marks", found.first)
    if found.last:
        parts += _made("Your last marks", found.last)
    if found.sure:
        parts.append(tag("p", tag("strong", "How sure you were"), class_="ck-twin-head"))
        parts += [tag("p", line) for line in then_and_now(*found.sure)]
    parts += offer_after(here)
    return twin(*(parts or [tag("p", NOTHING)]), class_="ck-comparing")


def _wrote(head: str, wrote: Wrote) -> Iterator[Safe]:
    where = f" · {wrote.where}, {day(wrote.at)}"
    yield tag("p", tag("strong", head), where, class_="ck-twin-head")
    yield tag("blockquote", *(tag("p", line) for line in wrote.text.splitlines() if line.strip()))


def _made(head: str, made: Made) -> Iterator[Safe]:
    said = f" · {made.where}: {count(made.number, 'mark')}" + (", of which" if made.number > len(made.some) else "")
    yield tag("p", tag("strong", head), said, class_="ck-twin-head")
    rows = [
        tag(
            "li",
            tag("strong", each.tag) if each.tag else "",
            " " if each.tag else "",
            str(each),
            _comment(each.comment),
        )
        for each in made.some
    ]
    yield tag("ul", *rows)


def _comment(words: str) -> str:
    return f": {words}" if words else ""
