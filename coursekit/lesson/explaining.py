"""``explain``, ``glossary``: who and what is named, how each document spells it, how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.html import Safe, join, prose, tag
from coursekit.lesson.by_id import by_id
from coursekit.lesson.output import emit, twin, verb
from coursekit.sources.glossary import KINDS, UNIDENTIFIED

if TYPE_CHECKING:
    from coursekit.sources import Entry
    from coursekit.sources.glossary import Spelling

HEADINGS = {
    "person": "People",
    "body": "Bodies",
    "office": "Offices",
    "place": "Places",
    "publication": "Publications",
    "term": "Terms",
}
_SHOWN = 4  # paragraphs named for one spelling; the file has them all


@verb
def explain(*ids: str) -> None:
    """Show entries of the glossary, folded under their names: ``explain("zhou-enlai", "SED")``."""
    entries = by_id(ids, course().glossary, "explain", "entry in the glossary", "entries")
    names = "; ".join(entry.name for entry in entries)
    emit(twin(folded(join(tag("strong", "Who and what: "), names), entries), class_="ck-glossary"))


@verb
def glossary() -> None:
    """Show the whole glossary, folded by kind."""
    known = course().glossary
    if not known:
        raise CourseError("sources/glossary.toml: this course has no glossary yet; write [[entry]] there")
    parts: list[Safe] = []
    for kind in KINDS:
        entries = sorted((each for each in known.values() if each.kind == kind), key=lambda each: each.name.casefold())
        if entries:
            parts.append(folded(f"{HEADINGS[kind]} ({len(entries)})", entries))
    emit(twin(tag("p", tag("strong", "Who and what in this course")), *parts, class_="ck-glossary"))


def folded(summary: str | Safe, entries: list[Entry]) -> Safe:
    """Return entries under one line that opens."""
    rows = [tag("div", tag("dt", title(each)), tag("dd", body(each))) for each in entries]
    return tag("details", tag("summary", summary), tag("dl", *rows))


def title(entry: Entry) -> Safe:
    """Return the authority form and the dates."""
    from coursekit.dates.days import words

    return join(tag("strong", entry.name), f", {words(entry.dates)}" if entry.dates else "")


def body(entry: Entry) -> Safe:
    """Return what an entry says, how the documents spell it, and how sure it is."""
    parts = [tag("div", prose(entry.text))]
    if entry.spellings:
        said = "; ".join(_spelled(each) for each in entry.spellings)
        parts.append(tag("div", tag("small", f"In the documents: {said}.")))
    if entry.certainty == UNIDENTIFIED:
        parts.append(tag("div", tag("small", f"Unidentified. {entry.checked}")))
    elif entry.certainty:
        parts.append(tag("div", tag("small", f"Outside the documents ({entry.certainty}): {entry.checked}")))
    return join(*parts)


def _spelled(spelling: Spelling) -> str:
    shown, more = spelling.paragraphs[:_SHOWN], len(spelling.paragraphs) - _SHOWN
    where = ", ".join(shown) + (f" and {more} more" if more > 0 else "")
    return f"“{spelling.form}” ({spelling.source} {where})"
