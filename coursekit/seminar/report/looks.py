"""Small parts that all sections of the report are made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.html import Safe, join, tag
from coursekit.seminar.report.few import UNDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursekit.questions import Question

_WIDE = 100


def style() -> str:
    """Return the report's own style sheet."""
    return Path(__file__).with_name("report.css").read_text(encoding="utf-8").strip()


def section(title: str, *parts: str | Safe) -> Safe:
    """Return a section with its heading."""
    return tag("section", tag("h2", title), *parts)


def table(heads: Sequence[str], rows: Iterable[Sequence[str | Safe]], numbers: Iterable[int] = ()) -> Safe:
    """Return a table; ``numbers`` are the columns that hold figures."""
    figures = frozenset(numbers)
    look = ["number" if at in figures else None for at in range(len(heads))]
    head = tag("tr", *(tag("th", name, scope="col", class_=look[at]) for at, name in enumerate(heads)))
    body = [tag("tr", *(tag("td", cell, class_=look[at]) for at, cell in enumerate(row))) for row in rows]
    return tag("div", tag("table", tag("thead", head), tag("tbody", *body)), class_="wide")


def bar(share: float | None) -> Safe:
    """Return a share as a bar and as a figure beside it; of too few, that it is."""
    if share is None:
        return tag("span", UNDER)
    drawn = tag("rect", x="0", y="0", width=f"{_WIDE * share:.0f}", height="10")
    look = {"viewBox": f"0 0 {_WIDE} 10", "preserveAspectRatio": "none", "class_": "report-bar"}
    return join(tag("svg", drawn, **look, aria_hidden="true", focusable="false"), percent(share))


def percent(share: float) -> str:
    """Return a share in per cent."""
    return f"{100 * share:.0f} %"


def figure(value: float | None) -> str:
    """Return a coefficient to two decimals."""
    return "not defined" if value is None else f"{value:.2f}".replace("-", "\u2212")


def asked(question: Question, about: str = "") -> Safe:
    """Return a question by its id, with what of it is meant."""
    return join(tag("code", question.id), *((" ", tag("span", about)) if about else ()))


def quiet(*words: str | Safe) -> Safe:
    """Return a remark."""
    return tag("p", *words, class_="quiet")
