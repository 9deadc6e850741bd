"""A small page that keeps what is done as a page's worker does, by the real bridge and storage, without Python."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error

from tests.frontend.browsing import FRONTEND

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

ORIGIN = "http://localhost"  # a place where a browser allows all of its storage
NAME = "coursekit:The Pier /"
PAGE = Path(__file__).with_suffix(".html")


def open_small(context: BrowserContext) -> Page:
    """Open the page in a new tab; what is acknowledged or held is noted in ``page.told``."""
    page = context.new_page()
    page.told = []  # type: ignore[attr-defined]

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(ORIGIN).lstrip("/")
        file = FRONTEND / "src" / name
        if not name:
            body, kind = PAGE.read_bytes(), "text/html"
        elif file.is_file():
            body, kind = file.read_bytes(), "text/javascript"
        else:
            body, kind = b"", "text/plain"
        route.fulfill(status=200, body=body, content_type=f"{kind}; charset=utf-8")

    page.route("**/*", serve)
    page.expose_function("told", lambda *told: page.told.append(told))  # type: ignore[attr-defined]
    page.goto(f"{ORIGIN}/")
    page.wait_for_function("window.up")
    return page


def kept_in(page: Page) -> list[tuple[Any, ...]]:
    """Return the edits that the browser keeps, whatever waits included: each as who made it and its words."""
    return [tuple(each) for each in page.evaluate("edits()")]


def crash(page: Page) -> None:
    """Kill a tab as a machine that is short of memory does."""
    with suppress(Error):  # whoever is killed does not answer
        page.goto("chrome://crash", timeout=20_000)
