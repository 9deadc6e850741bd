"""The class copy as one zip, for handing out: the same course gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from coursekit.build.class_copy import contents, listed
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import replaced
from coursekit.places import CLASS_COPY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_DAY = (1980, 1, 1, 0, 0, 0)


def class_zip(root: Path, out: Path, solutions: Iterable[str] = ()) -> int:
    """Write the zip, whole or not at all; what is in it lies in one folder.

    Parameters
    ----------
    root
        The course's folder, with its solutions.
    out
        The zip; new, or an earlier one of a class copy.
    solutions
        Exercises whose worked solutions are released.

    Returns
    -------
    int
        How many files it has.

    Raises
    ------
    CourseError
        When ``out`` is something else or cannot be written, or exercises are not in step with their solutions.
    """
    _ours(out)
    made = contents(root, solutions)
    made[CLASS_COPY] = listed(made).encode()
    folder = folder_name(made["README.md"].decode())
    try:
        with replaced(out) as file, zipfile.ZipFile(file, "w") as archive:
            for name, content in sorted(made.items()):
                info = zipfile.ZipInfo(f"{folder}/{name}", _DAY)
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                archive.writestr(info, content)
    except OSError as error:
        raise CourseError(f"{out}: not written {told(error)}") from error
    return len(made)


def folder_name(readme: str) -> str:
    """Return what the folder in the zip is called: the course's title up to its colon, in small letters."""
    title = readme.partition("\n")[0].removeprefix("# ").partition(":")[0]
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "course"


def _ours(out: Path) -> None:
    """Refuse to replace what is no class copy."""
    if not out.exists():
        return
    try:
        with zipfile.ZipFile(out) as archive:
            ours = any(name.count("/") == 1 and name.endswith(f"/{CLASS_COPY}") for name in archive.namelist())
    except (OSError, zipfile.BadZipFile):
        ours = False
    if not ours:
        raise CourseError(f"{out}: is there and no zip of a class copy; name another file")
