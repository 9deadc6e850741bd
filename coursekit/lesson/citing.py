"""``facts``: what a lesson cites from outside its documents, with where it was checked and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import course
from coursekit.dates.days import words
from coursekit.html import Safe, join, prose, tag
from coursekit.lesson.by_id import by_id
from coursekit.lesson.output import emit, twin, verb

if TYPE_CHECKING:
    from coursekit.sources import Fact


@verb
def facts(*ids: str) -> None:
    """Show outside facts that the text cites, folded under their names: ``facts("F4", "F25")``."""
    found = by_id(ids, course().facts, "facts", "outside fact", "outside facts")
    names = "; ".join(f"{fact.id}, {fact.title}" if fact.title else fact.id for fact in found)
    summary = tag("summary", tag("strong", "From outside the documents: "), names)
    rows = (tag("div", tag("dt", _title(fact)), tag("dd", _body(fact)), data_fact=fact.id) for fact in found)
    emit(twin(tag("details", summary, tag("dl", *rows)), class_="ck-glossary"))


def _title(fact: Fact) -> Safe:
    name = f"{fact.id} · {fact.title}" if fact.title else fact.id
    return join(tag("strong", name), f", {words(fact.date)}" if fact.date else "")


def _body(fact: Fact) -> Safe:
    checked = tag("div", tag("small", f"{fact.certainty[:1].upper()}{fact.certainty[1:]}: {fact.checked}"))
    return join(tag("div", prose(fact.statement)), checked)
