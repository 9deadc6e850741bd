"""The page that goes back, in a browser: nothing runs, nothing is blocked, it fits a phone and a sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.seminar.feedback.test_sheet import back
from tests.seminar.handed import QUESTION, gave, hand_in
from tests.seminar.own_page import BACKGROUND, PAPER, opened

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.seminar.own_page import Scheme

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
    browser: Browser, sheet: Path, width: int, scheme: Scheme
) -> None:
    with opened(browser, sheet, width, scheme) as page:
        assert "run" not in page.title().split()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**#x00-grid")
        assert page.locator(f"#{QUESTION} blockquote").first.inner_text().startswith("<script>")


def test_on_paper_it_is_black_on_white(browser: Browser, sheet: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(sheet.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate(BACKGROUND) == PAPER
    twin = "getComputedStyle(document.querySelector('.ck-twin'))"
    assert page.evaluate(f"[{twin}.backgroundColor, {twin}.color]") == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    page.close()
