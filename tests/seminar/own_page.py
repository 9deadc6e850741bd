"""A page of one file, opened as whoever was sent it does."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
PAPER = "rgb(255, 255, 255)"
_DARK = "rgb(16, 17, 19)"


@contextlib.contextmanager
def opened(browser: Browser, file: Path, width: int, scheme: Scheme) -> Iterator[Page]:
    """Open it; nothing in it may be blocked, nothing else be asked for, and nothing run over."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    yield page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (page.evaluate(BACKGROUND) == _DARK) == (scheme == "dark")
    assert said == []  # a style or script that the policy blocks is told here
    assert asked == [file.as_uri()]
    context.close()
