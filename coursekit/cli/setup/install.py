"""Make ``.venv`` and fill it, with uv where it is and with pip where it is not."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.cli.setup.pip_settings import settings
from coursekit.cli.setup.say import Counter, count_packages, say
from coursekit.cli.setup.trouble import NOT_STARTED, cause, explain, is_ours_to_solve
from coursekit.errors import CourseError
from coursekit.files.disks import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.cli.setup.home import Home

# The folder above .venv is the course, wherever somebody moves the two; and no path to encode.
_PTH = "import os, sys; sys.path.append(os.path.dirname(os.path.abspath(sys.prefix)))\n"
_LOOKS = """
import sys
from importlib.metadata import PackageNotFoundError, version
for name in sys.argv[1:]:
    try:
        version(name)
    except PackageNotFoundError:
        print(name)
"""
# What the course loads at once or not at all, and the package it comes in.
_PROBED = {
    "jupyterlab": "jupyterlab",
    "jupytext": "jupytext",
    "ipywidgets": "ipywidgets",
    "anywidget": "anywidget",
    "ipykernel": "ipykernel",
    "zmq": "pyzmq",
    "edtf": "edtf",
    "pypdf": "pypdf",
}


def environment() -> dict[str, str]:
    """Return our environment without what would make another Python's packages appear in ours."""
    drop = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    drop |= {f"PIP_{name}" for name in ("TARGET", "PREFIX", "ROOT", "PYTHON", "USER", "REQUIRE_VIRTUALENV")}
    return {key: value for key, value in os.environ.items() if key not in drop} | {
        "PYTHONNOUSERSITE": "1",
        "PIP_USER": "0",
    }


def clear(home: Home) -> None:
    """Throw away everything in ``.venv`` but the lock, which somebody holds.

    Raises
    ------
    CourseError
        When a file is in use, or this very Python runs from there.
    """
    if home.runs_this():
        raise CourseError(f"{home.venv}: cannot be made anew from inside; start with your system's python3")
    try:
        for entry in home.venv.iterdir():
            if entry == home.lock:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
    except OSError as error:
        raise CourseError(
            f"{error.filename or home.venv}: an old set-up could not be cleared away {told(error)}"
        ) from error


def make_venv(home: Home) -> None:
    """Make the interpreter in ``.venv``. It can stand in no folder whose path holds the sign between paths.

    Raises
    ------
    CourseError
        When neither uv nor this Python can make one.
    """
    if os.pathsep in str(home.venv):
        raise CourseError(
            f"{home.root}: no Python can be set up below a “{os.pathsep}”; move the course to another folder"
        )
    uv = shutil.which("uv")
    if uv and _run(home, [uv, "venv", "--allow-existing", "--python", sys.executable, str(home.venv)])[0] == 0:
        return
    if not _has("venv", "create") or not _has("ensurepip", "bootstrap"):
        minor = f"python3.{sys.version_info[1]}"
        how = f"sudo apt install {minor}-venv" if Path("/etc/debian_version").exists() else "add it, or install uv"
        raise CourseError(f"{minor} here has no venv module, and set-up needs it: {how}; then start again")
    code, output = _run(home, [sys.executable, "-m", "venv", str(home.venv)])
    if code:
        raise CourseError(f"setting up: {explain(output)}")


def _has(module: str, name: str) -> bool:
    """Tell whether a module is really there: where Debian leaves one out, an empty folder may remain."""
    try:
        return hasattr(importlib.import_module(module), name)
    except ImportError:
        return False


