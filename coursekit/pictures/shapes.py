"""The marks of a timeline: a shape for each kind of date, so that colour is never the only sign."""

from __future__ import annotations

from coursekit.html import Safe, join, tag

RADIUS = 6.0


def number(value: float) -> str:
    """Write a coordinate the same everywhere."""
    return f"{value:.1f}".removesuffix(".0")


def shape(kind: str, x: float, y: float) -> Safe:
    """Draw the mark of a kind: event a disc, writing a square, filing a lozenge, catalogue a ring."""
    r = RADIUS
    if kind == "writing":
        side = number(1.7 * r)
        return tag("rect", x=number(x - 0.85 * r), y=number(y - 0.85 * r), width=side, height=side, class_="ck-mark")
    if kind == "filing":
        corners = ((x, y - 1.2 * r), (x + 1.2 * r, y), (x, y + 1.2 * r), (x - 1.2 * r, y))
        return tag("polygon", points=" ".join(f"{number(a)},{number(b)}" for a, b in corners), class_="ck-mark")
    hollow = " ck-hollow" if kind == "catalogue" else ""
    return tag("circle", cx=number(x), cy=number(y), r=number(r - 0.5), class_=f"ck-mark{hollow}")


def bar(x: float, top: float, bottom: float, *, unsure: bool) -> Safe:
    """Draw the time within which a date lies; dashed where it is not certain."""
    look = "ck-bar ck-unsure" if unsure else "ck-bar"
    rest = {"width": number(9), "height": number(bottom - top), "rx": "3"}
    return tag("rect", x=number(x - 4.5), y=number(top), **rest, class_=look)


def arrow(x: float, y: float, *, down: bool) -> Safe:
    """Draw the tip of an open end."""
    back = y - 7 if down else y + 7
    return path(f"M{number(x - 5)} {number(back)} L{number(x)} {number(y)} L{number(x + 5)} {number(back)}", "ck-tip")


def zigzag(x: float, top: float, bottom: float) -> Safe:
    """Draw a break over the axis, or over a bar; its ends leave room for marks."""
    a, b = top + 9, bottom - 9
    part = (b - a) / 4
    turns = [(x, a), (x - 6, a + part), (x + 6, a + 2 * part), (x - 6, a + 3 * part), (x, b)]
    way = "M" + " L".join(f"{number(px)} {number(py)}" for px, py in turns)
    return join(path(f"M{number(x)} {number(a)} V{number(b)}", "ck-under"), path(way, "ck-zig"))


def either(x: float, top: float, bottom: float) -> Safe:
    """Draw the line that joins two days of which it is one."""
    return path(f"M{number(x)} {number(top)} V{number(bottom)}", "ck-either")


def path(d: str, class_: str) -> Safe:
    """Draw a line without filling."""
    return tag("path", d=d, class_=class_)
