"""nbgrader in an environment of its own, `.venv-instructor`: in the course's it would add menus for every learner."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from coursekit.cli.setup.install import environment
from tests.conftest import ROOT, not_run

HOME = ROOT / ".venv-instructor"
STEPS = Path(__file__).with_name("nbgrader_steps.py")
MAKE = "python3 -m venv .venv-instructor && .venv-instructor/bin/pip install -c requirements.txt '.[instructor]'"


def python() -> Path:
    """The Python that has nbgrader. With ``CI=true`` it is made where it is not there; elsewhere it is asked for."""
    found = installed()
    if not works(found):
        if os.environ.get("COURSEKIT_INSTRUCTOR") or os.environ.get("CI") != "true":
            not_run(f"nbgrader not installed ({MAKE})")
        make(found)
    return found


def installed() -> Path:
    """Where that Python is, or would be."""
    return Path(os.environ.get("COURSEKIT_INSTRUCTOR") or HOME) / "bin" / "python"


def works(python: Path) -> bool:
    return python.exists() and _said(python, "-c", "import nbgrader.apps; print('yes')") == "yes"


def make(python: Path) -> None:
    """Install what the extra ``instructor`` names, with the versions of the learner's list.

    With uv that takes seconds. Without, the packages that the course's own environment has are used from there.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = ["-c", str(ROOT / "requirements.txt"), *project["optional-dependencies"]["instructor"]]
    shutil.rmtree(HOME, ignore_errors=True)
    if uv := shutil.which("uv"):
        _do(uv, "venv", "-q", "--python", sys.executable, str(HOME))
        lists = ["-r", str(ROOT / "requirements.txt"), *wanted]
        _do(uv, "pip", "install", "-q", "--compile-bytecode", "--python", str(python), *lists)
        return
    _do(sys.executable, "-m", "venv", str(HOME))
    ours, theirs = (
        _said(each, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))") for each in (sys.executable, python)
    )
    (Path(theirs) / "course-packages.pth").write_text(f"{ours}\n", encoding="utf-8")
    pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    _do(*pip, *wanted)
    # nbgrader calls this one by name, and pip lays no command here for a package that it finds at the course's.
    _do(*pip, "--ignore-installed", "--no-deps", "-c", str(ROOT / "tests" / "requirements.txt"), "alembic")


def nbgrader(python: Path, course: Path, *lines: list[str], **more: str) -> dict[str, Any]:
    """Run command lines of nbgrader in a course's folder; return seconds and grades."""
    said = course / "nbgrader-said.json"
    said.unlink(missing_ok=True)
    done = subprocess.run(
        [python, str(STEPS)],
        input=json.dumps(lines),
        cwd=course,
        env=surroundings(course) | more,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.exists(), done.stderr[-3000:]
    found: dict[str, Any] = json.loads(said.read_bytes())
    return found | {"stderr": done.stderr}


def surroundings(course: Path) -> dict[str, str]:
    """Return an environment in which no other Jupyter's settings show; what was compiled once is kept."""
    kept = {
        key: value
        for key, value in environment().items()
        if not key.startswith(("JUPYTER", "IPYTHON", "COURSEKIT", "PYTHONDONTWRITE"))
    }
    places = {
        name: str(course / "jupyter" / name)
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    }
    return kept | places | {"IPYTHONDIR": str(course / "jupyter" / "ipython"), "PYDEVD_DISABLE_FILE_VALIDATION": "1"}


def lay_out(folder: Path) -> Path:
    """Copy what nbgrader needs of this course, so that nothing is made in its own folders."""
    folder.mkdir(parents=True)
    for name in ("lessons", "sources", "solutions"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "coursekit").symlink_to(ROOT / "coursekit")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    return folder.resolve()


def _do(*command: str) -> None:
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command[:4])}: {done.stderr[-2000:]}"


def _said(python: str | Path, *arguments: str) -> str:
    done = subprocess.run([str(python), *arguments], env=environment(), capture_output=True, text=True, check=False)
    return done.stdout.strip()
