"""The front page of a site: what home shows in a notebook, in one place of the page."""

from __future__ import annotations

from coursekit.lesson.host import shown_by
from coursekit.lesson.overview import home
from coursekit.site.host import Page

OUTPUT = "home"  # the name of that place


def front() -> str:
    """Return the way through the course as HTML, and where somebody is on it as of now."""
    page = Page("lesson")
    with shown_by(page):
        home()
    return "".join(page.shown.values())
