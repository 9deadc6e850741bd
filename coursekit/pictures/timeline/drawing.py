"""The drawing of a timeline: axis, breaks, marks, and the lines from marks to labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.html import Safe, join, tag
from coursekit.pictures.shapes import RADIUS, arrow, bar, either, number, path, shape, zigzag
from coursekit.pictures.timeline.scale import EDGE, Scale, fit, left_out
from coursekit.pictures.timeline.slots import lines, spread
from coursekit.pictures.timeline.ticks import ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.pictures.timeline.points import Point

EM = 16.0  # units of the drawing in one em, so that it grows with the letters
AXIS = 60.0  # left of it stand the dates
_LANE = 15.0
_LEAD = 12.0  # width in which lines run from marks to labels
_TIP = 10.0  # length of an arrow at an open end
_LINE, _SPACE = 20.0, 14.0  # height of a line of a label, and what parts two labels


@dataclass(frozen=True)
class Drawing:
    """A drawing for one width: its markup, and the room of each label (units of the drawing)."""

    markup: Safe
    width: float
    top: float
    rooms: tuple[float, ...]


def draw(points: Sequence[Point], labels: Sequence[Sequence[str]], letters: int, name: str) -> Drawing:
    """Draw points that stand in the order of their anchors.

    Parameters
    ----------
    points
        In order.
    labels
        What stands beside each, line by line; a line may wrap.
    letters
        How many letters fit on a line of a label.
    name
        What the drawing is, for those who do not see it.
    """
    heights = [sum(lines(line, letters) for line in label) * _LINE + _SPACE for label in labels]
    days = [day for point in points for day in (point.range.first, point.range.end) if day is not None]
    scale = fit([*days], [point.range.anchor for point in points], sum(heights))
    spans = [_span(point, scale) for point in points]
    lanes = _lanes(spans)
    right = AXIS + _LANE * max(lanes)
    width = right + _LEAD + 2 * RADIUS
    marks = [_height(point, span, scale) for point, span in zip(points, spans, strict=True)]
    tops = spread([mark - _LINE / 2 for mark in marks], heights, 0)
    height = max(scale.height, tops[-1] + heights[-1])
    parts = [_axis(scale)]
    for mark, lane, top in zip(marks, lanes, tops, strict=True):
        parts.append(_leader(AXIS + _LANE * lane, mark, right, top + _LINE / 2, width))
    parts += [_bar(*each) for each in zip(points, spans, lanes, strict=True)]
    parts += _breaks(scale, spans, lanes)
    parts += [_marks(*each) for each in zip(points, spans, lanes, marks, strict=True)]
    rooms = [later - earlier for earlier, later in zip(tops, [*tops[1:], height], strict=True)]
    svg = tag(
        "svg",
        *parts,
        viewBox=f"0 0 {number(width)} {number(height)}",
        style=f"width:{_em(width)};height:{_em(height)}",
        role="img",
        aria_label=name,
        focusable="false",
    )
    return Drawing(join(svg, *_labels(scale)), width, tops[0], tuple(rooms))


def _em(units: float) -> str:
    return f"{units / EM:.2f}em"


def _span(point: Point, scale: Scale) -> tuple[float, float]:
    """Return the top and bottom of a date; an open end runs to the drawing's edge."""
    first, end = point.range.first, point.range.end
    return (4 if first is None else scale.at(first), scale.height - 4 if end is None else scale.at(end))


def _height(point: Point, span: tuple[float, float], scale: Scale) -> float:
    """Return the height at which the mark of a date stands; in a bar it stays inside."""
    if point.range.day:
        return span[0]
    return min(max(scale.mark(point.range.anchor), span[0] + RADIUS), max(span[1], span[0] + 2 * RADIUS) - RADIUS)


def _lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Give each date the first lane in which it touches no other."""
    ends: list[float] = []
    found = []
    for top, bottom in spans:
        start = top - RADIUS
        lane = next((n for n, end in enumerate(ends) if end <= start), len(ends))
        ends[lane : lane + 1] = [max(bottom, top + RADIUS) + 2]
        found.append(lane)
    return found


def _axis(scale: Scale) -> Safe:
    tips = [(0.0, EDGE), (scale.height - EDGE, scale.height)]
    parts = [path(f"M{number(AXIS)} {number(EDGE)} V{number(scale.height - EDGE)}", "ck-axis-line")]
    parts += [path(f"M{number(AXIS)} {number(a)} V{number(b)}", "ck-axis-end") for a, b in tips]
    parts += [path(f"M{number(AXIS - 6)} {number(tick.at)} H{number(AXIS)}", "ck-tick") for tick in ticks(scale)]
    return join(*parts)


def _breaks(scale: Scale, spans: Sequence[tuple[float, float]], lanes: Sequence[int]) -> list[Safe]:
    """Break the axis, and every bar that runs through a time that is left out."""
    found = []
    for gap in scale.gaps:
        through = [n for n, (top, bottom) in zip(lanes, spans, strict=True) if top <= gap.top and bottom >= gap.bottom]
        found += [zigzag(AXIS + _LANE * lane, gap.top, gap.bottom) for lane in sorted({0, *through}) if gap.cut]
    return found


def _labels(scale: Scale) -> list[Safe]:
    """Return what stands left of the axis.

    The words are in attributes and shown by the style sheet: where a page strips the drawing, loose
    years would be left over otherwise.
    """
    said = [(tick.at, tick.label, "ck-year") for tick in ticks(scale)]
    said += [((gap.top + gap.bottom) / 2, f"{left_out(gap)}", "ck-left-out") for gap in scale.gaps if gap.cut]
    return [tag("i", class_=look, data_says=label, style=f"top:{_em(at)}") for at, label, look in said]


def _leader(x: float, y: float, right: float, level: float, width: float) -> Safe:
    across = f"M{number(x)} {number(y)} H{number(right + RADIUS)} L{number(width - 4)} {number(level)} H{number(width)}"
    return path(across, "ck-leader")


def _bar(point: Point, span: tuple[float, float], lane: int) -> Safe:
    """Draw the time a date covers, if it is more than a day."""
    x, (top, bottom) = AXIS + _LANE * lane, span
    if point.range.either:
        return either(x, top + RADIUS, bottom - RADIUS)
    parts = []
    if point.range.end is None:
        parts.append(arrow(x, bottom, down=True))
        bottom -= _TIP
    if point.range.first is None:
        parts.append(arrow(x, top, down=False))
        top += _TIP
    if not point.range.day:
        parts.append(bar(x, top, max(bottom, top + 2 * RADIUS), unsure=point.range.unsure))
    return join(*parts)


def _marks(point: Point, span: tuple[float, float], lane: int, height: float) -> Safe:
    x = AXIS + _LANE * lane
    more = [shape(point.kind, x, span[1] - RADIUS)] if point.range.either else []
    return join(shape(point.kind, x, height), *more)
