"""Bars from one zero line: amounts of several things, each with its figure and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, join, prose, tag
from coursekit.pictures.frame import figure
from coursekit.pictures.shapes import number

if TYPE_CHECKING:
    from decimal import Decimal

    from coursekit.pictures.bars.amounts import Amount, Bars, Series

_WIDE, _TALL = 1000, 20  # units of the drawing of one bar, which is stretched to the room there is


def bars(data: Bars) -> str:
    """Return bars as HTML, all to one scale, and the same as a table.

    The words stand beside the drawing as text; where a page strips the drawing, figures and labels are left.
    """
    most = max(amount.value or 0 for series in data.series for amount in series.amounts)
    body = join(
        tag("p", tag("small", f"In {data.unit}. All bars have one zero and one scale."), class_="ck-legend"),
        *(_group(series, float(most)) for series in data.series),
    )
    return figure("bars", data.title, data.summary, body, _table(data)).markup


def _group(series: Series, most: float) -> Safe:
    head = tag("p", tag("b", prose(series.name)), " ", tag("small", prose(_whose(series))), class_="ck-bars-of")
    rows = [_row(amount, series.look, most) for amount in series.amounts]
    return tag("div", head, tag("ol", *rows, class_="ck-bars-rows"), class_="ck-bars-group")


def _row(amount: Amount, look: str, most: float) -> Safe:
    note = tag("small", prose(amount.note), class_="ck-bars-note") if amount.note else ""
    label = tag("span", amount.label, class_="ck-bars-label")
    if amount.value is None:
        return tag("li", label, note, class_="ck-bars-none")
    figures = tag("b", _said(amount.value), class_="ck-bars-figure")
    return tag("li", label, _line(float(amount.value), look, most), figures, note)


def _line(value: float, look: str, most: float) -> Safe:
    width = number(_WIDE * value / most) if most else "0"
    drawn = tag("rect", x="0", y="0", width=width, height=str(_TALL), class_=f"ck-amount ck-look-{look}")
    return tag(
        "svg",
        drawn if value else "",
        viewBox=f"0 0 {_WIDE} {_TALL}",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )


def _table(data: Bars) -> Safe:
    head = tag("tr", *(tag("th", title, scope="col") for title in ("What", "Of", f"How much ({data.unit})", "Whose")))
    rows = [
        tag(
            "tr",
            tag("td", prose(series.name)),
            tag("td", amount.label),
            tag("td", prose(_in_words(amount))),
            tag("td", prose(_whose(series))),
        )
        for series in data.series
        for amount in series.amounts
    ]
    return tag("table", tag("thead", head), tag("tbody", *rows))


def _in_words(amount: Amount) -> str:
    if amount.value is None:
        return amount.note
    return _said(amount.value) + (f" ({amount.note})" if amount.note else "")


def _whose(series: Series) -> str:
    where = ", ".join(series.whose)
    return f"{where} ({series.says})" if where and series.says else where or series.says


def _said(value: Decimal) -> str:
    return f"{value:f}"
