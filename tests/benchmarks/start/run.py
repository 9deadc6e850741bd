"""How long until a lesson can be used, beside a notebook with one bare button; and what an import costs.

    .venv/bin/python -m tests.benchmarks.start.run [--runs N]

A notebook with one question and one with eighteen stand beside the bare one. All are opened in the same JupyterLab
and browser, in turn, N times; which goes first changes from round to round, so that a machine that is busy for a
while slows all. A time runs from asking for the page to the moment at which the first control can be pressed: page,
kernel, and all cells before it. What counts is the median of the differences within the rounds. Imports are timed as
whole processes, against a Python that does nothing, in turn as well.
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

from coursekit.questions import Questions
from tests.browser.harness import Lab, Learner, chromium_browser, running_lab

ROOT = Path(__file__).resolve().parents[3]
BARE = ("# A bare button", "import ipywidgets\nipywidgets.Button(description='press')")
OURS = ("# One question", 'from coursekit.lesson import ask\nask("01-recipient")')
MANY = 18
CARD = ".ck-question :is(input, select, textarea)"
USABLE = {"97-bare": ".jupyter-button", "98-ours": CARD, "99-many": CARD}


def many(course: Path) -> tuple[str, ...]:
    """Return a notebook of eighteen questions: those of the longest lesson, and of the next."""
    ids = [name for name in Questions(course).by_id if name[:2] in ("04", "05")][:MANY]
    return ("# Eighteen questions", *(f'from coursekit.lesson import ask\nask("{name}")' for name in ids))


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


def first_uses(lab: Lab, playwright: Playwright, runs: int) -> list[list[float]]:
    """Return the times of the bare button, of one question and of many, round by round."""
    times: dict[str, list[float]] = {name: [] for name in USABLE}
    with chromium_browser(playwright, "/usr/bin/chromium") as browser:
        for run in range(runs):
            names = list(USABLE)
            for name in [*names[run % 3 :], *names[: run % 3]]:
                context = browser.new_context()
                times[name].append(first_use(lab, Learner(lab, context.new_page()), name))
                context.close()
    return list(times.values())


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
            lab.lesson("97-bare", *BARE)
            lab.lesson("98-ours", *OURS)
            lab.lesson("99-many", *many(course))
            bare, *ours = first_uses(lab, playwright, runs)
    print(f"page to first usable control: a bare button {spread(bare)}, {runs} rounds")
    for what, times in zip(("one question", f"{MANY} questions"), ours, strict=True):
        print(f"{what}: {spread(times)}, {over(bare, times):.2f} s over the bare button")
    return 0 if package < 0.15 and max(over(bare, times) for times in ours) < 1 else 1


if __name__ == "__main__":
    sys.exit(main())
