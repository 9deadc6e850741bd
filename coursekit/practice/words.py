"""What the practice test came to, in words: points, the order of opening, the gain and what it can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.practice.forms import MOST
from coursekit.practice.gain import gain, paired
from coursekit.practice.order import reading
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursekit.practice.forms import Form
    from coursekit.practice.gain import Gain
    from coursekit.practice.order import Reading
    from coursekit.practice.sittings import Sitting

ONE_PERSON = (
    "The interval shows what other questions of the same kind might have given. It does not show what made the change: "
    "you have taken such a test before, and one form may be a little harder than the other. Over a class the lot "
    "balances the forms; for one person it cannot."
)
TOO_FEW = "Too few questions were answered both times to reckon a gain."
OUTDATED = "This form has changed since you began it, so what you choose and point at in it is not scored."
CHANGED = "The forms have changed since you took them, so no gain is reckoned."


def told(forms: Mapping[str, Form], found: Sequence[Sitting]) -> list[str]:
    """Return what the sittings that were handed over came to, sentence by sentence; nothing before the first."""
    over = [each for each in found if each.handed and each.form in forms]
    if not over:
        return []
    if len(over) == 1:
        form = forms[over[0].form]
        if over[0].outdated(form):
            return [OUTDATED]
        return [_points(form, over[0]), "What you opened: " + _order(reading(form, over[0]))]
    then, now = over[:2]
    first, second = forms[then.form], forms[now.form]
    if then.outdated(first) or now.outdated(second):
        return [CHANGED]
    return [
        *_gained(first, then, second, now),
        f"What you opened then: {_order(reading(first, then))}",
        f"And now: {_order(reading(second, now))}",
        *_levels(first, then, second, now),
    ]


def change(forms: Mapping[str, Form], found: Sequence[Sitting]) -> list[str]:
    """Return the gain alone, in words; nothing before both forms were handed over."""
    over = [each for each in found if each.handed and each.form in forms]
    both = len(over) > 1
    return _gained(forms[over[0].form], over[0], forms[over[1].form], over[1]) if both else []


def amount(share: float) -> str:
    """Return a difference in hundredths: ``25 more``, ``4 fewer``, ``as many``."""
    number = round(100 * share)
    return f"{abs(number)} {'more' if number > 0 else 'fewer'}" if number else "as many"


def _points(form: Form, sitting: Sitting) -> str:
    keyed = [each.id for each in form.items if each.keyed]
    reached = [sitting.points[name] for name in keyed if name in sitting.points]
    if not reached:
        return (
            f"You left all {count(len(keyed), 'question')} that a key can mark blank, so there are no points to tell."
        )
    blank = len(keyed) - len(reached)
    left = f"; {blank} of them left blank, which is not counted as wrong" if blank else ""
    has, of = sum(reached), MOST * len(reached)
    return f"{has} of {of} points for the {count(len(keyed), 'question')} that a key can mark{left}."


def _order(found: Reading) -> str:
    n = found.papers
    words = f"the head before the body in {found.head_first} of {count(n, 'paper')}; "
    if not found.answered:
        return f"{words}you answered nothing."
    words += f"{found.early} of {count(n, 'head')} before your first answer."
    return words + (f" You answered before you had opened {_bodies(found.unread)}." if found.unread else "")


def _bodies(number: int) -> str:
    return "one of the texts" if number == 1 else f"{number} of the texts"


def _gained(first: Form, then: Sitting, second: Form, now: Sitting) -> list[str]:
    if then.outdated(first) or now.outdated(second):
        return [CHANGED]
    found = gain(*paired(first, then.points, second, now.points))
    return [*gained(found), ONE_PERSON] if found else [TOO_FEW]


def gained(found: Gain) -> list[str]:
    """Return a gain in words, with its interval and what follows from it."""
    yes = "Chance alone would seldom make so much." if found.certain else "So chance alone may have made it."
    points = f"Before: {found.before} of {found.of} points. After: {found.after} of {found.of}, "
    points += f"for the {found.pairs} pairs of questions that you answered both times."
    change = f"Of a hundred points that is {amount(found.gain)} {'than' if round(100 * found.gain) else 'as'} before. "
    change += "With so few questions the true change may lie anywhere between "
    change += f"{amount(found.low)} and {amount(found.high)} (95 per cent interval). {yes}"
    return [points, change]


def _levels(first: Form, then: Sitting, second: Form, now: Sitting) -> list[str]:
    pairs = [
        (then.levels[one.id], now.levels[two.id])
        for one, two in zip(first.items, second.items, strict=True)
        if one.id in then.levels and two.id in now.levels
    ]
    if not pairs:
        return []
    said = ", ".join(f"{one} then and {two} now" for one, two in pairs)
    return [
        f"The levels you gave your own written answers: {said}. You set them yourself, so they are not in the gain."
    ]
