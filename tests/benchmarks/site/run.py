"""How long until a page of the pages edition can be read, used, and has checked an answer; and what is fetched for it.

    .venv/bin/python -m tests.benchmarks.site.run [--runs N] [--out FILE] [--ours]

See README.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from coursekit.site.building import build_site
from coursekit.site.runtime import PYODIDE
from tests.benchmarks.site import jupyterlite
from tests.benchmarks.site.server import Server, serving
from tests.benchmarks.site.visits import Contestant, Visit, card, visit

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
LESSON = "site/lessons/01-from-letter-to-web-page.html"
FIRST, SECOND = card(LESSON, "01-warm-kept"), card(LESSON, "01-warm-note")
CONTESTANTS = {
    "empty": Contestant("empty.html", "p"),
    "bare": Contestant("bare.html", "p", done="[data-sum='2']"),
    "lesson": FIRST,
}
EMPTY = '<!doctype html><html lang="en"><title>Empty</title><p>Empty.</p></html>'
AIMS = {"text": 1000, "control": 1000, "checked": 1.5, "bytes": 8_000_000, "again": 0.5}
Rounds = dict[str, list[Visit]]


def lay(folder: Path, *, beside: bool) -> dict[str, Contestant]:
    """Lay out what is served; return who takes part."""
    build_site(ROOT, folder / "site")
    (folder / "empty.html").write_text(EMPTY, encoding="utf-8")
    shutil.copyfile(HERE / "bare.html", folder / "bare.html")
    shutil.copytree(PYODIDE, folder / "pyodide")
    there = beside and jupyterlite.build(folder / "lite", "site")
    return CONTESTANTS | ({"jupyterlite": jupyterlite.BUTTON} if there else {})


def race(playwright: Playwright, server: Server, who: dict[str, Contestant], runs: int) -> Rounds:
    """Let the contestants take turns, which goes first changing; and whoever was at the lesson comes back to it."""
    found: Rounds = {name: [] for name in (*who, *(f"{name} again" for name in who if name != "empty"))}
    for run in range(runs):
        names = list(who)
        turn = run % len(names)
        for name in names[turn:] + names[:turn]:
            with tempfile.TemporaryDirectory(prefix="profile-", ignore_cleanup_errors=True) as profile:
                found[name].append(visit(playwright, server, who[name], Path(profile)))
                if name != "empty":
                    again = SECOND if name == "lesson" else who[name]
                    found[f"{name} again"].append(visit(playwright, server, again, Path(profile)))
    return found


def median(visits: list[Visit], what: str) -> float:
    """Return the median of one thing."""
    return statistics.median(getattr(each, what) for each in visits)


def ratio(more: list[Visit], less: list[Visit]) -> float:
    """Return the median of the ratios, round by round, of the times in which all was done."""
    return statistics.median(one.done / other.done for one, other in zip(more, less, strict=True))


def measures(found: Rounds) -> dict[str, float]:
    """Return what the aims are about."""
    lesson, empty = found["lesson"], found["empty"]
    return {
        "text": median(lesson, "text") - median(empty, "text"),
        "control": median(lesson, "control") - median(empty, "text"),
        "checked": ratio(lesson, found["bare"]),
        "bytes": median(lesson, "sent"),
        "again": ratio(found["lesson again"], lesson),
    }


def table(found: Rounds) -> str:
    """Return the medians as lines."""
    lines = [f"{'':<18}{'text ms':>9}{'control ms':>12}{'done ms':>9}{'kB gzip':>9}{'kB plain':>10}"]
    for name, visits in found.items():
        if visits:
            text, control, done = (round(median(visits, what)) for what in ("text", "control", "done"))
            sent, plain = (round(median(visits, what) / 1000) for what in ("sent", "plain"))
            lines.append(f"{name:<18}{text:>9}{control or '':>12}{done or '':>9}{sent:>9}{plain:>10}")
    return "\n".join(lines)


def main() -> int:
    """Print the table, whether each aim is met, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--ours", action="store_true", help="leave JupyterLite out")
    parser.add_argument("--out", type=Path, default=HERE / "results.json")
    asked = parser.parse_args()
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="site-benchmark-") as scratch, sync_playwright() as playwright:
        who = lay(Path(scratch), beside=not asked.ours)
        with serving(Path(scratch)) as server:
            found = race(playwright, server, who, asked.runs)
    made = measures(found)
    print(table(found))
    for name, most in AIMS.items():
        print(f"{name}: {made[name]:.2f}, at most {most}: {'met' if made[name] <= most else 'NOT MET'}")
    print(f"load {before:.1f} before, {os.getloadavg()[0]:.1f} after; {asked.runs} runs")
    call = ["/usr/bin/chromium", "--version"]
    browser = subprocess.run(call, capture_output=True, text=True, check=False).stdout.strip()
    results = {name: [asdict(each) for each in visits] for name, visits in found.items()}
    about = {"machine": platform.platform(), "browser": browser, "measures": made, "visits": results}
    asked.out.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return 0 if all(made[name] <= most for name, most in AIMS.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
