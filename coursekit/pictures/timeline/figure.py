"""A timeline that says whose date each point is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.dates.days import words
from coursekit.html import Safe, join, prose, tag
from coursekit.pictures.frame import figure
from coursekit.pictures.shapes import RADIUS, bar, number, shape
from coursekit.pictures.timeline.drawing import EM, draw

if TYPE_CHECKING:
    from coursekit.pictures.timeline.points import Point, Timeline

CALLED = {
    "event": "event",
    "writing": "writing or printing",
    "filing": "filing or head date",
    "catalogue": "catalogue’s date",
}
_NARROW, _WIDE = 20, 58  # letters on a line of a label


def timeline(data: Timeline) -> str:
    """Return a timeline as HTML: a drawing to true scale beside a list of the points, and the list as a table."""
    points = sorted(data.points, key=lambda point: (point.range.anchor, point.range.end or 0))
    name = f"Timeline: {data.title}. The list beside it says the same in words."
    # Where it is wide, date and label share a line.
    wide = draw(points, [(f"{words(p.edtf)} {p.label}", _whose(p)) for p in points], _WIDE, name)
    narrow = draw(points, [(words(p.edtf), p.label, _whose(p)) for p in points], _NARROW, name)
    items = []
    for point, least, most in zip(points, narrow.rooms, wide.rooms, strict=True):
        room = f"--ck-n:{least / EM:.2f}em;--ck-w:{most / EM:.2f}em"
        items.append(tag("li", _label(point), style=room))
    start = f"--ck-n:{narrow.top / EM:.2f}em;--ck-w:{wide.top / EM:.2f}em"
    body = tag(
        "div",
        tag("div", narrow.markup, class_="ck-axis ck-narrow"),
        tag("div", wide.markup, class_="ck-axis ck-wide"),
        tag("ol", *items, class_="ck-points", style=start),
        class_="ck-time",
    )
    return figure("timeline", data.title, data.summary, join(_legend(points), body), _table(points)).markup


def _label(point: Point) -> Safe:
    return join(
        tag("b", words(point.edtf), class_="ck-when"),
        " ",
        tag("span", prose(point.label), class_="ck-what"),
        " ",
        tag("small", _whose(point), class_="ck-whose"),
    )


def _whose(point: Point) -> str:
    """Say of what kind the date is, and whose."""
    return f"{CALLED[point.kind]} · {_said(point)}"


def _said(point: Point) -> str:
    if not point.whose:
        return point.says
    return f"dated by {', '.join(point.whose)}" + (f" ({point.says})" if point.says else "")


def _legend(points: list[Point]) -> Safe:
    kinds = [kind for kind in CALLED if any(point.kind == kind for point in points)]
    entries = [_entry(shape(kind, 10, 9), CALLED[kind]) for kind in kinds]
    if any(not point.range.day and not point.range.unsure for point in points):
        entries.append(_entry(bar(10, 2, 16, unsure=False), "some time within"))
    if any(point.range.unsure for point in points):
        entries.append(_entry(bar(10, 2, 16, unsure=True), "uncertain"))
    note = "One scale throughout; a zigzag leaves out the time written beside it."
    return tag("p", *entries, tag("small", note), class_="ck-legend")


def _entry(drawn: Safe, meaning: str) -> Safe:
    side = number(2 * RADIUS + 8)
    svg = tag("svg", drawn, viewBox=f"0 0 {side} 18", aria_hidden="true", focusable="false", class_="ck-sign")
    return join(tag("span", svg, meaning, class_="ck-entry"), " ")


def _table(points: list[Point]) -> Safe:
    head = tag("tr", *(tag("th", title, scope="col") for title in ("Date", "EDTF", "What", "Kind", "Whose date")))
    rows = [
        tag(
            "tr",
            tag("td", words(point.edtf)),
            tag("td", tag("code", point.edtf)),
            tag("td", prose(point.label)),
            tag("td", CALLED[point.kind]),
            tag("td", _said(point).removeprefix("dated by ")),
        )
        for point in points
    ]
    return tag("table", tag("thead", head), tag("tbody", *rows))
