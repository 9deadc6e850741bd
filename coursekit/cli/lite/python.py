"""The Python of a notebook in a browser: archives that Pyodide unpacks, and the lock by which it finds them.

Nothing is fetched from anywhere else: what the lock does not name cannot be had.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.site import packing
from coursekit.site.compiling import compiled
from coursekit.site.late_names import ARCHIVES
from coursekit.site.listing import sum_of
from coursekit.site.runtime import PYODIDE
from coursekit.widgets.assets import DIST

if TYPE_CHECKING:
    from pathlib import Path

LOCK = "pyodide-lock.json"
_SHIPPED = "@jupyterlite/pyodide-kernel-extension/static/pypi"
_KERNEL = ("ipykernel", "pyodide_kernel")  # of what is shipped; the rest are stand-ins for what we have
_BESIDE = frozenset({"METADATA"})  # by it a package knows its own version
_ROOMS = frozenset({"widgets"})
_NEEDED = (*packing.AT_ONCE, *(name for wanted, _ in ARCHIVES.values() for name in wanted))
# The kernel asks for these by name, and would fetch them. Names are completed without jedi; the others add packages.
_NO_MORE = 'raise ImportError("packages cannot be added here: this course asks no other host for anything")'
_NOT_HERE = {
    "jedi": {"jedi.py": "raise ImportError('names are completed without it')"},
    "micropip": {"micropip.py": _NO_MORE},
    "piplite": {
        "piplite/__init__.py": f"async def install(*_, **__):\n    {_NO_MORE}",
        "piplite/piplite.py": "",
        "piplite/cli.py": f"async def get_transformed_code(_):\n    return {_NO_MORE!r}",
    },
}


def archives(root: Path, extensions: Path) -> dict[str, bytes]:
    """Return what a kernel loads, and the lock that names it, by file name.

    Parameters
    ----------
    root
        The instructor's course.
    extensions
        Where JupyterLite's builder has its extensions.

    Raises
    ------
    CourseError
        When something that is needed is missing.
    """
    shells = packing.packages(["ipywidgets", "anywidget"], ["ipython", "comm"], _BESIDE)
    made = {
        "comm": packing.packages(["comm"], (), _BESIDE),
        "ipython": packing.packages(["ipython"], _NOT_HERE, _BESIDE),
        "widgets": shells,
        "coursekit": packing.packages(_NEEDED, (), _BESIDE) | packing.kit(root, _ROOMS),
        **{name: {file: code.encode() for file, code in files.items()} for name, files in _NOT_HERE.items()},
    }
    files = compiled({f"{name}.zip": packing.packed(content) for name, content in made.items()}, PYODIDE)
    files["course.zip"] = packing.packed(packing.course(root) | _front_end())
    files |= _kernel(extensions / _SHIPPED)
    return files | {LOCK: lock(files)}


def names(written: bytes) -> list[str]:
    """Return the packages of a lock, all of which a kernel loads when it starts."""
    return sorted(json.loads(written)["packages"])


def _front_end() -> dict[str, bytes]:
    """Return the widgets' scripts and styles, where the kit looks for them."""
    return {f"coursekit/frontend/dist/{path.name}": path.read_bytes() for path in sorted(DIST.glob("*.[jc]s*"))}


def _kernel(shipped: Path) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for name in _KERNEL for path in shipped.glob(f"{name}-*.whl")}
    if len(found) != len(_KERNEL):
        raise CourseError(f"{shipped}: JupyterLite's kernel is not whole; delete .venv-lab and try again")
    return found


def lock(files: dict[str, bytes]) -> bytes:
    """Return a lock of archives in Pyodide's form. All is loaded at once: nothing needs to say what it depends on."""
    packages: dict[str, Any] = {}
    for file, content in sorted(files.items()):
        name = file.removesuffix(".zip").partition("-")[0].replace("_", "-")
        packages[name] = {
            "name": name,
            "version": "0",
            "file_name": file,
            "install_dir": "site",
            "package_type": "package",
            "sha256": sum_of(content),
            "imports": [],
            "depends": [],
            "unvendored_tests": False,
        }
    info = json.loads((PYODIDE / LOCK).read_bytes())["info"]
    return json.dumps({"info": info, "packages": packages}, indent=1).encode()
