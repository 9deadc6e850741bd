"""What is run, in which surroundings, and when it can't be."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursekit.places import EXERCISES, LESSONS, SOLUTIONS, WORK

if TYPE_CHECKING:
    from pathlib import Path

PYTHON = sys.executable
WORKERS = 2
KERNELS = "coursekit.cli.testing.nbval_kernels"
NBVAL = ("--nbval", "--nbval-current-env", "-p", "no:cacheprovider", "-p", KERNELS)
COVERED = 93  # per cent of the kit's lines and branches


@dataclass(frozen=True)
class Step:
    """One thing to run.

    Attributes
    ----------
    report
        Where pytest writes what it did, as JUnit XML; None for what is not pytest.
    missing
        Why it can't be run here; "" when it can.
    left_out
        Whether it was left out on purpose: named, but no failure even where nothing may be missing.
    """

    name: str
    command: tuple[str, ...]
    report: Path | None = None
    missing: str = ""
    left_out: bool = False


def steps(root: Path, scratch: Path, only: list[str], *, quick: bool = False) -> list[Step]:
    """Return what to run, the quick things first.

    Parameters
    ----------
    only
        Arguments for pytest; with any, nothing but pytest is run.
    quick
        Whether what takes long is left out.
    """
    kits = has_kits_tests(root)
    report = scratch / "tests.xml"
    # Two at a time, a file each: a browser test mostly waits. What was asked for by name runs alone, and is seen.
    workers = ("-n", str(WORKERS), "--dist", "loadfile") if (os.cpu_count() or 1) >= WORKERS and not only else ()
    # How much is covered is counted while everything runs; parts of it, and one's own loop, need no such number.
    counted = () if quick or only or not kits else ("--cov", "--cov-report=")
    loop = ("--quick",) if quick and kits else ()
    tests = Step("tests", (PYTHON, "-m", "pytest", f"--junitxml={report}", *loop, *counted, *workers, *only), report)
    if only:
        return [*(_front_end(root) if kits else ()), tests]
    check = Step("check", (PYTHON, "-m", "coursekit", "check"))
    long = [_build_check(), _notebooks(root, scratch, workers), tests]
    if not kits:
        return [check, *(map(_without, long[:2]) if quick else long[:2]), tests]
    long.append(_coverage())
    return [
        Step("ruff", (PYTHON, "-m", "ruff", "check", ".")),
        Step("ruff format", (PYTHON, "-m", "ruff", "format", "--check", ".")),
        Step("mypy", (PYTHON, "-m", "mypy")),
        *_front_end(root),
        check,
        *([step if step is tests else _without(step) for step in long] if quick else long),
    ]


def has_kits_tests(root: Path) -> bool:
    """Tell whether the kit is tested here; in a course of one's own only the course is."""
    return (root / "tests" / "cli").is_dir()


def _without(step: Step) -> Step:
    """Leave a step out of one's own loop."""
    return replace(step, missing="left out by --quick", left_out=True)


def _build_check() -> Step:
    return Step("build --check", (PYTHON, "-m", "coursekit", "build", "--check"))


def _notebooks(root: Path, scratch: Path, workers: tuple[str, ...]) -> Step:
    report = scratch / "lessons.xml"
    folders = (f"{LESSONS}/*.ipynb", f"{EXERCISES}/*/*.ipynb", f"{SOLUTIONS}/*/*.ipynb", f"{SOLUTIONS}/*.ipynb")
    found = [str(path.relative_to(root)) for pattern in folders for path in sorted(root.glob(pattern))]
    return Step(
        "notebooks, run and compared",
        (PYTHON, "-m", "pytest", *NBVAL, "--nbval-cell-timeout=120", *workers, f"--junitxml={report}", *found),
        report,
        "" if found else "no notebooks in lessons/",
    )


def _coverage() -> Step:
    """Fail when less of the kit is run by its tests than before; the number only ever goes up."""
    report = ("-m", "coverage", "report", "--format=total", f"--fail-under={COVERED}")
    return Step(f"at least {COVERED} % covered", (PYTHON, *report))


def _front_end(root: Path) -> list[Step]:
    """Fetch what the front end is built and tested with, when it is not there yet."""
    folder = root / "coursekit" / "frontend"
    if not (folder / "package-lock.json").exists() or (folder / "node_modules").exists():
        return []
    npm = shutil.which("npm")
    command = (npm or "npm", "ci", "--no-audit", "--no-fund", "--prefix", str(folder))
    return [Step("front end's packages", command, missing="" if npm and shutil.which("node") else "node not installed")]


def environment(root: Path, scratch: Path) -> dict[str, str]:
    """Return surroundings in which no test meets the learner's own work or another Jupyter's settings."""
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "IPYTHON", "COURSEKIT_W"))
    }
    kept.pop("COURSEKIT_COURSE", None)
    work = scratch / WORK
    return kept | {
        "COURSEKIT_COURSE": str(root),
        "COURSEKIT_WORK": str(work),
        "COVERAGE_FILE": str(scratch / "coverage"),
        "IPYTHONDIR": str(scratch / "ipython"),
        "JUPYTER_CONFIG_DIR": str(scratch / "config"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "runtime"),
        "PYTHONNOUSERSITE": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
