"""JupyterLite with a course in it, built into the folder ``lab/`` of a site.

It shares Pyodide with the pages. It has JupyterLab alone, set as it is set for learners at home, with our extension.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from coursekit.cli.lab import settings
from coursekit.cli.lab.server import EXTENSION
from coursekit.cli.lite import books, door, python
from coursekit.cli.lite.tools import ready
from coursekit.errors import CourseError
from coursekit.site.listing import LAB, NAMED, version_of
from coursekit.site.runtime import SCRIPT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.cli.lite.tools import Tools

GIVEN = "given.json"  # by it a page sees which copies that it keeps are of older notebooks
_WORK = "/drive/work"  # in the browser's storage, where files that a kernel writes are kept
_EXTENSIONS = ("@jupyterlite/pyodide-kernel-extension", "@jupyter-widgets/jupyterlab-manager", "anywidget")
_NOT_HERE = frozenset({"@jupyterlab/docmanager-extension:plugin"})  # opens Markdown with jupytext; the rest is usual
_DAY = 315532800  # 1980-01-01: no file tells when the site was built


def build(root: Path, course: str, runtime: str) -> dict[str, bytes]:
    """Return the files of the notebooks' part of a site, by name.

    Parameters
    ----------
    root
        The instructor's course.
    course
        Its title.
    runtime
        The folder of Pyodide in the site.

    Raises
    ------
    CourseError
        When JupyterLite is not here and cannot be fetched, or does not build.
    """
    tools = ready()
    archives = python.archives(root, tools.extensions)
    folder = f"{NAMED}/{LAB}-{version_of(archives)}"
    found = books.books(root)
    content = {name: json.dumps(book, ensure_ascii=False).encode() for name, book in found.items()}
    kept = f"coursekit:lab:{course}"
    said = config(kept, course, kernel(f"../{runtime}", f"../{folder}", archives[python.LOCK]))
    ours = sorted(path.parent for path in EXTENSION.glob("*/package.json"))
    lab = built(content | books.data(root), said, tools, ours)
    lab |= door.dressed(lab[door.PAGE].decode(), course)
    lab[GIVEN] = json.dumps({"kept": kept, "notebooks": books.sums(found)}).encode()
    apart = {f"{folder}/{name}": each for name, each in archives.items()}
    return apart | {f"{LAB}/{name}": each for name, each in lab.items()}


def built(
    content: dict[str, bytes], config: dict[str, Any], tools: Tools, extensions: Iterable[Path] = ()
) -> dict[str, bytes]:
    """Have JupyterLite build itself; return its files, by name.

    Parameters
    ----------
    content
        The files that it shows, by name.
    config
        What its pages are told.
    tools
        What builds it.
    extensions
        The folders of extensions beside those that widgets and Python need.

    Raises
    ------
    CourseError
        When it does not build.
    """
    files = {f"files/{name}": each for name, each in content.items()}
    said = {
        "jupyter_lite_config.json": _how(tools, extensions),
        "jupyter-lite.json": config,
        "overrides.json": {key: each for key, each in settings.OVERRIDES.items() if key not in _NOT_HERE},
    }
    files |= {name: json.dumps(each).encode() for name, each in said.items()}
    with TemporaryDirectory(prefix="coursekit-lab-") as folder:
        for name, each in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(each)
        _run(tools, Path(folder))
        out = Path(folder, "out")
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def kernel(pyodide: str, archives: str, lock: bytes) -> dict[str, Any]:
    """Return what the kernel is told: where Pyodide and its archives are, from the root of JupyterLite."""
    return {
        "pyodideUrl": f"./{pyodide}/{SCRIPT}",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {
            "lockFileURL": f"{archives}/{python.LOCK}",
            "packages": python.names(lock),
            "env": {"COURSEKIT_WORK": _WORK},
        },
    }


def config(kept: str, course: str, kernel: dict[str, Any]) -> dict[str, Any]:
    """Return what the pages of JupyterLite are told; what they keep has a name that no other course has."""
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": course,
            "mode": "single-document",
            "contentsStorageName": kept,
            "settingsStorageName": f"{kept}:settings",
            "workspacesStorageName": f"{kept}:workspaces",
            "disabledExtensions": list(settings.DISABLED),
            "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel},
        },
    }


def _how(tools: Tools, extensions: Iterable[Path]) -> dict[str, Any]:
    """Return what JupyterLite's builder is told."""
    fronts = (*(tools.extensions / name for name in _EXTENSIONS), *extensions)
    return {
        "LiteBuildConfig": {
            "apps": ["lab"],
            "contents": ["files"],
            "federated_extensions": [str(path) for path in fronts],
            "ignore_sys_prefix": True,
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "output_dir": "out",
            "settings_overrides": ["overrides.json"],
            "source_date_epoch": _DAY,
        }
    }


def _run(tools: Tools, made: Path) -> None:
    env = settings.environment(made, made)
    call = [str(tools.python), "-m", "jupyterlite_core", "build"]
    done = subprocess.run(call, cwd=made, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode:
        last = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()][-1:]
        raise CourseError(f"site: JupyterLite was not built: {''.join(last) or 'it said nothing'}")
