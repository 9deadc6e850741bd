"""The pages of a site as HTML: what a lesson's cells say and show to somebody who has done nothing yet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from coursekit.course import course
from coursekit.html import tag
from coursekit.lesson.explaining import glossary
from coursekit.lesson.host import shown_by
from coursekit.marking.hand_in import editions
from coursekit.sessions.handing_in import HandInSession
from coursekit.site.front import OUTPUT, front
from coursekit.site.host import Page, PageShell
from coursekit.site.places import Drawn, paragraphs
from coursekit.site.reading import address
from coursekit.site.running import call_in, run
from coursekit.site.words import prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from coursekit.site.reading import SitePage


_LOOKED_UP = "What is due is looked up as soon as the course is ready."


class Names(NamedTuple):
    """What all pages of a site have in common.

    Attributes
    ----------
    course
        The course's title.
    static
        The folder of what the course's pages need, from the site's root.
    runtime
        The folder of Pyodide.
    version
        Names this state of the course.
    about
        What the course is, in Markdown.
    place
        Where the site will stand: a path, a whole address, or nothing where that is not known.
    notebooks
        Whether each page is there as a notebook, too.
    language
        Of the course's prose; the kit's own words are English.
    """

    course: str
    static: str
    runtime: str
    version: str
    about: str
    place: str = ""
    notebooks: bool = False
    language: str = "en"

    @property
    def address(self) -> str:
        """The site's whole address, where that is known."""
        return "" if self.place.startswith("/") else self.place


def draw(found: list[SitePage], names: Names, review: SitePage | None = None) -> Iterator[Drawn]:
    """Yield every page of a site.

    Parameters
    ----------
    found
        Lessons and exercises, in their order.
    names
        What all pages have in common.
    review
        The page on which what is due comes back, where the course has one.
    """
    templates = _templates()
    home = front()  # before a lesson is drawn: somebody has been there then
    there = {f"{page.folder}/{page.name}": page for page in found}

    def drawn(path: str, template: str, **more: Any) -> str:
        given = names._asdict() | {"address": names.address and names.address + path, "base": "../" * path.count("/")}
        return templates.get_template(template).render(given | more)

    for at, page in enumerate(found):
        back, after = (found[at - 1] if at else None), (found[at + 1] if at + 1 < len(found) else None)
        shown = Page(page.unit)
        run(shown, page.code)
        parts = cells(page, shown, there)
        yield Drawn(
            page.path,
            drawn(
                page.path,
                "page.html",
                page=page,
                cells=parts,
                data=_data(page, shown, names),
                back=back,
                next=after,
            ),
            (f"{page.unit}-{page.number}", *(part["name"] for part in parts if part["name"])),
            tuple(paragraphs(shown, locked=False)),
            tuple(paragraphs(shown, locked=True)),
        )
    if review:
        yield Drawn(
            review.path, drawn(review.path, "page.html", page=review, back=None, next=None, **_due(review, names))
        )
    about = prose(names.about, str, set())
    first = {"about": about, "home": home, "output": OUTPUT, "data": _front_data(names)}
    yield Drawn("index.html", drawn("index.html", "front.html", **first))
    yield Drawn("glossary.html", drawn("glossary.html", "glossary.html", glossary=_glossary()))


def _due(page: SitePage, names: Names) -> dict[str, Any]:
    """Return what the page is made of on which what is due comes back: what that is, a learner's browser finds out."""
    shown = Page(page.unit)
    run(shown, page.code)
    shown.shown = {name: tag("p", _LOOKED_UP, class_="ck-hint").markup for name in list(shown.shown)[:1]}
    shown.views = {}
    return {"cells": cells(page, shown, {}), "data": _data(page, shown, names, due=True)}


def missing(names: Names) -> str:
    """Return the page for addresses that lead nowhere; it may be shown at any of them."""
    given = names._asdict() | {"address": "", "base": names.place}
    return _templates().get_template("missing.html").render(given)


def cells(page: SitePage, shown: Page, there: dict[str, SitePage]) -> list[dict[str, Any]]:
    """Return the cells of a page for its template: prose, or what code shows; the name by which a card is linked to."""
    names: set[str] = set()
    made: list[dict[str, Any]] = []
    for at, (code, source) in enumerate(page.cells):
        if not code:
            html = prose(source, lambda link: address(link, page, there), names)
            made.append({"prose": html, "outputs": [], "name": ""})
            continue
        call = call_in(source)
        name = call.first if call and call.is_card and call.first not in names else ""
        names.add(name)
        made.append({"prose": None, "outputs": list(_outputs(at, shown)), "name": name})
    return made


def _outputs(at: int, shown: Page) -> Iterator[dict[str, Any]]:
    for place, html in shown.shown.items():
        if place.partition("-")[0] == str(at):
            yield {"name": place, "html": html, "live": place in shown.views}


def _data(page: SitePage, shown: Page, names: Names, *, due: bool = False) -> str:
    """Return what a page's script needs."""
    views = {name: {"widget": view.kind, "traits": _anywhere(view.traits())} for name, view in shown.views.items()}
    data = {
        **_common(names),
        "path": page.notebook,
        "unit": page.unit,
        "base": "../",
        "cells": [{"code": code, "source": source} for code, source in page.cells],
        "views": views,
        "hand_in": _hand_in(shown),
        "due": due,
        "versions": _versions(),
    }
    return _as_script(data)


def _front_data(names: Names) -> str:
    """Return what the script of the front page needs."""
    return _as_script(_common(names) | {"base": "", "versions": _versions()})


def _common(names: Names) -> dict[str, Any]:
    return {
        name: value
        for name, value in names._asdict().items()
        if name not in ("about", "place", "notebooks", "language")
    }


def _as_script(data: dict[str, Any]) -> str:
    """Return JSON that can stand in a script element."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _hand_in(shown: Page) -> dict[str, Any] | None:
    """Return what a hand-in is made of where Python does not run; None where nothing is handed in."""
    forms = [view.session for view in shown.views.values() if isinstance(view, PageShell)]
    found = next((each.exercise for each in forms if isinstance(each, HandInSession)), None)
    if found is None:
        return None
    here = course()
    exercise = here.assignments[found]
    return {
        "exercise": exercise.id,
        "version": exercise.version,
        "questions": [question.id for question in exercise.questions],
        "tasks": exercise.tasks,
        "texts": editions(here.library),
    }


def _versions() -> dict[str, int]:
    """Return the versions of all questions but those of which there is only the first."""
    here = course()
    parts = [question for exercise in here.exercises.by_id.values() for question in exercise.questions]
    every = [*here.questions.by_id.values(), *parts]
    return {question.id: question.version for question in every if question.version > 1}


def _anywhere(traits: dict[str, Any]) -> dict[str, Any]:
    """Return what a view shows without the name that its course has where the site is built: a page gives its own."""
    same = traits | {"course": ""} if "course" in traits else traits
    return same | {"setup": _anywhere(same["setup"])} if same.get("setup") else same


def _glossary() -> str:
    shown = Page("lesson")
    with shown_by(shown):
        glossary()
    return "".join(shown.shown.values())


def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = Path(__file__).parent / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