def install(home: Home, lists: tuple[Path, ...]) -> None:
    """Install the packages of some lists, and make ``coursekit`` itself importable.

    Raises
    ------
    CourseError
        With the cause in plain words.
    """
    wanted = [part for path in lists for part in ("-r", str(path))]
    pip = [str(home.python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    pip += ["--progress-bar", "off", *wanted]
    uv = shutil.which("uv")
    total = count_packages(lists)
    say(f"Fetching {total} packages; this takes half a minute to a few minutes, once.")
    code, output = 1, ""
    if uv:
        quick = [uv, "pip", "install", "--python", str(home.python), "--compile-bytecode", *wanted]
        code, output = _run(home, quick, Counter(total))
    if code and not (uv and is_ours_to_solve(output)):
        if _run(home, [str(home.python), "-m", "pip", "--version"])[0]:
            _run(home, [str(home.python), "-m", "ensurepip", "--upgrade"])
        code, output = _run(home, pip, Counter(total), _for_pip(home))
    if code:
        raise CourseError(f"setting up: {explain(output)} (all it said: {home.log})")
    code, output = _run(home, [str(home.python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
    if code:
        raise CourseError(_does_not_run(home, output))
    if lost := missing(home, lists):
        raise CourseError(
            f"setting up: the installer ended well, but {lost[0]} and {len(lost) - 1} more are not in {home.venv}; "
            "see with “pip config list” whether a prefix or target is set, take it out, and start again"
        )
    (Path(output.strip().splitlines()[-1]) / "coursekit-here.pth").write_text(_PTH, encoding="ascii")
    if said := broken(home, lists):
        raise CourseError(f"setting up: all packages are there, and yet: {explain(said)} (all it said: {home.log})")


def missing(home: Home, lists: tuple[Path, ...]) -> list[str]:
    """Return which packages of some lists the Python in ``.venv`` does not find, with what it will have at hand."""
    lines = [line.strip() for path in lists for line in path.read_text(encoding="utf-8").splitlines()]
    names = [line.partition("==")[0] for line in lines if "==" in line and ";" not in line and line[0].isalnum()]
    code, output = _run(home, [str(home.python), "-c", _LOOKS, *names])
    if code:
        raise CourseError(_does_not_run(home, output))
    return output.split()


def broken(home: Home, lists: tuple[Path, ...]) -> str:
    """Return what the Python in ``.venv`` says when it can't load what it was given; nothing when it can."""
    named = {line.partition("==")[0].strip() for path in lists for line in path.read_text("utf-8").splitlines()}
    modules = [module for module, package in _PROBED.items() if package in named]
    code, output = _run(home, [str(home.python), "-P", "-c", f"import {', '.join(['coursekit', *modules])}"])
    return (output or "it ended without a word") if code else ""


def _does_not_run(home: Home, output: str) -> str:
    known = cause(output)
    return (
        f"{home.python}: {known}" if known else f"{home.python}: does not run; delete the folder .venv and start again"
    )


def _for_pip(home: Home) -> dict[str, str]:
    """Return the environment for pip. What it lists may name passwords, so it goes into no log."""
    command = [str(home.python), "-m", "pip", "config", "list", "--disable-pip-version-check"]
    try:
        listed = subprocess.run(  # noqa: S603 - our own interpreter
            command,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        ).stdout
    except OSError:
        listed = ""  # then the install itself says why
    return settings(listed, environment())


def runs(home: Home) -> bool:
    """Tell whether the Python in ``.venv`` runs at all."""
    return home.python.exists() and _run(home, [str(home.python), "-c", ""])[0] == 0


def works(home: Home) -> bool:
    """Tell whether the Python in ``.venv`` runs, finds its packages and this course."""
    probe = f"import {', '.join(['coursekit', *_PROBED])}"
    return home.python.exists() and _run(home, [str(home.python), "-c", probe])[0] == 0


def _run(
    home: Home, command: list[str], counter: Counter | None = None, env: dict[str, str] | None = None
) -> tuple[int, str]:
    """Run a command, write what it says to the log, return its exit code and output."""
    tell: Callable[[str], None] = counter.line if counter else lambda _: None
    said: list[str] = []
    try:
        with (
            home.log.open("a", encoding="utf-8") as log,
            subprocess.Popen(  # noqa: S603 - our own interpreter, or the uv on PATH
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=environment() if env is None else env,
                cwd=home.root,
                encoding="utf-8",
                errors="replace",
            ) as process,
        ):
            for line in process.stdout or ():
                log.write(line)
                said.append(line)
                tell(line)
            code = process.wait()
    except OSError as error:
        return 1, f"{command[0]}: {NOT_STARTED}: {error}"
    finally:
        if counter:
            counter.done()
    return code, "".join(said)
