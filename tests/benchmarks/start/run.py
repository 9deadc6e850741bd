"""How long until a lesson can be used, beside a notebook with one bare button; and what an import costs.

    .venv/bin/python -m tests.benchmarks.start.run [--runs N]

Both notebooks are opened in the same JupyterLab and browser, in pairs, N times; which of the two goes first
changes from pair to pair, so that a machine that is busy for a while slows both. A time runs from asking for
the page to the moment at which the first control can be pressed: page, kernel, and all cells. What counts is
the median of the differences within the pairs. Imports are timed as whole processes, against a Python that
does nothing, in turn as well.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from tests.browser.harness import Lab, Learner, chromium_browser, running_lab

ROOT = Path(__file__).resolve().parents[3]
BARE = ("# A bare button", "import ipywidgets\nipywidgets.Button(description='press')")
OURS = ("# One question", 'from coursekit.lesson import ask\nask("01-recipient")')
USABLE = {"98-bare": ".jupyter-button", "99-ours": ".ck-question input"}


def first_use(lab: Lab, learner: Learner, name: str) -> float:
    """Return the seconds from asking for the page to a control that can be pressed."""
    lab.reset()
    began = time.perf_counter()
    learner.open(name)
    learner.page.get_by_role("button", name="Run this page").first.click()
    learner.page.locator(USABLE[name]).first.wait_for(state="visible", timeout=60_000)
    return time.perf_counter() - began


def process(code: str) -> float:
    """Return the seconds one Python process takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    return time.perf_counter() - began


def over(base: list[float], times: list[float]) -> float:
    """Return the median of what times are over those they were taken beside."""
    return statistics.median(more - less for less, more in zip(base, times, strict=True))


def spread(times: list[float]) -> str:
    """Return median, and from least to most."""
    return f"{statistics.median(times):.2f} s ({min(times):.2f} to {max(times):.2f})"


def imports(runs: int) -> tuple[float, float]:
    """Return what the package and a lesson's verb cost over a bare Python, in seconds."""
    code = {"bare": "pass", "coursekit": "import coursekit", "verb": "from coursekit.lesson import ask"}
    times: dict[str, list[float]] = {name: [] for name in code}
    for _ in range(runs):
        for name, statement in code.items():
            times[name].append(process(statement))
    return over(times["bare"], times["coursekit"]), over(times["bare"], times["verb"])


def first_uses(lab: Lab, playwright: Playwright, runs: int) -> tuple[list[float], list[float]]:
    """Return the times of the bare button and of the question, pair by pair."""
    times: dict[str, list[float]] = {name: [] for name in USABLE}
    with chromium_browser(playwright, "/usr/bin/chromium") as browser:
        for run in range(runs):
            for name in sorted(USABLE, reverse=run % 2 == 1):
                context = browser.new_context()
                times[name].append(first_use(lab, Learner(lab, context.new_page()), name))
                context.close()
    bare, ours = (times[name] for name in USABLE)
    return bare, ours


def main() -> int:
    """Print medians with their spread and say whether the aims are met."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--runs", type=int, default=9)
    runs = ask.parse_args().runs
    package, verb = imports(4 * runs)
    print(f"import over a bare Python: coursekit {package:.3f} s, a lesson's verb {verb:.3f} s")
    with tempfile.TemporaryDirectory() as scratch:
        course = Path(scratch) / "course"
        for part in ("lessons", "sources"):
            shutil.copytree(ROOT / part, course / part)
        with running_lab(course, course / "work") as lab, sync_playwright() as playwright:
            lab.lesson("98-bare", *BARE)
            lab.lesson("99-ours", *OURS)
            bare, ours = first_uses(lab, playwright, runs)
    print(f"page to first usable control: a bare button {spread(bare)}, a question {spread(ours)}")
    print(f"a question over a bare button, {runs} pairs: {over(bare, ours):.2f} s")
    return 0 if package < 0.15 and over(bare, ours) < 1 else 1


if __name__ == "__main__":
    sys.exit(main())
