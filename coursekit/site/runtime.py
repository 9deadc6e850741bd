"""Pyodide as a site gives it out: under names that every file server knows the type of."""

from __future__ import annotations

import json
from pathlib import Path

from coursekit.errors import CourseError
from coursekit.site.listing import NAMED, version_of

PYODIDE = Path(__file__).resolve().parent.parent / "frontend" / "node_modules" / "pyodide"
# Many a file server does not know what .mjs is, and a browser runs no module that is called a mere file.
SCRIPT = "pyodide.js"
_SCRIPTS = {"pyodide.mjs": SCRIPT, "pyodide.asm.mjs": "pyodide.asm.js"}
_FILES = ("pyodide.asm.wasm", "python_stdlib.zip")


def runtime() -> dict[str, bytes]:
    """Return Pyodide's files, by name in the site. Raises CourseError where it is not installed."""
    try:
        version = json.loads((PYODIDE / "package.json").read_bytes())["version"]
        files = {name: (PYODIDE / name).read_bytes() for name in (*_FILES, *_SCRIPTS)}
        lock = json.loads((PYODIDE / "pyodide-lock.json").read_bytes())
    except (OSError, ValueError, KeyError) as error:
        raise CourseError("site: Pyodide is not here; run “npm ci” in coursekit/frontend (it needs Node)") from error
    for old, new in _SCRIPTS.items():
        script = files.pop(old)
        for inside, outside in _SCRIPTS.items():
            script = script.replace(inside.encode(), outside.encode())
        files[new] = script
    files["pyodide-lock.json"] = json.dumps(lock | {"packages": {}}).encode()  # it fetches none of its packages
    folder = f"{NAMED}/pyodide-{version}-{version_of(files)[:8]}"
    return {f"{folder}/{name}": content for name, content in files.items()}
