"""How many screens a lesson is: all of it, and each sitting as it opens and with all its steps unfolded.

    python tests/benchmarks/screens/run.py [00 04 …]

A screen is what the notebook shows at once in a window of 1280 by 900. Nothing is answered: answers add their reasons.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

SCREENS = """() => {
  const scroller = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer");
  return scroller.scrollHeight / scroller.clientHeight;
}"""


def main(numbers: list[str]) -> None:
    """Print a line a lesson, and a line for each of its sittings."""
    from playwright.sync_api import expect, sync_playwright

    from tests.browser.harness import READY, Learner, chromium_browser, running_lab
    from tests.browser.waiting import still

    expect.set_options(timeout=READY)
    with tempfile.TemporaryDirectory(prefix="coursekit-screens-") as folder:
        course = Path(folder) / "course"
        for part in ("lessons", "sources", "exercises", "solutions"):
            shutil.copytree(ROOT / part, course / part)
        with (
            running_lab(course, course / "work") as lab,
            sync_playwright() as playwright,
            chromium_browser(playwright, shutil.which("chromium") or "chromium") as browser,
        ):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            context.set_default_timeout(READY)
            for number in numbers:
                name = next((ROOT / "lessons").glob(f"{number}-*.ipynb")).stem
                learner = Learner(lab, context.new_page(), laid_out=True)
                learner.open(name)
                line = learner.page.locator(".jp-NotebookPanel:visible div.ck-progress")
                expect(line.locator(".ck-progress-status")).to_have_text("Ready")
                sittings = _sittings(learner, line, still)
                line.locator("summary").click()
                line.get_by_role("button", name="Show everything").click()
                still(learner.page)
                whole = learner.page.evaluate(SCREENS)
                most = max(unfolded for _, unfolded in sittings)
                print(f"{name}: {whole:.1f} screens in all, at most {most:.1f} in a sitting ({most / whole:.0%})")
                for at, (opens, unfolded) in enumerate(sittings, start=1):
                    print(f"  sitting {at}: opens with {opens:.1f}, {unfolded:.1f} when all its steps are unfolded")
                learner.page.close()
                lab.reset()


def _sittings(learner: Any, line: Any, still: Any) -> list[tuple[float, float]]:
    """Return the screens of each sitting: as it opens, and unfolded."""
    found = []
    count = max(1, line.locator(".ck-progress-sittings li").count())
    for at in range(count):
        if count > 1:
            line.locator("summary").click()
            line.locator(".ck-progress-sittings button").nth(at).click()
        still(learner.page)
        opens = learner.page.evaluate(SCREENS)
        rest = learner.page.locator(".ck-onward button", has_text="Show the rest")
        if rest.count():
            rest.click()
        still(learner.page)
        found.append((opens, learner.page.evaluate(SCREENS)))
    return found


if __name__ == "__main__":
    main(sys.argv[1:] or ["00", "04"])
