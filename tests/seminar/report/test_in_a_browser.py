"""The report in a browser: it fits a phone and a sheet of paper, and axe finds nothing serious, in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.looks import AXE
from tests.conftest import not_run
from tests.seminar.own_page import BACKGROUND, PAPER, opened
from tests.seminar.report.test_page import shown

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.seminar.own_page import Scheme

OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
SERIOUS = """async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
  .filter(each => ['serious', 'critical'].includes(each.impact))
  .map(each => `${each.id}: ${each.nodes[0].target}`)"""


@pytest.fixture(params=[False, True], ids=["with names", "projected"])
def report(six: Path, handed: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "report.html"
    path.write_text(shown(six, handed, projected=request.param), encoding="utf-8")
    return path


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1200, "light"), (1200, "dark")])
def test_nothing_is_blocked_nothing_runs_over_and_axe_finds_nothing_serious(
    browser: Browser, report: Path, width: int, scheme: Scheme
) -> None:
    if not AXE.is_file():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    with opened(browser, report, width, scheme) as page:
        page.evaluate(OPEN)
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(report.as_uri())
    page.evaluate(OPEN)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(SERIOUS) == []
    context.close()


def test_where_it_is_narrow_each_cell_says_what_it_is(browser: Browser, report: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(report.as_uri())
    cell = page.locator("#how-hard-and-how-telling td").nth(3)
    assert cell.evaluate("each => getComputedStyle(each).display") == "block"
    said = cell.evaluate("each => getComputedStyle(each, '::before').content")
    assert said == '"Mean share of the points: "'
    another = page.locator("#how-hard-and-how-telling td").nth(4)
    expect(another).to_be_visible()
    another.evaluate("each => each.replaceChildren()")
    expect(another).to_be_hidden()  # a head without a figure says nothing
    page.set_viewport_size({"width": 1200, "height": 800})
    assert cell.evaluate("each => getComputedStyle(each).display") == "table-cell"
    page.close()


def test_on_paper_it_is_black_on_white_and_the_plan_is_whole(browser: Browser, report: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate(BACKGROUND) == PAPER
    assert page.locator(".report-contents").is_hidden()
    cases = page.locator(".report-thing details li")
    folded = "each => !each.checkVisibility({ contentVisibilityAuto: true })"
    assert [each.inner_text() for each in cases.all() if each.evaluate(folded)] == []
    page.emulate_media(media="screen")
    assert [each for each in cases.all() if not each.evaluate(folded)] == []
    page.close()
