"""The page that goes back, in a browser: nothing runs, nothing is blocked, it fits a phone and a sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.seminar.feedback.test_sheet import back
from tests.seminar.handed import QUESTION, gave, hand_in

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

BAD = "<script>document.title = 'run'</script><img src=x onerror=\"document.title='run'\"> \u202eevil " + "long" * 200


@pytest.fixture
def sheet(seminar: Path, handed: Path, work: Path) -> Path:
    content = hand_in(handed, f"Ada {BAD[:40]}", BAD, answers={"x00-grid": {"cells": {"log": {"oil": "9"}}}})
    levels = gave(seminar, work, "AB", content, 1, 1, comment=BAD)
    path = work / "back.html"
    path.write_text(back(seminar, handed, levels=[levels], keys=True), encoding="utf-8")
    return path


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1200, "dark")])
def test_nothing_runs_nothing_is_blocked_and_nothing_runs_over(
    browser: Browser, sheet: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(sheet.as_uri())
    assert said == []  # a style or script that the policy blocks is told here
    assert asked == [sheet.as_uri()]
    assert "run" not in page.title().split()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 17, 19)"
    assert dark == (scheme == "dark")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#x00-grid")
    assert page.locator(f"#{QUESTION} blockquote").first.inner_text().startswith("<script>")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    twin = "getComputedStyle(document.querySelector('.ck-twin'))"
    assert page.evaluate(f"[{twin}.backgroundColor, {twin}.color]") == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    context.close()
