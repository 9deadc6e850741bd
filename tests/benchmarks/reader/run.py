"""How fast the reader draws and takes one more mark, beside a bare page and beside a comparable tool.

usage: python -m tests.benchmarks.reader.run [--runs N] [--out FILE] [--ours]

On one made-up text of 30,000 characters with 50, 200, 1,000 and 3,000 spans, half of them overlapping:
the time from just before a first draw, and from just before one more span, to the second animation frame
after it; in the same run the same on a page that does nothing (the floor), and with spanmark 0.1.1 in both
its modes (the inline mode takes no overlaps: there the spans stand side by side). The reader is measured where it
stands in the lesson, and in the pane beside it. Medians; milliseconds.
spanmark is installed into a folder of its own in the temporary directory.
"""

from __future__ import annotations

import argparse
import json
import mimetypes
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

HERE = Path(__file__).parent
FRONTEND = HERE.parents[2] / "coursekit" / "frontend"
DIST = FRONTEND / "dist"
PEER = "spanmark==0.1.1"
ORIGIN = "http://bench.test"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SIZES = (50, 200, 1000, 3000)
ADDS = 5
PATIENCE = 90_000  # ms for one run
# name, contestant, overlapping
RACES = (
    ("reader", "reader", True),
    ("reader, in pane", "pane", True),
    ("spanmark rails", "spanmark", True),
    ("spanmark inline", "spanmark", False),
)


def peer_files() -> Path | None:
    """Return the folder with the peer's script and style sheet, installed where nobody else looks."""
    folder = Path(tempfile.gettempdir()) / "coursekit-benchmark-spanmark"
    if not (folder / "bin").is_dir():
        venv.create(folder, with_pip=True)
    found = list(folder.glob("lib/python*/site-packages/spanmark/static"))
    if not found:
        subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "-q", PEER], check=False)
        found = list(folder.glob("lib/python*/site-packages/spanmark/static"))
    return found[0] if found else None


def race(browser: Browser, peer: Path | None, contestant: str, size: int, *, overlapping: bool) -> dict[str, Any]:
    """Measure one contestant once, in a page of its own."""
    ours = contestant != "spanmark"
    style = (DIST / "reader.css") if ours else (peer or HERE) / "widget.css"
    files = {"": HERE / "page.html", "bench.js": HERE / "bench.js", "style.css": style}

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(ORIGIN).lstrip("/")
        if name.startswith("dist/"):
            file = DIST / name.removeprefix("dist/")
        elif name.startswith("src/"):
            file = FRONTEND / name
        elif name.startswith("spanmark/") and peer:
            file = peer / name.removeprefix("spanmark/")
        else:
            file = files.get(name, HERE / "nothing")
        if not file.is_file():
            route.fulfill(status=404, body="")
            return
        kind = mimetypes.guess_type(file.name)[0] or "text/plain"
        route.fulfill(status=200, body=file.read_bytes(), content_type=f"{kind}; charset=utf-8")

    page = browser.new_page(viewport={"width": 1280, "height": 900})
    try:
        page.route("**/*", serve)
        page.goto(f"{ORIGIN}/")
        page.wait_for_function("window.ready === true")
        asked = [contestant, size, overlapping, ADDS]
        found: dict[str, Any] = page.evaluate(f"(asked) => within({PATIENCE}, measure(...asked))", asked)
        return found
    finally:
        page.close()


def summary(runs: list[dict[str, Any]]) -> dict[str, float]:
    """Medians over runs."""
    floor = statistics.median(value for run in runs for value in run["floors"])
    draw = statistics.median(run["draw"] for run in runs)
    add = statistics.median(value for run in runs for value in run["adds"])
    return {
        "floor": round(floor, 1),
        "draw": round(draw, 1),
        "add": round(add, 1),
        "draw_ratio": round(draw / floor, 2),
        "add_ratio": round(add / floor, 2),
        "sent": round(statistics.median(run["sent"] for run in runs)),
        "received": round(statistics.median(run["got"] for run in runs)),
    }


def measure_all(executable: str, runs: int, *, beside: bool) -> list[dict[str, Any]]:
    """Run every race, contestants in turn so that a slow minute of the machine hits all; the peer only if asked."""
    from playwright.sync_api import Error, sync_playwright

    peer = peer_files() if beside else None
    if beside and peer is None:
        print(f"not run: {PEER} could not be installed", file=sys.stderr)
    races = [each for each in RACES if peer or each[1] != "spanmark"]
    results = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=executable, args=FLAGS)
        for size in SIZES:
            found: dict[str, list[dict[str, Any]]] = {name: [] for name, *_ in races}
            failed: dict[str, str] = {}
            for name, contestant, overlapping in races * runs:
                if name in failed:
                    continue
                try:
                    found[name].append(race(browser, peer, contestant, size, overlapping=overlapping))
                except Error as error:
                    failed[name] = error.message.splitlines()[0].removeprefix("Page.evaluate: ")
            for name, of_one in found.items():
                told = {"failed": failed[name]} if name in failed else summary(of_one)
                results.append({"spans": size, "who": name, **told})
                print(line(results[-1]), flush=True)
        browser.close()
    return results


def line(result: dict[str, Any]) -> str:
    """Return one row of the table."""
    head = f"{result['spans']:>6}  {result['who']:<16}"
    if "failed" in result:
        return f"{head} did not finish: {result['failed']}"
    draw = f"{result['draw']:>9} {result['draw_ratio']:>6}x"
    add = f"{result['add']:>9} {result['add_ratio']:>6}x"
    return f"{head} {result['floor']:>7} {draw} {add} {result['sent']:>9} {result['received']:>9}"


def main() -> int:
    """Print the table and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each race (default 5)")
    parser.add_argument("--ours", action="store_true", help="leave the peer out")
    parser.add_argument("--out", type=Path, default=HERE / "results.json")
    asked = parser.parse_args()
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        print("not run: chromium not installed", file=sys.stderr)
        return 1
    print(" spans  who                floor      draw              add           sent B  received B")
    before = os.getloadavg()[0]
    results = measure_all(executable, asked.runs, beside=not asked.ours)
    print(f"load {before:.1f} before, {os.getloadavg()[0]:.1f} after")
    version = subprocess.run([executable, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    about = {"machine": platform.platform(), "browser": version, "runs": asked.runs, "results": results}
    asked.out.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
