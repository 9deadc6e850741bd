"""A page with the built widget and a stand-in kernel, served from files without any server."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser.waiting import SHORT_TIMERS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

FRONTEND = Path(__file__).resolve().parents[2] / "coursekit" / "frontend"
ORIGIN = "http://course.test"


PAGES = ("page", "marking_page", "hand_in_page", "desk_page", "practice_page")


def open_page(started: Browser, dist: Path = FRONTEND / "dist", **context: Any) -> Page:
    """Open the page of questions; errors in it fail the test that looks at ``page.errors``."""
    page = started.new_context(**context).new_page()
    folders = {name: Path(__file__).parent / name for name in PAGES}
    folders |= {"dist": dist, "node_modules": FRONTEND / "node_modules"}

    errors: list[str] = []

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(ORIGIN).lstrip("/").partition("?")[0] or "page/index.html"
        first, _, rest = name.partition("/")
        file = folders.get(first, Path("/nowhere")) / rest
        if not file.is_file():
            route.fulfill(status=204 if name == "favicon.ico" else 404, body="")
            return
        kind = mimetypes.guess_type(file.name)[0] or "text/plain"
        route.fulfill(status=200, body=file.read_bytes(), content_type=f"{kind}; charset=utf-8")

    page.add_init_script(SHORT_TIMERS)
    page.route("**/*", serve)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.errors = errors  # type: ignore[attr-defined]
    reopen(page)
    return page


def reopen(page: Page) -> None:
    """Load the page afresh; what the browser keeps stays."""
    page.errors.clear()  # type: ignore[attr-defined]
    page.goto(f"{ORIGIN}/")
    page.wait_for_function("window.ready === true")
