"""Where somebody is in a course, as a page shows it: the way, what waits, and one link that goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, tag
from coursekit.study import words
from coursekit.words import first_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.study.path import Unit
    from coursekit.study.progress import Place, Progress, Standing, Waiting


def page(found: Progress, link: Callable[[Unit], str], *offers: tuple[str, str]) -> list[Safe]:
    """Return the parts of a home page.

    Parameters
    ----------
    found
        Where somebody is.
    link
        Where a lesson or an exercise is, from this page.
    offers
        What else there is to do now (what is due, the practice test), in words, and where it is; no words where nothing
        is.
    """
    parts = [tag("p", words.summary(found), class_="ck-home-sum")]
    if found.place:
        parts.append(_onward(found.place, link, begun=found.begun))
    parts += [tag("p", tag("a", said, href=where), class_="ck-home-review") for said, where in offers if said]
    if found.waits:
        rows = [_waiting(each, link) for each in found.waits]
        parts += [tag("p", tag("strong", "This waits for you")), tag("ul", *rows, class_="ck-home-waits")]
    here = found.place.unit if found.place else None
    rows = [_row(each, link(each.unit), here=each.unit is here) for each in found.units]
    parts += [tag("ol", *rows, class_="ck-home-path"), tag("p", words.RULE, class_="ck-hint")]
    return parts


def _onward(place: Place, link: Callable[[Unit], str], *, begun: bool) -> Safe:
    said = f"{'Go on' if begun else 'Begin'} with {words.place(place)}"
    return tag("p", tag("a", said, href=link(place.unit), class_="ck-home-on"))


def _waiting(each: Waiting, link: Callable[[Unit], str]) -> Safe:
    return tag("li", tag("a", each.unit.label, href=link(each.unit)), f": {words.waiting(each)}")


def _row(each: Standing, address: str, *, here: bool) -> Safe:
    unit = each.unit
    name = tag("a", f"{unit.label}: {unit.title}", href=address, aria_current="step" if here else None)
    state = words.STATES[each.state]
    about = f"{'At its end you can ' if unit.kind == 'lesson' else ''}{unit.about}"
    return tag(
        "li",
        tag("p", name, " ", tag("strong", state, class_=f"ck-home-{each.state}") if state else ""),
        tag("p", about, class_="ck-home-about") if unit.about else "",
        tag("p", first_letter(words.far(each)), class_="ck-home-far") if words.far(each) else "",
        class_=f"ck-home-{unit.kind}",
    )
