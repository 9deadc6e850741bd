"""What set-up remembers, so that a second start is fast and a broken one is noticed.

``setup.json`` says "installing" from the first change to the last, and only then names what is
installed: whoever finds "installing" and no one at work knows that set-up was interrupted.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.locks import held
from coursekit.files.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coursekit.cli.setup.home import Home

INSTALLING = {"state": "installing"}


def wanted(home: Home, *, tests: bool) -> dict[str, Any]:
    """Return what ``setup.json`` says when everything asked for is installed by the Python that is there now."""
    lists = {path.relative_to(home.root).as_posix(): digest(path) for path in home.requirements(tests=tests)}
    return {"state": "ready", "lists": lists, "python": interpreter(home)}


def digest(path: Path) -> str:
    """Return the SHA-256 of a list of packages, whatever its line ends."""
    try:
        return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except OSError as error:
        raise CourseError(
            f"{path}: missing, and set-up needs it; get the course again (git pull, or a new download)"
        ) from error


def interpreter(home: Home) -> list[Any]:
    """Identify the interpreter behind ``.venv``: a system update that swaps it shows as another file or time."""
    try:
        real = home.python.resolve(strict=True)
        return [str(real), real.stat().st_mtime_ns]
    except OSError:
        return []


def recall(home: Home) -> dict[str, Any]:
    """Return what ``setup.json`` says; nothing when it is not there or not readable."""
    try:
        said = json.loads(home.state.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def remember(home: Home, state: dict[str, Any]) -> None:
    """Write ``setup.json``, whole or not at all."""
    write_whole(home.state, f"{json.dumps(state, indent=1)}\n".encode())


def is_ready(home: Home, *, tests: bool) -> bool:
    """Tell whether nothing needs doing. Reads four small files and starts no process."""
    said, want = recall(home), wanted(home, tests=tests)
    same = said.get("state") == "ready" and said.get("python") == want["python"] != []
    lists = said.get("lists")
    return same and isinstance(lists, dict) and all(lists.get(name) == hash_ for name, hash_ in want["lists"].items())


@contextlib.contextmanager
def alone(home: Home) -> Iterator[None]:
    """Hold set-up's lock: the system drops it when we end, however we end.

    Raises
    ------
    CourseError
        When another set-up of this course is at work, or ``.venv`` cannot be written.
    """
    busy = f"{home.venv}: another start is setting the course up; wait until it is done"
    with contextlib.ExitStack() as stack:
        try:
            home.venv.mkdir(exist_ok=True)
            stack.enter_context(held(home.lock, 0, busy))
        except OSError as error:
            raise CourseError(f"{home.venv}: cannot write here {told(error)}") from error
        yield
