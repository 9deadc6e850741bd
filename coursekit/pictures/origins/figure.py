"""Whose papers a list holds: a row for each stretch of time, a column for each hand, a tile for each entry.

Rows without a tile stay: what a list does not have is what the picture is for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.dates.days import words
from coursekit.html import Safe, join, prose, tag
from coursekit.pictures.frame import figure

if TYPE_CHECKING:
    from coursekit.pictures.origins.papers import Origins, Paper, Sort, Stretch


def origins(data: Origins) -> str:
    """Return the origins of a list's entries as HTML, and the same as a list of the stretches."""
    heads = [tag("th", _head(data, hand), scope="col") for hand in data.hands]
    rows = [_row(data, stretch) for stretch in data.stretches]
    corner = tag("th", "Dated", scope="col")
    table = tag("table", tag("thead", tag("tr", corner, *heads)), tag("tbody", *rows), class_="ck-tabled ck-shelf")
    return figure("origins", data.title, data.summary, join(_legend(data), table), _plain(data)).markup


def _head(data: Origins, hand: Sort) -> Safe:
    count = sum(paper.hand == hand for paper in data.papers)
    return join(prose(hand.name), " ", tag("b", str(count)))


def _row(data: Origins, stretch: Stretch) -> Safe:
    note = tag("small", prose(stretch.note)) if stretch.note else ""
    cells = [tag("td", *(_tile(paper) for paper in data.within(stretch, hand))) for hand in data.hands]
    empty = not any(data.within(stretch, hand) for hand in data.hands)
    look = " ".join(["ck-empty"] * empty + ["ck-noted"] * bool(stretch.note))
    return tag("tr", tag("th", prose(stretch.label), note, scope="row"), *cells, class_=look or None)


def _tile(paper: Paper) -> Safe:
    number = f"{paper.id}{'?' if paper.perhaps else ''}"
    label = tag("span", prose(paper.label))
    return join(tag("span", tag("b", number), " ", label, class_=f"ck-tile ck-tile-{paper.sort.look}"), " ")


def _legend(data: Origins) -> Safe:
    entries = []
    for sort in data.sorts:
        sign = tag("i", class_=f"ck-tile ck-tile-{sort.look}")
        count = sum(paper.sort == sort for paper in data.papers)
        entries.append(join(tag("span", sign, f"{sort.name} ({count})", class_="ck-entry"), " "))
    note = tag("small", "A question mark: whose it is, is a guess.") if any(p.perhaps for p in data.papers) else ""
    return tag("p", *entries, note, class_="ck-legend")


def _plain(data: Origins) -> Safe:
    return tag("ol", *(tag("li", prose(_said(data, stretch))) for stretch in data.stretches))


def _said(data: Origins, stretch: Stretch) -> str:
    head = f"{stretch.label}{f', {stretch.note}' if stretch.note else ''}:"
    papers = [paper for hand in data.hands for paper in data.within(stretch, hand)]
    papers.sort(key=data.papers.index)
    return " ".join([head, *map(_paper, papers)] if papers else [head, "no entry."])


def _paper(paper: Paper) -> str:
    hand = f"{paper.hand.name}{', perhaps' if paper.perhaps else ''}"
    where = f", {', '.join(paper.whose)}" if paper.whose else ""
    return f"{paper.id} ({words(paper.edtf)}), {paper.label}: {hand}; {paper.sort.name} ({paper.ground}{where})."
