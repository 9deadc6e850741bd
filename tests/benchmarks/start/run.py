"""How long until a lesson can be used, beside a notebook with one bare button; and what an import costs.

    .venv/bin/python -m tests.benchmarks.start.run [--runs N]

Both notebooks are opened in the same JupyterLab and browser, one after the other, N times. A time runs from
asking for the page to the moment at which the first control can be pressed: page, kernel, and all cells.
Imports are timed as whole processes, against a Python that does nothing.
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

from playwright.sync_api import sync_playwright

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
    learner.run()
    learner.page.locator(USABLE[name]).first.wait_for(state="visible", timeout=60_000)
    return time.perf_counter() - began


def process(code: str) -> float:
    """Return the seconds one Python process takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    return time.perf_counter() - began


def main() -> int:
    """Print medians and say whether the aims are met."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--runs", type=int, default=5)
    runs = ask.parse_args().runs
    bare = statistics.median(process("pass") for _ in range(4 * runs))
    package = statistics.median(process("import coursekit") for _ in range(4 * runs)) - bare
    verb = statistics.median(process("from coursekit.lesson import ask") for _ in range(4 * runs)) - bare
    print(f"import over a bare Python ({bare:.3f} s): coursekit {package:.3f} s, a lesson's verb {verb:.3f} s")
    with tempfile.TemporaryDirectory() as scratch:
        course = Path(scratch) / "course"
        for part in ("lessons", "sources"):
            shutil.copytree(ROOT / part, course / part)
        with (
            running_lab(course, course / "work") as lab,
            sync_playwright() as playwright,
            chromium_browser(playwright, "/usr/bin/chromium") as browser,
        ):
            lab.lesson("98-bare", *BARE)
            lab.lesson("99-ours", *OURS)
            times: dict[str, list[float]] = {name: [] for name in USABLE}
            for _ in range(runs):
                for name, taken in times.items():
                    context = browser.new_context()
                    taken.append(first_use(lab, Learner(lab, context.new_page()), name))
                    context.close()
    floor, ours = (statistics.median(times[name]) for name in USABLE)
    print(f"page to first usable control: a bare button {floor:.2f} s, a question {ours:.2f} s")
    return 0 if package < 0.15 and ours - floor < 1 else 1


if __name__ == "__main__":
    sys.exit(main())
