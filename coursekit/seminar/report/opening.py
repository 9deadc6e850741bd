"""How the report opens: on whom it is, and what is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, join, tag
from coursekit.seminar.report.few import told
from coursekit.words import count

if TYPE_CHECKING:
    from coursekit.seminar.report.people import People
    from coursekit.seminar.report.report import Report


def opening(report: Report, *, projected: bool) -> Safe:
    """Return who is in the report; where it is projected, without names, files and numbers under five."""
    of = ", ".join(f"{name} ({told(number, whole=not projected)})" for name, number in report.exercises.items())
    hand_ins = _numbered(report.hand_ins, "hand-in", "hand-ins", projected=projected)
    said = f"{_people(report, projected=projected)}, {hand_ins}: {of or 'none'}."
    if projected:
        return tag("p", said, *_projected(report.class_))
    aside = f" {count(report.aside, 'file')} more {'does' if report.aside == 1 else 'do'} not count; grade says why."
    view = " This view has names: for you alone."
    return join(tag("p", said + aside * bool(report.aside) + view), *_by_list(report.class_))


def _people(report: Report, *, projected: bool) -> str:
    if report.class_.listed is not None and not projected:
        listed = _numbered(report.class_.listed, "person", "people", projected=False)
        return f"{report.people} of the {listed} on the class list"
    return _numbered(report.people, "person", "people", projected=projected)


def _numbered(number: int, one: str, many: str, *, projected: bool) -> str:
    shown = told(number, whole=not projected)
    return f"{shown} {one if shown == '1' else many}"


def _projected(of: People) -> list[str]:
    nobodys = told(len(of.nobodys), whole=False)
    return [f" Left out, being nobody’s on the class list: {nobodys}."] if of.nobodys else []


def _by_list(of: People) -> list[Safe]:
    """Return what is nobody's on the list, and who handed in twice: with names."""
    found = []
    if of.nobodys:
        rows = [
            tag("li", tag("b", each.work.row.learner), f", {each.work.row.exercise}: {each.why} ({each.work.row.file})")
            for each in of.nobodys
        ]
        head = f"{count(len(of.nobodys), 'hand-in')} left out, being nobody’s on the class list"
        found.append(tag("details", tag("summary", head), tag("ul", *rows)))
    if of.twice:
        rows = [
            tag("li", tag("b", each.learner), f", {each.exercise}: the latest is taken, not {'; '.join(each.left)}")
            for each in of.twice
        ]
        head = f"{count(len(of.twice), 'time')} somebody handed in more than once, under several names"
        found.append(tag("details", tag("summary", head), tag("ul", *rows)))
    return found
