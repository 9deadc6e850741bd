"""The Python of archives compiled for the Pyodide that will run it, so that no page waits for that.

It takes Node; without it the archives stay as they are, and a page starts a little later.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from coursekit.errors import CourseError
from coursekit.files.whole import write_whole

_FRONTEND = Path(__file__).resolve().parent.parent / "frontend"
_PROGRAM = _FRONTEND / "compile.mjs"
_KEPT = ".cache/coursekit"  # in node_modules, as for what other tools there keep of their work


def compiled(archives: dict[str, bytes], pyodide: Path) -> dict[str, bytes]:
    """Return archives with each module compiled, by the same names.

    Parameters
    ----------
    archives
        Zips by the names of their files.
    pyodide
        The folder of Pyodide.

    Raises
    ------
    CourseError
        When a module cannot be compiled.
    """
    node = shutil.which("node")
    if node is None:
        return archives
    made = {name: _kept(content, pyodide) for name, content in archives.items()}
    waiting = {name: content for name, content in archives.items() if not made[name].is_file()}
    if waiting:
        for name, content in _by(node, waiting, pyodide).items():
            made[name].parent.mkdir(parents=True, exist_ok=True)
            write_whole(made[name], content)
    return {name: path.read_bytes() for name, path in made.items()}


def _kept(content: bytes, pyodide: Path) -> Path:
    sums = (hashlib.sha256(each).digest() for each in (content, _PROGRAM.read_bytes(), _about(pyodide)))
    return pyodide.parent / _KEPT / f"{hashlib.sha256(b''.join(sums)).hexdigest()[:32]}.zip"


def _about(pyodide: Path) -> bytes:
    return (pyodide / "package.json").read_bytes()


def _by(node: str, archives: dict[str, bytes], pyodide: Path) -> dict[str, bytes]:
    with TemporaryDirectory(prefix="coursekit-site-") as folder:
        for name, content in archives.items():
            (Path(folder) / name).write_bytes(content)
        call = [node, str(_PROGRAM), str(pyodide), folder]
        done = subprocess.run(call, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no word of why"])[-1]
            raise CourseError(f"site: the kit could not be compiled for the browser: {last}")
        return {name: (Path(folder) / name).read_bytes() for name in archives}
