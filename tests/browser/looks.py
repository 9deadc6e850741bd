"""What a page looks like, measured: contrast and names by axe, what sticks out, what moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.waiting import still
from tests.conftest import ROOT, not_run

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = ROOT / "coursekit" / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
# What is wider than the window, inside our widgets and outputs; a box with a scroll bar of its own may be.
STICKING_OUT = """() => [...document.querySelectorAll(".ck, .ck *, .ck-twin")].filter((node) => {
  const box = node.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return false;
  for (let each = node.parentElement; each && !each.matches(".jp-OutputArea"); each = each.parentElement)
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowX)) return false;
  const frame = node.closest(".jp-OutputArea, .jp-Cell").getBoundingClientRect();
  return box.right > Math.min(innerWidth, frame.right) + 1 || box.left < frame.left - 1;
}).map((node) => node.outerHTML.slice(0, 160))"""
MUCH = 100
# But for the tabs of the sheet from below: they stand in a line that is drawn along.
SCROLLING = """() => [...document.querySelectorAll(".ck, .ck *")]
  .filter((node) => !node.matches(".ck-below :is(.ck-pane-tabs, .ck-pane-choice)"))
  .filter((node) => node.scrollWidth > node.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(node).overflowX))
  .map((node) => node.outerHTML.slice(0, 160))"""
MOVING = """() => [...document.querySelectorAll(".ck, .ck *")].filter((node) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node);
  return Math.max(...transitionDuration.split(",").map(parseFloat)) > 0.02 || animationName !== "none"
    || scrollBehavior === "smooth";
}).map((node) => node.outerHTML.slice(0, 160))"""
# The paragraphs in sight in the pane, and whether each is drawn: a browser may skip what is out of sight.
ROWS_IN_VIEW = """() => [...document.querySelectorAll(".ck-row[data-p]")].flatMap((row) => {
  const box = row.getBoundingClientRect(), panel = row.closest(".ck-pane-slot").getBoundingClientRect();
  if (box.bottom < panel.top + 1 || box.top > panel.bottom - 1) return [];
  return [[row.dataset.p, row.querySelector(".ck-words").checkVisibility({ contentVisibilityAuto: true })]];
})"""


def serious(page: Page, much: int = MUCH) -> list[tuple[str, list[str]]]:
    """Return what axe-core finds inside our widgets that is serious or critical: (rule, places).

    ``much``: of how many places it must have measured the contrast, to have looked at all.
    """
    if not AXE.is_file():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    size = page.viewport_size
    assert size is not None
    # axe takes for hidden, and leaves out, what is scrolled out of JupyterLab's panel, and all that stands in a
    # body that has no height of its own and hides what flows over.
    tall = page.locator(".jp-WindowedPanel-outer").evaluate("node => node.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": tall + 400})
    page.evaluate("document.body.style.overflow = 'visible'")
    # A label that is scrolled off the top counts as none; what lies below the window's edge counts.
    page.locator(".jp-WindowedPanel-outer").evaluate("node => node.scrollTo(0, 0)")
    still(page)
    found = page.evaluate("axe.run({ include: [['.ck']] }, { resultTypes: ['violations', 'passes'] })")
    page.evaluate("document.body.style.overflow = ''")
    page.set_viewport_size(size)
    still(page)  # a resized window closes menus
    looked = next((len(each["nodes"]) for each in found["passes"] if each["id"] == "color-contrast"), 0)
    assert looked > much, f"axe measured the contrast of {looked} places only"
    return [
        (each["id"], [f"{node['target'][-1]}: {node['failureSummary'][:160]}" for node in each["nodes"][:3]])
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]
