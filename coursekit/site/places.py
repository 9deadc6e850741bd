"""Where on a site something stands: the page of each lesson, question and paragraph, by the name that links give it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursekit.site.host import Page


@dataclass(frozen=True)
class Drawn:
    """A page as it is drawn.

    Attributes
    ----------
    path
        Its address in the site.
    html
        What it is.
    names
        What links can name on it: itself, its sittings, questions and tasks.
    read, locked
        Paragraphs that can be read on it, at once or once a prediction is made: ``LOG-p7``.
    """

    path: str
    html: str
    names: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()


def places(drawn: Iterable[Drawn]) -> dict[str, str]:
    """Return the address of the page on which something stands, by its name.

    Of a paragraph that stands on several the first counts on which it can be read at once, a lesson before an exercise.
    """
    pages = sorted(drawn, key=lambda page: page.path.startswith("exercises/"))
    found: dict[str, str] = {}
    for attribute in ("names", "read", "locked"):
        for page in pages:
            for name in getattr(page, attribute):
                found.setdefault(name, page.path)
    return found


def paragraphs(shown: Page, *, locked: bool) -> Iterator[str]:
    """Yield the paragraphs in the readers of a page that are locked, or that are not."""
    for view in shown.views.values():
        setup = view.traits().get("setup") or {}
        if view.kind != "reader" or bool(setup["locked"]) != locked:
            continue
        for edition in setup["editions"]:
            for paragraph in edition["paragraphs"]:
                yield f"{setup['source']['siglum']}-{paragraph['id']}"
