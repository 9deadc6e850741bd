"""What pages of the pages edition look like, measured: by axe, width, motion, forced colours, print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.looks import AXE, MOVING
from tests.browser.pages import START, Site
from tests.browser.waiting import still
from tests.conftest import not_run

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = ["index.html", "lessons/00-what-lies-in-the-box.html", "exercises/09-matrix.html", "glossary.html"]
WIDE, NARROW, HALF = ({"width": w, "height": h} for w, h in ((1280, 900), (320, 640), (640, 450)))
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": WIDE, "color_scheme": "light"},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "320 px": {"viewport": NARROW},
    "200 per cent": {"viewport": HALF, "device_scale_factor": 2},
}
# What is wider than the window, other than in a box that scrolls by itself.
STICKING_OUT = """() => [...document.querySelectorAll("body *")].filter((node) => {
  const { width, height, left, right } = node.getBoundingClientRect();
  if (!width || !height || !node.checkVisibility() || (left >= -1 && right <= innerWidth + 1)) return false;
  for (let each = node.parentElement; each && each !== document.body; each = each.parentElement)
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowX)) return false;
  return getComputedStyle(node).clipPath === "none";
}).map((node) => node.outerHTML.slice(0, 160))"""
SCROLLS_SMOOTHLY = "() => getComputedStyle(document.documentElement).scrollBehavior"
# Controls of ours whose edge would not be seen in forced colours: no border, and no words that are underlined.
EDGELESS = """() => [...document.querySelectorAll("button, textarea, select, input, .ck-home-on")].filter((node) => {
  if (!node.checkVisibility() || node.matches("[type=radio], [type=checkbox], [type=file]")) return false;
  const { borderTopWidth, borderTopStyle, textDecorationLine, outlineStyle } = getComputedStyle(node);
  const bare = parseFloat(borderTopWidth) === 0 || borderTopStyle === "none";
  return bare && textDecorationLine === "none" && outlineStyle === "none";
}).map((node) => node.outerHTML.slice(0, 160))"""


def opened(browser: Browser, address: str, path: str, **context: Any) -> Page:
    """Open a page as somebody with this window; Python is not waited for, which shows nothing new."""
    made = browser.new_context(**context, bypass_csp=True)  # axe comes from outside the page
    made.set_default_timeout(START)
    page = Site(made, address).open(path)
    still(page)
    return page


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_sticks_out(browser: Browser, address: str, path: str, look: str) -> None:
    if not AXE.is_file():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    page = opened(browser, address, path, **LOOKS[look])
    assert page.evaluate(STICKING_OUT) == []
    page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found = page.evaluate("axe.run({ resultTypes: ['violations', 'passes'] })")
    page.context.close()
    assert any(each["id"] == "color-contrast" for each in found["passes"]), "axe measured no contrast"
    told = [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found["violations"]]
    assert told == []


@pytest.mark.parametrize("path", PAGES[:3])
def test_with_reduced_motion_nothing_moves(browser: Browser, address: str, path: str) -> None:
    page = opened(browser, address, path, viewport=WIDE, reduced_motion="reduce")
    moving = page.evaluate(MOVING)
    smooth = page.evaluate(SCROLLS_SMOOTHLY)
    page.context.close()
    assert (moving, smooth) == ([], "auto")


@pytest.mark.parametrize("path", PAGES[:3])
def test_in_forced_colours_every_control_keeps_an_edge(browser: Browser, address: str, path: str) -> None:
    page = opened(browser, address, path, viewport=WIDE, forced_colors="active")
    found = page.evaluate(EDGELESS)
    page.context.close()
    assert found == []


def test_on_paper_stands_the_whole_lesson_and_nothing_to_press(browser: Browser, address: str) -> None:
    page = opened(browser, address, PAGES[1], viewport=WIDE)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    hidden = page.locator("main > .ck-cell > .ck-prose").evaluate_all(
        "all => all.filter((n) => !n.checkVisibility()).length"
    )
    pressed = page.locator(".ck-site-head nav, .ck-lesson-head, .ck-aside, .ck-notice").evaluate_all(
        "all => all.filter((n) => n.checkVisibility()).length"
    )
    page.context.close()
    assert (hidden, pressed) == (0, 0)
