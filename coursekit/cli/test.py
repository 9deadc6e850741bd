"""``course.py test``: run every test, and name what was not run."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from pathlib import Path

from coursekit.cli.arguments import Arguments
from coursekit.cli.testing.results import Results
from coursekit.cli.testing.steps import Step, environment, steps
from coursekit.places import course_root


def run(arguments: list[str]) -> int:
    """Run all steps; 1 when any failed, or was not run with ``CI=true``."""
    ask = Arguments(
        prog="course.py test",
        usage="course.py test [--quick] [for pytest …]",
        description=__doc__,
        epilog="Whatever else is given goes to pytest, and then only pytest is run.",
        allow_abbrev=False,
    )
    ask.add_argument("--quick", action="store_true", help="leave out what takes long (browser, kernels); name it")
    given, only = ask.parse_known_args(arguments)
    root, strict = course_root(), os.environ.get("CI") == "true"
    results = Results()
    told: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory(prefix="coursekit-test-") as scratch:
        for step in steps(root, Path(scratch), only, quick=given.quick):
            if step.missing:
                told.append((step.name, f"not run: {step.missing}"))
                results.not_run[f"{step.name}: {step.missing}"] += 1
                results.failed += strict and not step.left_out
                continue
            told.append((step.name, _run(step, root, Path(scratch), results)))
    print("\n--- summary")
    for name, outcome in told:
        print(f"{name:28} {outcome}")
    for what, count in sorted(results.not_run.items()):
        print(f"{'not run':28} {what}" + (f" ({count} tests)" if count > 1 else ""))
    print(results.last_line())
    return 1 if results.failed else 0


def _run(step: Step, root: Path, scratch: Path, results: Results) -> str:
    print(f"\n--- {step.name}", flush=True)
    began = time.monotonic()
    code = subprocess.run(  # noqa: S603 - our own tools
        step.command, cwd=root, env=environment(root, scratch), stdin=subprocess.DEVNULL, check=False
    ).returncode
    took = f"{time.monotonic() - began:.0f} s"
    before = results.failed
    if step.report:
        results.read(step.report)
    elif code == 0:
        results.passed += 1
    if code and results.failed == before:
        results.failed += 1  # it fell over before it could say which test
    return f"{'failed' if code else 'ok'} ({took})"
