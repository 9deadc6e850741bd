"""The report as HTML: a page in one file, and the same for a notebook's output.

Projected, it names nobody: no learner, no file; and no group under five is broken down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, tag
from coursekit.pictures.frame import style as picture_style
from coursekit.seminar import standalone
from coursekit.seminar.report import looks, sections
from coursekit.seminar.report.marks import marks
from coursekit.seminar.report.opening import opening
from coursekit.seminar.report.planned import planned

if TYPE_CHECKING:
    from coursekit.seminar.report.report import Report
    from coursekit.sources import Library

TITLE = "What the class knows"
PICTURES = ("bars", "heat")
SECTIONS = (
    "Plan for the next hour",
    "Misconceptions that live on",
    "What divides the class",
    "How hard, and how telling",
    "What was left blank",
    "Confidence against outcome",
    "Where marks disagree",
)


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
    head = tag("h1", TITLE), looks.contents(*SECTIONS)
    return standalone.page(TITLE, *head, body(report, library, projected=projected), styles=styles)


def body(report: Report, library: Library, *, projected: bool = False) -> Safe:
    """Return the report without a page around it, as a notebook shows it. Parameters as in `page`."""
    return tag(
        "div",
        Safe(f"<style>{looks.style()}</style>"),
        opening(report, projected=projected),
        planned(report.plan, library, projected=projected),
        sections.misconceptions(report.held, projected=projected),
        sections.readings(report.decided, projected=projected),
        sections.questions(report.items, projected=projected),
        sections.blanks(report.items, report.decided, projected=projected),
        sections.confidence(report.calibration, projected=projected),
        marks(report.disputes, report.tasks, projected=projected),
        class_="report projected" if projected else "report",
    )
