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
    return tag("section", tag("h2", title), *parts, id=_name(title))


def contents(*titles: str) -> Safe:
    """Return links to sections by their titles."""
    links = [tag("li", tag("a", title, href=f"#{_name(title)}")) for title in titles]
    return tag("nav", tag("ul", *links), class_="report-contents", aria_label="On this page")


def _name(title: str) -> str:
    return title.casefold().replace(",", "").replace(" ", "-")


def table(heads: Sequence[str], rows: Iterable[Sequence[str | Safe]], numbers: Iterable[int] = ()) -> Safe:
    """Return a table; ``numbers`` are the columns that hold figures.

    Where it is narrow its cells stand below one another; the roles keep it a table for those who hear it.
    """
    figures = frozenset(numbers)
    look = ["number" if at in figures else None for at in range(len(heads))]
    row = {"role": "row"}
    head = tag("tr", *(_head(name, look[at]) for at, name in enumerate(heads)), **row)
    body = [tag("tr", *(_cell(cell, heads[at], look[at]) for at, cell in enumerate(cells)), **row) for cells in rows]
    group = {"role": "rowgroup"}
    parts = tag("thead", head, **group), tag("tbody", *body, **group)
    return tag("div", tag("table", *parts, role="table"), class_="wide")


def _head(name: str, look: str | None) -> Safe:
    return tag("th", name, scope="col", class_=look, role="columnheader")


def _cell(cell: str | Safe, head: str, look: str | None) -> Safe:
    return tag("td", cell, class_=look, role="cell", data_head=head)


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
