"""The report as HTML: a page in one file, and the same for a notebook's output.

Projected, it names nobody: no learner, no file; and no group under five is broken down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, tag
from coursekit.pictures.frame import style as picture_style
from coursekit.seminar import standalone
from coursekit.seminar.report import looks, sections
from coursekit.seminar.report.few import told
from coursekit.seminar.report.marks import marks
from coursekit.seminar.report.planned import planned
from coursekit.words import count

if TYPE_CHECKING:
    from coursekit.seminar.report.report import Report
    from coursekit.sources import Library

TITLE = "What the class knows"
PICTURES = ("bars", "heat")


def page(report: Report, library: Library, *, projected: bool = False) -> str:
    """Return the report as a page in one file: no script, no request to anybody.

    Parameters
    ----------
    report
        The figures.
    library
        Where the passages of the plan are.
    projected
        Whether the class will see it.
    """
    styles = (looks.style(), *(picture_style(kind) for kind in PICTURES))
    return standalone.page(TITLE, tag("h1", TITLE), body(report, library, projected=projected), styles=styles)


def body(report: Report, library: Library, *, projected: bool = False) -> Safe:
    """Return the report without a page around it, as a notebook shows it. Parameters as in `page`."""
    return tag(
        "div",
        Safe(f"<style>{looks.style()}</style>"),
        _head(report, projected=projected),
        planned(report.plan, library, projected=projected),
        sections.misconceptions(report.held, projected=projected),
        sections.readings(report.decided, projected=projected),
        sections.questions(report.items, projected=projected),
        sections.blanks(report.items, report.decided, projected=projected),
        sections.confidence(report.calibration, projected=projected),
        marks(report.disputes, projected=projected),
        class_="report projected" if projected else "report",
    )


def _head(report: Report, *, projected: bool) -> Safe:
    of = ", ".join(f"{name} ({told(number, whole=not projected)})" for name, number in report.exercises.items())
    people = (
        "1 person" if report.people == 1 and not projected else f"{told(report.people, whole=not projected)} people"
    )
    said = f"{people}, {count(report.hand_ins, 'hand-in')}: {of or 'none'}."
    aside = f" {count(report.aside, 'file').capitalize()} more do not count; grade says which and why."
    view = "" if projected else " This view has names: for you alone. With --projected it has none."
    return tag("p", said + (aside if report.aside and not projected else "") + view)
