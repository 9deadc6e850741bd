"""Where the axis of a timeline bears a date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coursekit.dates.normal import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.pictures.timeline.scale import Scale

_APART = 20.0  # least distance of two labels
_MOST = 2_000  # of candidates looked at in one stretch
# Each step: how many days it is about, and on which days it falls.
_STEPS = (1, 10, 30, 91, 365, 1826, 3652, 18262, 36524, 365243)


class Tick(NamedTuple):
    """A height and what stands there; a label of a stretch's beginning is ``head``."""

    at: float
    label: str
    head: bool


def ticks(scale: Scale) -> list[Tick]:
    """Return the dates along the axis: the beginning of each stretch, and round dates within it."""
    found: list[Tick] = []
    for first, last in scale.stretches():
        start = date.fromordinal(first)
        found.append(Tick(scale.at(first), f"{MONTHS[start.month - 1][:3]} {start.year}", head=True))
        step = next((step for step in _STEPS if step * scale.per_day >= _APART), _STEPS[-1])
        for day in _round(first + 1, last, step):
            at = scale.at(day.toordinal())
            if at - found[-1].at >= _APART:
                found.append(Tick(at, _label(day, step), head=False))
    return found


def _label(day: date, step: int) -> str:
    if step < _STEPS[2] and day.day > 1:
        return f"{day.day} {MONTHS[day.month - 1][:3]}"
    return str(day.year) if day.month == 1 else MONTHS[day.month - 1][:3]


def _round(first: int, last: int, step: int) -> Iterator[date]:
    """Yield the dates of a step's kind within a time."""
    day, count = date.fromordinal(first), 0
    while day.toordinal() <= last and count < _MOST:
        if _falls(day, step):
            yield day
        day, count = _next(day, step), count + 1


def _falls(day: date, step: int) -> bool:
    if step == 1:
        return True
    if step == _STEPS[1]:
        return day.day in (1, 11, 21)
    months = {30: 1, 91: 3}.get(step)
    if months:
        return day.day == 1 and (day.month - 1) % months == 0
    return day.day == 1 and day.month == 1 and day.year % round(step / 365.2425) == 0


def _next(day: date, step: int) -> date:
    """Step on by days where days count, else by months, else by years: never over a date that falls."""
    if step <= _STEPS[1]:
        return day + timedelta(days=1)
    if step <= _STEPS[3] or day.month != 1 or day.day != 1:
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date(day.year + 1, 1, 1)
