"""What was opened in which order before anything was judged, and whether it was asked first who is speaking.

Historians look at the head of a paper before they read it, others read from the top (Samuel S. Wineburg, "Historical
problem solving: a study of the cognitive processes used in the evaluation of documentary and pictorial evidence",
Journal of Educational Psychology 83 (1991), 73-87). Here heads and bodies open one by one, so the order can be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coursekit.practice.sittings import FIRST_ANSWER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.practice.forms import Form
    from coursekit.practice.sittings import Sitting


class Reading(NamedTuple):
    """How somebody went about the papers of a form.

    ``papers`` is how many there are; ``head_first`` of how many the head was opened before the body (or without it);
    ``early`` of how many the head was opened before the first answer; ``unread`` how many bodies were not opened
    before it. Where nothing was answered there is no such moment: ``answered`` is False, and both are 0.
    """

    papers: int
    head_first: int
    early: int
    unread: int
    answered: bool = True


def reading(form: Form, sitting: Sitting) -> Reading:
    """Return how somebody went about a form's papers."""
    steps = sitting.steps
    begun = FIRST_ANSWER in steps
    first = _at(steps, FIRST_ANSWER)
    heads = [_at(steps, (each.id, "head")) for each in form.papers]
    bodies = [_at(steps, (each.id, "body")) for each in form.papers]
    return Reading(
        papers=len(form.papers),
        head_first=sum(head < body for head, body in zip(heads, bodies, strict=True)),
        early=sum(head < first for head in heads) if begun else 0,
        unread=sum(body >= first for body in bodies) if begun else 0,
        answered=begun,
    )


def _at(steps: Sequence[tuple[str, str]], step: tuple[str, str]) -> int:
    """Return where a step stands; after all others where it was never taken."""
    return steps.index(step) if step in steps else len(steps)
